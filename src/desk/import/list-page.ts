/** Decrees that were uploaded, and the services found in one. */
import type { FieldFault } from '../../ground/index.ts';
import { MOST_DECREE_BYTES, asTitle, serviceName } from '../../standard/index.ts';
import type { DecreeImport, ServiceReview } from '../../standard/index.ts';
import {
  button,
  buttonRow,
  emptyState,
  errorOf,
  errorSummary,
  fileField,
  folded,
  form,
  html,
  linkButton,
  notice,
  pageHeading,
  pairs,
  panel,
  table,
  tag,
} from '../../ui/index.ts';
import type { Content, Html, Lang, TagKind } from '../../ui/index.ts';
import { formatDate, formatInstant } from '../../working-time/index.ts';
import { IMPORT, importHref, reviewHref } from './address.ts';
import { importWords } from './words.ts';

export interface ImportsPage {
  readonly lang: Lang;
  readonly csrf: string;
  readonly timeZone: string;
}

const ACCEPTED = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'text/html',
  'text/plain',
  '.md',
];

const STATE_TAGS: Readonly<Record<DecreeImport['state'], TagKind>> = {
  waiting: 'waiting',
  read: 'ok',
  failed: 'late',
};

/** The way in: a file to choose, and what was chosen before. */
export function importsPage(
  { lang, csrf, timeZone }: ImportsPage,
  imports: readonly DecreeImport[],
  faults: readonly FieldFault[],
): Content {
  const words = importWords[lang];
  return [
    errorSummary({ lang, faults }),
    pageHeading({ title: words.title, lead: words.lead }),
    panel({
      children: form({
        lang,
        csrf,
        action: IMPORT,
        multipart: true,
        children: [
          fileField({
            lang,
            name: 'berkas',
            label: words.file,
            hint: words.fileHint,
            accept: ACCEPTED,
            kinds: 'PDF, DOCX, HTML, TXT',
            maxSize: MOST_DECREE_BYTES,
            error: errorOf(faults, 'berkas', lang),
          }),
          buttonRow(button({ label: words.upload })),
        ],
      }),
    }),
    imports.length === 0
      ? emptyState({ title: words.none, text: words.noneText })
      : table<DecreeImport>({
          caption: words.recent,
          captionSeen: true,
          columns: [
            {
              label: words.document,
              names: true,
              cell: ({ id, fileName }) => html`<a href="${importHref(id)}">${fileName}</a>`,
            },
            { label: words.at, cell: ({ createdAt }) => formatInstant(createdAt, timeZone, lang) },
            {
              label: words.state,
              cell: ({ state }) => tag({ kind: STATE_TAGS[state], label: words.states[state] }),
            },
          ],
          groups: [{ rows: imports }],
        }),
  ];
}

/** Why a file could not be read, and the way out. */
export function failedPage(page: ImportsPage, one: DecreeImport): Content {
  const { lang } = page;
  const words = importWords[lang];
  return [
    pageHeading({ title: words.failed, above: one.fileName }),
    notice({ lang, kind: 'error', children: html`<p>${one.fault?.[lang]}</p>` }),
    buttonRow(linkButton({ label: words.other, href: IMPORT })),
    dropPart(page, one),
  ];
}

/** What was found, each service with how far its review is. */
export function servicesPage(
  page: ImportsPage,
  one: DecreeImport,
  reviews: readonly ServiceReview[],
): Content {
  const { lang } = page;
  const words = importWords[lang];
  const { decree } = one;
  return [
    pageHeading({ title: decree?.title ? asTitle(decree.title) : one.fileName, above: one.fileName }),
    pairs([
      { term: words.decree, value: decree?.number ?? words.unknown },
      {
        term: words.dated,
        value: decree?.date ? formatDate(Temporal.PlainDate.from(decree.date), lang) : words.unknown,
      },
      { term: words.office, value: decree?.office ? asTitle(decree.office) : words.unknown },
    ]),
    table<ServiceReview>({
      caption: words.services,
      captionSeen: true,
      columns: [
        {
          label: words.service,
          names: true,
          cell: ({ n, title }) =>
            html`<a href="${reviewHref(one.id, n)}">${serviceName(title) || words.unnamed}</a>`,
        },
        { label: words.findings, cell: ({ findings }) => findings.length, figures: true },
        { label: words.confirmedCount, cell: ({ confirmed }) => `${confirmed.length}/14`, figures: true },
        {
          label: words.state,
          cell: ({ published }) =>
            published === null
              ? tag({ kind: 'plain', label: words.toReview })
              : tag({ kind: 'ok', label: words.published }),
        },
      ],
      groups: [{ rows: reviews }],
    }),
    dropPart(page, one),
  ];
}

/** Taking an import away again. */
export function dropPart({ lang, csrf }: ImportsPage, { id }: DecreeImport): Html {
  const words = importWords[lang];
  return folded({
    summary: words.drop,
    children: panel({
      children: [
        html`<p>${words.dropText}</p>`,
        form({
          lang,
          csrf,
          action: `${importHref(id)}/buang`,
          children: buttonRow(button({ label: words.drop, kind: 'danger' })),
        }),
      ],
    }),
  });
}
