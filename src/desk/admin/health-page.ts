import { FINDING_WORDS } from '../../platform/index.ts';
import type { Verification } from '../../request/index.ts';
import {
  button,
  buttonRow,
  form,
  formatNumber,
  html,
  notice,
  pageHeading,
  pairs,
  panel,
  soft,
  table,
  tag,
} from '../../ui/index.ts';
import type { Content, Lang, TagKind } from '../../ui/index.ts';
import type { HealthLine, HealthState } from './health-lines.ts';
import { healthWords } from './health-words.ts';

export const HEALTH = '/meja/kelola/keadaan';
export const VERIFYING = `${HEALTH}/jurnal`;

const TAGS: Record<HealthState, TagKind> = { ok: 'ok', soon: 'soon', late: 'late' };

export interface HealthPage {
  readonly lang: Lang;
  readonly csrf: string;
  readonly lines: readonly HealthLine[];
  readonly mayChange: boolean;
}

/** Every part of the system with how it stands, said in words first. */
export function healthPage({ lang, csrf, lines, mayChange }: HealthPage): Content {
  const words = healthWords[lang];
  return [
    pageHeading({ title: words.title, lead: words.lead }),
    table<HealthLine>({
      caption: words.title,
      columns: [
        { label: words.what, cell: ({ term }) => term, names: true },
        { label: words.how, cell: (line) => valueOf(line) },
        { label: '', cell: ({ state }) => tag({ kind: TAGS[state], label: words.state[state] }) },
      ],
      groups: [{ rows: lines }],
    }),
    mayChange &&
      form({
        lang,
        csrf,
        action: VERIFYING,
        children: buttonRow(button({ label: words.verify, kind: 'quiet' })),
      }),
    html`<p>${soft(words.machine)}</p>`,
  ];
}

const valueOf = ({ value, href }: HealthLine): Content =>
  href === undefined ? value : html`<a href="${href}">${value}</a>`;

/** On the first page of the administration: only what needs somebody. */
export function healthPanel(lines: readonly HealthLine[], lang: Lang): Content {
  const words = healthWords[lang];
  const wrong = lines.filter(({ state }) => state !== 'ok');
  const summary =
    wrong.length === 0
      ? html`<p>${tag({ kind: 'ok', label: words.allWell })}</p>`
      : [
          html`<p>${tag({ kind: wrong.some(({ state }) => state === 'late') ? 'late' : 'soon', label: words.wrong(wrong.length) })}</p>`,
          pairs(wrong.map((line) => ({ term: line.term, value: valueOf(line) }))),
        ];
  return panel({
    title: words.title,
    children: [summary, html`<p><a href="${HEALTH}">${words.details}</a></p>`],
  });
}

/** What a verification of the journal found; null when the journal is too large to be read while somebody waits. */
export function verifiedPage(found: Verification | null, most: number, lang: Lang): Content {
  const words = healthWords[lang];
  const heading = pageHeading({ title: words.verifyTitle });
  if (!found)
    return [
      heading,
      notice({
        lang,
        kind: 'info',
        children: html`<p>${words.verifyTooMany(formatNumber(most, lang))}</p>`,
      }),
    ];
  const { requests, entries, checkpoints, findings } = found;
  const counts = html`<p>${words.verifyCounts(requests, entries, checkpoints)}</p>`;
  if (findings.length === 0)
    return [
      heading,
      notice({ lang, kind: 'success', title: words.verifyWell, children: counts, announced: true }),
    ];
  return [
    heading,
    notice({
      lang,
      kind: 'error',
      title: words.verifyWrong(findings.length),
      children: [counts, html`<p>${words.verifyNext}</p>`],
      announced: true,
    }),
    table<Verification['findings'][number]>({
      caption: words.verifyTitle,
      columns: [
        {
          label: words.verifyWhere,
          cell: ({ number, request, position }) =>
            [number ?? request ?? words.checkpoint, position].filter((part) => part !== undefined).join(' #'),
          names: true,
        },
        { label: words.verifyWhat, cell: ({ kind }) => FINDING_WORDS[kind][lang] },
      ],
      groups: [{ rows: findings }],
    }),
  ];
}
