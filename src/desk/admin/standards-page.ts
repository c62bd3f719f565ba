import type { Words } from '../../ground/index.ts';
import { areas, describeChange, diffServices, pathInWords } from '../../standard/index.ts';
import type { Change, DefinitionFault, Service, Version } from '../../standard/index.ts';
import {
  adminWords,
  bullets,
  button,
  buttonRow,
  codeBlock,
  confirmBlock,
  emptyState,
  folded,
  form,
  hiddenField,
  html,
  notice,
  pageHeading,
  pairs,
  panel,
  table,
  tag,
  textArea,
} from '../../ui/index.ts';
import type { Content, Html, Lang } from '../../ui/index.ts';
import { formatDate, formatInstant } from '../../working-time/index.ts';
import { CERTAINTY } from './certainty-page.ts';
import { certaintyWords } from './certainty-words.ts';
import { kelolaWords } from './words.ts';

export const STANDARDS = '/meja/kelola/standar';

export interface StandardsPage {
  readonly lang: Lang;
  readonly csrf: string;
  readonly timeZone: string;
  readonly mayChange: boolean;
}

export type ServiceVersion = Version<'service'>;

/** All services with the version in force, and how much of each is still to be confirmed. */
export function standardsPage(
  { lang, timeZone }: StandardsPage,
  services: readonly ServiceVersion[],
  /** How many assumptions of a service are still to be confirmed. */
  openIn: (service: string) => number,
): Content {
  const words = kelolaWords[lang].standards;
  const title = adminWords[lang].standards.title;
  return [
    pageHeading({ title, lead: words.lead }),
    table<ServiceVersion>({
      caption: title,
      columns: [
        {
          label: words.service,
          cell: ({ value }) => html`<a href="${STANDARDS}/${value.id}">${value.title[lang]}</a>`,
          names: true,
        },
        { label: words.version, cell: ({ n }) => n, figures: true },
        { label: words.since, cell: ({ validFrom }) => formatInstant(validFrom, timeZone, lang) },
        { label: words.assumptions, cell: ({ value }) => openIn(value.id), figures: true },
        { label: words.findings, cell: ({ value }) => value.findings.length, figures: true },
      ],
      groups: [{ rows: services }],
    }),
  ];
}

/** The version that a text was compared with: what else was published since is told before anything is. */
export const BASE = 'dasar';

export interface StandardPage extends StandardsPage {
  /** All versions, oldest first; never empty. */
  readonly versions: readonly ServiceVersion[];
  /** The last of them, which the next one is made from; perhaps not in force yet. */
  readonly newest: ServiceVersion;
  readonly current: ServiceVersion;
  /** Who published, by what the version says of it. */
  readonly publisher: (by: string) => string;
  readonly published: number | null;
  /** Open requests under each version. */
  readonly running: ReadonlyMap<number, number>;
  /** Whether somebody still has to compare an assumption with its source. */
  readonly isOpen: (text: Words) => boolean;
}

/** One standard: its versions, and what the decree left open. */
export function standardPage(page: StandardPage): Content {
  const { lang, current, published } = page;
  const words = kelolaWords[lang].standards;
  const { value } = current;
  return [
    pageHeading({ title: value.title[lang], above: value.decree.title }),
    published !== null &&
      notice({ lang, kind: 'success', title: words.published(published), announced: true }),
    versionsTable(page),
    panel({
      title: adminWords[lang].standards.assumptions,
      children:
        value.assumptions.length > 0
          ? pairs(
              value.assumptions.map(({ at, text }) => ({
                term: pathInWords(at.split('.'), lang),
                value: html`${text[lang]} ${certainty(page, text)}`,
              })),
            )
          : emptyState({ title: adminWords[lang].standards.noAssumptions }),
    }),
    panel({
      title: words.findingsTitle,
      children:
        value.findings.length > 0
          ? pairs(
              value.findings.map(({ component, text }) => ({
                term: pathInWords(component.split('.'), lang),
                value: text[lang],
              })),
            )
          : emptyState({ title: words.noFindings }),
    }),
    page.mayChange && editPanel(page, page.newest.text, []),
  ];
}

const certainty = ({ lang, isOpen, current }: StandardPage, text: Words): Content =>
  isOpen(text)
    ? html`<a href="${CERTAINTY}#${current.value.id}">${certaintyWords[lang].open}</a>`
    : tag({ kind: 'ok', label: certaintyWords[lang].done });

function versionsTable({ lang, timeZone, versions, publisher, current, running }: StandardPage): Html {
  const words = kelolaWords[lang].standards;
  const href = (version: ServiceVersion): string => `${STANDARDS}/${current.value.id}/versi/${version.n}`;
  return table<ServiceVersion>({
    caption: words.versions,
    captionSeen: true,
    columns: [
      {
        label: words.version,
        cell: (version) =>
          html`<a href="${href(version)}">${adminWords[lang].standards.version(version.n)}</a>`,
        names: true,
      },
      { label: words.since, cell: ({ validFrom }) => formatInstant(validFrom, timeZone, lang) },
      { label: words.at, cell: ({ publishedAt }) => formatInstant(publishedAt, timeZone, lang) },
      { label: words.by, cell: ({ publishedBy }) => publisher(publishedBy) },
      { label: words.running, cell: ({ n }) => running.get(n) ?? 0, figures: true },
    ],
    groups: [{ rows: versions.toReversed() }],
  });
}

