import type { FieldFault } from '../../ground/index.ts';
import { isOpen, pathInWords } from '../../standard/index.ts';
import type { Assumption, Verdict } from '../../standard/index.ts';
import {
  confirmBlock,
  emptyState,
  errorOf,
  errorSummary,
  hiddenField,
  html,
  linkButton,
  narrow,
  notice,
  pageHeading,
  pairs,
  paragraphs,
  section,
  tabs,
  textArea,
  timeline,
} from '../../ui/index.ts';
import type { Content, Lang, Pair } from '../../ui/index.ts';
import { formatInstant } from '../../working-time/index.ts';
import { certaintyWords } from './certainty-words.ts';

export const CERTAINTY = '/meja/kelola/kepastian';

export interface Naming {
  readonly lang: Lang;
  readonly timeZone: string;
  /** Name of an official by id. */
  readonly nameOf: (official: string) => string;
  /** Title of a service by id. */
  readonly serviceTitle: (id: string) => string;
}

export interface CertaintyPage extends Naming {
  readonly assumptions: readonly Assumption[];
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly view: 'open' | 'done';
  readonly mayChange: boolean;
  /** What was just done. */
  readonly done: Verdict['verdict'] | null;
}

/** All that is assumed, by the text it stands in; what is open first. */
export function certaintyPage(page: CertaintyPage): Content {
  const { lang, assumptions, verdicts, view, done } = page;
  const words = certaintyWords[lang];
  const open = assumptions.filter((one) => isOpen(one, verdicts));
  const settled = assumptions.filter((one) => !isOpen(one, verdicts));
  const shown = view === 'open' ? open : settled;
  return [
    pageHeading({ title: words.title, lead: words.lead }),
    done && notice({ lang, kind: 'success', title: words[done], announced: true }),
    tabs({
      label: words.views,
      items: [
        { label: words.open, href: CERTAINTY, count: open.length, current: view === 'open' },
        { label: words.done, href: `${CERTAINTY}?sudah`, count: settled.length, current: view === 'done' },
      ],
    }),
    shown.length === 0 ? nothing(page) : sections(page, shown),
  ];
}

function nothing({ lang, view }: CertaintyPage): Content {
  const words = certaintyWords[lang];
  if (view === 'open') return emptyState({ title: words.noneOpen, text: words.noneOpenText });
  const action = linkButton({ label: words.toOpen, href: CERTAINTY, kind: 'quiet' });
  return emptyState({ title: words.noneDone, text: words.noneDoneText, action });
}

function sections(page: CertaintyPage, shown: readonly Assumption[]): Content {
  const groups = Map.groupBy(shown, ({ kind, name }) => (kind === 'service' ? name : kind));
  return [...groups].map(([id, items]) => {
    const [first] = items;
    return (
      first &&
      section({
        id,
        title: documentTitle(first, page),
        children: pairs(items.map((item) => line(page, item))),
      })
    );
  });
}

/** What the text is called in which an assumption stands. */
const documentTitle = ({ kind, name }: Assumption, { lang, serviceTitle }: Naming): string =>
  kind === 'service' ? serviceTitle(name) : certaintyWords[lang].kind[kind];

function placeIn({ kind, at }: Assumption, lang: Lang): string {
  if (kind === 'calendar') return certaintyWords[lang].holidays(at.replace(/^closed\./, ''));
  return pathInWords(at.split('.'), lang);
}

function line(page: CertaintyPage, item: Assumption): Pair {
  const { lang, verdicts, mayChange, view } = page;
  const words = certaintyWords[lang];
  const verdict = verdicts.get(item.sha256);
  const judged =
    view === 'done' &&
    verdict &&
    html`<br><span class="soft">${words.by(page.nameOf(verdict.official), formatInstant(verdict.at, page.timeZone, lang))}: ${verdict.basis}</span>`;
  const label = view === 'open' ? words.confirm : words.reopen;
  const place = placeIn(item, lang);
  const link = html`<a href="${CERTAINTY}/${item.sha256}">${label}<span class="unseen">: ${documentTitle(item, page)}, ${place}</span></a>`;
  return {
    term: place,
    value: html`${item.text[lang]}${judged}`,
    ...(mayChange ? { action: link } : {}),
  };
}

export interface JudgePage extends Naming {
  readonly csrf: string;
  readonly item: Assumption;
  /** Oldest first. */
  readonly verdicts: readonly Verdict[];
  readonly typed: string;
  readonly faults: readonly FieldFault[];
  /** Where the text can be read. */
  readonly documentHref: string | null;
}

/** One assumption, and the form with which it is confirmed or opened again. */
export function judgePage(page: JudgePage): Content {
  const { lang, item, verdicts, csrf, faults } = page;
  const words = certaintyWords[lang];
  const confirmed = verdicts.at(-1)?.verdict === 'confirmed';
  const title = confirmed ? words.reopenTitle : words.confirmTitle;
  return narrow(
    pageHeading({ title, above: documentTitle(item, page) }),
    errorSummary({ lang, faults }),
    pairs([
      { term: words.where, value: `${placeIn(item, lang)} (${words.version(item.n)})` },
      { term: words.says, value: item.text[lang] },
    ]),
    page.documentHref !== null && html`<p><a href="${page.documentHref}">${words.document}</a></p>`,
    confirmBlock({
      lang,
      csrf,
      title: `${title}?`,
      explained: paragraphs(confirmed ? words.reopenText : words.confirmText),
      action: `${CERTAINTY}/${item.sha256}`,
      confirmLabel: confirmed ? words.reopen : words.confirm,
      cancelHref: CERTAINTY,
      kind: confirmed ? 'danger' : 'primary',
      children: [
        hiddenField('putusan', confirmed ? 'reopened' : 'confirmed'),
        textArea({
          lang,
          name: 'dasar',
          label: confirmed ? words.why : words.basis,
          ...(confirmed ? {} : { hint: words.basisHint }),
          rows: 3,
          maxLength: 500,
          value: page.typed,
          error: errorOf(faults, 'dasar', lang),
        }),
      ],
    }),
    verdicts.length > 0 && section({ title: words.history, children: history(page) }),
  );
}

const history = ({ verdicts, lang, timeZone, nameOf }: JudgePage): Content =>
  timeline(
    verdicts.toReversed().map(({ at, verdict, official, basis }) => ({
      at: { iso: at.toString(), words: formatInstant(at, timeZone, lang) },
      title: certaintyWords[lang].verdict[verdict],
      by: nameOf(official),
      detail: paragraphs(basis),
      kind: verdict === 'confirmed' ? ('ok' as const) : ('plain' as const),
    })),
  );
