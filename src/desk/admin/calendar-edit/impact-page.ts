/** What a draft would do, and the form that publishes it. */
import type { FieldFault } from '../../../ground/index.ts';
import type { CalendarPreview, PreviewedMove, PreviewedService } from '../../../request/index.ts';
import {
  button,
  buttonRow,
  checkbox,
  errorOf,
  errorSummary,
  form,
  hiddenField,
  html,
  linkButton,
  notice,
  pageHeading,
  panel,
  section,
  table,
  tag,
  textArea,
  textField,
} from '../../../ui/index.ts';
import type { Content, Lang } from '../../../ui/index.ts';
import { formatInstant } from '../../../working-time/index.ts';
import { EDIT, IMPACT } from './addresses.ts';
import { asidePart } from './aside-part.ts';
import { diffPart } from './diff-part.ts';
import type { OpenDraft } from './draft.ts';
import { requestCell } from './request-cell.ts';
import type { NamedRequests } from './request-cell.ts';
import { editWords } from './words.ts';

export interface ImpactPage extends NamedRequests {
  readonly lang: Lang;
  readonly csrf: string;
  readonly open: OpenDraft;
  readonly preview: CalendarPreview;
  readonly typed: { readonly decree: string; readonly reason: string; readonly unconfirmed: boolean };
  readonly faults: readonly FieldFault[];
}

/** The differences, the requests that move, and the way to publish. */
export function impactPage(page: ImpactPage): Content {
  const { lang, open, preview, faults } = page;
  const words = editWords[lang];
  const { running, moved, becomeOverdue } = preview;
  return [
    pageHeading({ title: words.impactTitle, lead: words.impactLead }),
    errorSummary({ lang, faults }),
    panel({ title: words.diff, children: diffPart(open.diff, lang) }),
    notice({
      lang,
      kind: 'info',
      title: moved === 0 ? words.nothingMoves(running) : words.moves(moved, running),
    }),
    becomeOverdue > 0 && notice({ lang, kind: 'warning', title: words.becomeOverdue(becomeOverdue) }),
    asidePart(page, preview.asides, preview.uncomputable),
    moved > 0 && [servicesTable(page), movesTable(page)],
    publishForm(page),
  ];
}

function servicesTable({ lang, preview, serviceTitle }: ImpactPage): Content {
  const words = editWords[lang];
  const figure = (label: string, of: (row: PreviewedService) => number) => ({
    label,
    cell: of,
    figures: true,
  });
  return section({
    title: words.byService,
    children: table<PreviewedService>({
      caption: words.byService,
      columns: [
        { label: words.service, cell: ({ service }) => serviceTitle(service), names: true },
        figure(words.running, ({ running }) => running),
        figure(words.later, ({ later }) => later),
        figure(words.earlier, ({ earlier }) => earlier),
        figure(words.late, ({ becomeOverdue }) => becomeOverdue),
      ],
      groups: [{ rows: preview.services }],
    }),
  });
}

function movesTable(page: ImpactPage): Content {
  const { lang, preview, open } = page;
  const words = editWords[lang];
  const { timeZone } = open.file;
  const title = words.firstMoves(preview.moves.length, preview.moved);
  const due = (iso: string | null): string =>
    iso === null ? words.stands : formatInstant(iso, timeZone, lang);
  return section({
    title,
    children: table<PreviewedMove>({
      caption: title,
      columns: [
        {
          label: words.number,
          cell: (move) => requestCell(page, move),
          names: true,
        },
        { label: words.before, cell: ({ was }) => due(was) },
        {
          label: words.after,
          cell: ({ is, becomesOverdue }) =>
            html`${due(is)}${becomesOverdue && html` ${tag({ kind: 'late', label: words.late })}`}`,
        },
        { label: words.shift, cell: ({ was, is }) => dayShift(was, is, timeZone, lang) },
      ],
      groups: [{ rows: preview.moves }],
    }),
  });
}

/** By how many days of the wall calendar a deadline moves. */
export function dayShift(was: string | null, is: string | null, timeZone: string, lang: Lang): string {
  if (was === null || is === null) return '';
  const [from, to] = [was, is].map((iso) =>
    Temporal.Instant.from(iso).toZonedDateTimeISO(timeZone).toPlainDate(),
  );
  return from && to ? editWords[lang].dayShift(from.until(to).days) : '';
}

/** Names of the fields. */
export const PUBLISH = { decree: 'dasar', open: 'belum', reason: 'alasan', seen: 'rancangan' };

function publishForm({ lang, csrf, open, typed, faults }: ImpactPage): Content {
  const words = editWords[lang];
  return panel({
    title: words.publishTitle,
    children: [
      html`<p>${words.publishText}</p>`,
      form({
        lang,
        csrf,
        action: IMPACT,
        children: [
          hiddenField(PUBLISH.seen, open.draft?.sha256 ?? ''),
          textField({
            lang,
            name: PUBLISH.decree,
            label: words.changeDecree,
            hint: words.changeDecreeHint,
            maxLength: 200,
            value: typed.decree,
            error: errorOf(faults, PUBLISH.decree, lang),
          }),
          checkbox({ lang, name: PUBLISH.open, label: words.decreeOpen, checked: typed.unconfirmed }),
          textArea({
            lang,
            name: PUBLISH.reason,
            label: words.reason,
            hint: words.reasonHint,
            rows: 2,
            maxLength: 500,
            value: typed.reason,
            error: errorOf(faults, PUBLISH.reason, lang),
          }),
          buttonRow(
            button({ label: words.publish }),
            linkButton({ label: words.back, href: EDIT, kind: 'quiet' }),
          ),
        ],
      }),
    ],
  });
}