/** One version: what it changed, and its whole text. */
export function versionPage(
  { lang }: StandardsPage,
  version: ServiceVersion,
  before: ServiceVersion | null,
): Content {
  const words = kelolaWords[lang].standards;
  return [
    pageHeading({
      title: `${version.value.title[lang]}: ${adminWords[lang].standards.version(version.n)}`,
    }),
    panel({
      title: words.diff,
      children: before
        ? changesPart(diffServices(before.value, version.value), lang)
        : html`<p>${words.first}</p>`,
    }),
    panel({ title: words.files, children: filesOf(version, lang) }),
    folded({ summary: words.text, children: codeBlock(version.text) }),
  ];
}

/** The version as it is printed. */
function filesOf({ government, name, n }: ServiceVersion, lang: Lang): Html {
  const words = kelolaWords[lang].standards;
  const href = (ending: string): string => `/${government}/layanan/${name}/standar.${ending}?versi=${n}`;
  return bullets([
    html`<a href="${href('pdf')}" download>${words.pdf}</a>`,
    html`<a href="${href('docx')}" download>${words.word}</a>`,
  ]);
}

/** Changes under what they are about, in the order of `areas`. */
function changesPart(changes: readonly Change[], lang: Lang): Content {
  if (changes.length === 0) return html`<p>${kelolaWords[lang].standards.noChange}</p>`;
  const grouped = Map.groupBy(changes, ({ area }) => area);
  const named = Object.entries(areas) as [Change['area'], Words][];
  return named.flatMap(([area, name]) => {
    const own = grouped.get(area);
    return own
      ? [html`<h3>${name[lang]}</h3>`, bullets(own.map((change) => describeChange(change, lang)))]
      : [];
  });
}

/** The form with the text, and what is wrong with it. */
export function editPanel(page: StandardPage, text: string, faults: readonly DefinitionFault[]): Html {
  const { lang, csrf, current } = page;
  const words = kelolaWords[lang].standards;
  const errors = faults.filter(({ severity }) => severity === 'error');
  return panel({
    title: words.edit,
    id: 'ubah',
    children: [
      html`<p>${words.editLead}</p>`,
      errors.length > 0 &&
        notice({ lang, kind: 'error', children: faultList(errors, lang), announced: true }),
      form({
        lang,
        csrf,
        multipart: true,
        action: `${STANDARDS}/${current.value.id}/periksa`,
        children: [
          textArea({ lang, name: 'naskah', label: words.yaml, rows: 24, value: text, code: true }),
          html`<div class="field"><label class="field-label" for="f-berkas">${words.upload}</label><input class="input-file" type="file" id="f-berkas" name="berkas" accept=".yaml,.yml"></div>`,
          buttonRow(button({ label: words.check })),
        ],
      }),
    ],
  });
}

const faultList = (faults: readonly DefinitionFault[], lang: Lang): Html =>
  bullets(
    faults.map(
      ({ line, path, words }) =>
        html`${kelolaWords[lang].standards.line(line)}${path !== '' && html` (<code>${path}</code>)`}: ${words[lang]}`,
    ),
  );

/** What would change, to agree to. */
export function confirmPage(
  page: StandardPage,
  next: {
    readonly text: string;
    readonly value: Service;
    readonly faults: readonly DefinitionFault[];
    /** The day from which it is in force; null for at once. */
    readonly from: Temporal.PlainDate | null;
  },
  /** Why it is not published yet although somebody agreed. */
  refused: Words | null = null,
): Content {
  const { lang, csrf, current, newest } = page;
  const words = kelolaWords[lang].standards;
  const changes = diffServices(newest.value, next.value);
  const warnings = next.faults.filter(({ severity }) => severity === 'warning');
  return [
    pageHeading({ title: current.value.title[lang] }),
    refused && notice({ lang, kind: 'error', children: html`<p>${refused[lang]}</p>`, announced: true }),
    panel({
      title: newest.n === current.n ? words.diff : words.diffFromLater(newest.n),
      children: changesPart(changes, lang),
    }),
    warnings.length > 0 &&
      notice({ lang, kind: 'warning', title: words.warnings, children: faultList(warnings, lang) }),
    confirmBlock({
      lang,
      csrf,
      title: words.confirm,
      explained: [
        html`<p>${next.from ? words.fromDay(formatDate(next.from, lang), current.n) : words.fromNow}</p>`,
        stayingPart(page),
      ],
      action: `${STANDARDS}/${current.value.id}/terbitkan`,
      confirmLabel: words.publish,
      cancelHref: `${STANDARDS}/${current.value.id}`,
      changeAction: `${STANDARDS}/${current.value.id}/ubah#ubah`,
      kind: 'primary',
      children: [hiddenField('naskah', next.text), hiddenField(BASE, String(newest.n))],
    }),
  ];
}

/** Requests under way keep the version of their day (UU 25/2009 art. 20: the promise made to them). */
function stayingPart({ lang, running }: StandardPage): Content {
  const words = kelolaWords[lang].standards;
  const versions = [...running].toSorted(([one], [other]) => one - other);
  if (versions.length === 0) return html`<p>${words.noneRunning}</p>`;
  return [html`<p>${words.confirmText}</p>`, bullets(versions.map(([n, count]) => words.staying(count, n)))];
}
