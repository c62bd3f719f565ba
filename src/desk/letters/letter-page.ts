/** One letter: a draft to be written, a number to be signed, or what was issued. */
import type { FieldFault } from '../../ground/index.ts';
import { MOST_ATTACHMENTS, natures, natureWords, templates } from '../../product/index.ts';
import type { StoredLetter } from '../../product/index.ts';
import type { Organisation } from '../../standard/index.ts';
import { MAX_FILE_BYTES } from '../../platform/index.ts';
import {
  button,
  buttonRow,
  choiceField,
  errorOf,
  errorSummary,
  fileField,
  folded,
  form,
  hiddenField,
  html,
  linkButton,
  narrow,
  numberField,
  pageHeading,
  pairs,
  panel,
  passwordField,
  selectField,
  textArea,
} from '../../ui/index.ts';
import type { Content, Html, Lang } from '../../ui/index.ts';
import { formatDate } from '../../working-time/index.ts';
import { letterWords } from './words.ts';

export interface LetterPage {
  readonly lang: Lang;
  readonly csrf: string;
  readonly number: string;
  readonly letter: StoredLetter;
  readonly posts: readonly string[];
  readonly organisation: Organisation;
  /** Whether this official may sign it electronically here. */
  readonly trial: boolean;
  readonly faults: readonly FieldFault[];
}

const addressOf = ({ number, letter }: LetterPage): string => `/meja/permohonan/${number}/surat/${letter.id}`;

/** The inside of the page. */
export function letterPage(page: LetterPage): Content {
  const { lang, letter, faults } = page;
  const words = letterWords[lang];
  return narrow([
    pageHeading({
      above: page.number,
      title: templates[letter.template].title[lang],
      lead: words.state[letter.state],
    }),
    errorSummary({ lang, faults }),
    letter.state === 'draft' ? draftPart(page) : numberedPart(page),
  ]);
}

function act(page: LetterPage, action: string, children: Content, multipart = false): Html {
  const { lang, csrf } = page;
  return form({
    lang,
    csrf,
    action: addressOf(page),
    multipart,
    children: [hiddenField('action', action), children],
  });
}

function draftPart(page: LetterPage): Content {
  const { lang } = page;
  const words = letterWords[lang];
  const pdf = linkButton({ label: words.preview, href: `${addressOf(page)}/surat.pdf`, kind: 'quiet' });
  return [
    act(page, 'save', [draftFields(page), buttonRow(button({ label: words.save }), pdf)]),
    panel({
      title: words.number,
      children: [
        html`<p>${words.numberText}</p>`,
        act(page, 'number', buttonRow(button({ label: words.number, kind: 'quiet' }))),
      ],
    }),
    act(page, 'discard', buttonRow(button({ label: words.discard, kind: 'danger' }))),
  ];
}

function draftFields({ lang, letter: { draft }, posts, organisation, faults }: LetterPage): Content {
  const words = letterWords[lang];
  const titleOf = (post: string): string =>
    organisation.positions.find(({ id }) => id === post)?.title[lang] ?? post;
  return [
    textArea({
      lang,
      name: 'body',
      label: words.body,
      hint: words.bodyHint,
      rows: 8,
      maxLength: 8000,
      value: draft.body,
      error: errorOf(faults, 'body', lang),
    }),
    selectField({
      lang,
      name: 'post',
      label: words.post,
      value: draft.post,
      options: posts.map((post) => ({ value: post, label: titleOf(post) })),
      error: errorOf(faults, 'post', lang),
    }),
    choiceField({
      lang,
      name: 'nature',
      label: words.nature,
      value: draft.nature,
      options: natures.map((nature) => ({ value: nature, label: natureWords[nature][lang] })),
    }),
    numberField({
      lang,
      name: 'attachments',
      label: words.attachments,
      hint: words.attachmentsHint,
      value: String(draft.attachments),
      width: 'short',
      maxLength: String(MOST_ATTACHMENTS).length,
    }),
    textArea({
      lang,
      name: 'copies',
      label: words.copies,
      optional: true,
      hint: words.copiesHint,
      rows: 3,
      maxLength: 2000,
      value: draft.copies.join('\n'),
    }),
  ];
}

function numberedPart(page: LetterPage): Content {
  const { lang, letter } = page;
  const words = letterWords[lang];
  const { number, dated, state, way, code } = letter;
  return [
    pairs([
      { term: words.numberLabel, value: number ?? '–' },
      { term: words.date, value: dated ? formatDate(dated, lang) : '–' },
      { term: words.status, value: words.state[state] },
      ...(way === null ? [] : [{ term: words.signedHow, value: words.way[way] }]),
      { term: words.verify, value: html`<a href="/verifikasi/${code}">/verifikasi/${code}</a>` },
    ]),
    buttonRow(
      letter.file === null
        ? linkButton({ label: words.download, href: `${addressOf(page)}/surat.pdf`, kind: 'quiet' })
        : linkButton({
            label: words.download,
            href: `/meja/permohonan/${page.number}/berkas/${letter.file}`,
            kind: 'quiet',
          }),
      linkButton({ label: words.english, href: `${addressOf(page)}/surat.pdf?bahasa=en`, kind: 'quiet' }),
    ),
    state === 'numbered' && [byHandPart(page), trialPart(page)],
    state !== 'void' && voidPart(page),
  ];
}

function byHandPart(page: LetterPage): Content {
  const { lang, faults } = page;
  const words = letterWords[lang];
  return panel({
    title: words.byHand,
    children: [
      html`<p>${words.byHandText}</p>`,
      act(
        page,
        'by-hand',
        [
          fileField({
            lang,
            name: 'scan',
            label: words.scan,
            accept: ['application/pdf', 'image/jpeg', 'image/png'],
            kinds: words.scanKinds,
            maxSize: MAX_FILE_BYTES,
            error: errorOf(faults, 'scan', lang),
          }),
          buttonRow(button({ label: words.attach })),
        ],
        true,
      ),
    ],
  });
}

function trialPart(page: LetterPage): Content {
  const { lang, faults, trial } = page;
  if (!trial) return null;
  const words = letterWords[lang];
  return panel({
    title: words.trial,
    children: [
      html`<p>${words.trialText}</p>`,
      act(page, 'trial', [
        passwordField({
          lang,
          name: 'passphrase',
          label: words.passphrase,
          autocomplete: 'off',
          error: errorOf(faults, 'passphrase', lang),
        }),
        buttonRow(button({ label: words.sign, kind: 'quiet' })),
      ]),
    ],
  });
}

function voidPart(page: LetterPage): Content {
  const { lang, faults } = page;
  const words = letterWords[lang];
  return folded({
    summary: words.voiding,
    open: faults.some(({ path }) => path === 'reason'),
    children: [
      html`<p>${words.voidText}</p>`,
      act(page, 'void', [
        textArea({
          lang,
          name: 'reason',
          label: words.reason,
          rows: 3,
          maxLength: 2000,
          value: '',
          error: errorOf(faults, 'reason', lang),
        }),
        buttonRow(button({ label: words.voiding, kind: 'danger' })),
      ]),
    ],
  });
}
