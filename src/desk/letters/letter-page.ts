/** One letter: a draft to be written, a number to be signed, or what was issued. */
import { MOST_ATTACHMENTS, MOST_WRITTEN, natures, natureWords, templates } from '../../product/index.ts';
import {
  button,
  buttonRow,
  choiceField,
  errorOf,
  errorSummary,
  folded,
  form,
  hiddenField,
  html,
  linkButton,
  narrow,
  notice,
  numberField,
  pageHeading,
  pairs,
  panel,
  paragraphs,
  selectField,
  soft,
  textArea,
} from '../../ui/index.ts';
import type { Content } from '../../ui/index.ts';
import { isInternalLetter } from '../../request/index.ts';
import { formatDate } from '../../working-time/index.ts';
import { letterAct, letterAddress, SEEN, SIGNER_NIK } from './letter-act.ts';
import type { LetterPage } from './letter-act.ts';
import { signingPart } from './signing-part.ts';
import { pageWords } from '../words.ts';
import { letterWords } from './words.ts';

/** The inside of the page. */
export function letterPage(page: LetterPage): Content {
  const { lang, letter, faults } = page;
  const words = letterWords[lang];
  const signing = faults.some(({ path }) => path === SIGNER_NIK || path === 'passphrase');
  return narrow([
    pageHeading({
      title: templates[letter.template].title[lang],
      lead: words.state[letter.state],
    }),
    errorSummary({ lang, faults, ...(signing && { kept: words.passphraseNotKept }) }),
    lostPart(page),
    letter.state === 'draft' ? draftPart(page) : numberedPart(page),
  ]);
}

/** Words that came too late for the draft: nobody has to think of them twice. */
export function lostPart({ lang, lost }: Pick<LetterPage, 'lang' | 'lost'>): Content {
  if (!lost) return null;
  const { draft, words: why } = lost;
  const words = letterWords[lang];
  const typed = [draft.body, ...draft.copies].filter((text) => text !== '');
  return [
    notice({
      lang,
      kind: 'error',
      title: words.cameTooLate,
      children: html`<p>${why[lang]}</p>`,
      announced: true,
    }),
    panel({
      title: pageWords[lang].request.typed,
      children: [html`<p>${words.lostText}</p>`, typed.map(paragraphs)],
    }),
  ];
}

const DRAFT_FORM = 'konsep';

function draftPart(page: LetterPage): Content {
  const { lang } = page;
  const words = letterWords[lang];
  const pdf = linkButton({ label: words.preview, href: `${letterAddress(page)}/surat.pdf`, kind: 'quiet' });
  return [
    footingPart(page),
    form({
      lang,
      csrf: page.csrf,
      action: letterAddress(page),
      id: DRAFT_FORM,
      askBeforeLeaving: true,
      children: [
        hiddenField(SEEN, page.seen),
        draftFields(page),
        buttonRow(button({ label: words.save, name: 'action', value: 'save' }), pdf),
      ],
    }),
    page.footing === 'decided' &&
      panel({
        title: words.number,
        children: [
          html`<p>${words.numberText}</p>`,
          // A button of the form above: what was typed there is kept with it.
          buttonRow(
            button({ label: words.number, kind: 'quiet', form: DRAFT_FORM, name: 'action', value: 'number' }),
          ),
        ],
      }),
    letterAct(page, 'discard', [
      hiddenField(SEEN, page.seen),
      buttonRow(button({ label: words.discard, kind: 'danger' })),
    ]),
  ];
}

const titleOf = ({ lang, organisation }: LetterPage, post: string): string =>
  organisation.positions.find(({ id }) => id === post)?.title[lang] ?? post;

/** What a letter that is not yet so, or no more, is good for; nothing above one that is. */
function footingPart(page: LetterPage): Content {
  const { lang, footing, letter, deciders } = page;
  const words = letterWords[lang];
  if (footing === 'decided') return null;
  if (footing === 'overtaken') {
    const text = letter.state === 'draft' ? words.overtakenDraft : words.overtakenLetter;
    return notice({ lang, kind: 'warning', title: words.overtaken, children: html`<p>${text}</p>` });
  }
  return notice({
    lang,
    kind: 'warning',
    title: words.undecidedFor(deciders.map((post) => titleOf(page, post))),
    children: html`<p>${words.undecidedText}</p>`,
  });
}

function draftFields(page: LetterPage): Content {
  const { lang, letter, posts, faults } = page;
  const { draft } = letter;
  const words = letterWords[lang];
  return [
    textArea({
      lang,
      name: 'body',
      label: words.body,
      hint: words.bodyHint,
      rows: 8,
      maxLength: MOST_WRITTEN.body,
      value: draft.body,
      error: errorOf(faults, 'body', lang),
    }),
    selectField({
      lang,
      name: 'post',
      label: words.post,
      value: draft.post,
      options: posts.map((post) => ({ value: post, label: titleOf(page, post) })),
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
      error: errorOf(faults, 'attachments', lang),
    }),
    textArea({
      lang,
      name: 'copies',
      label: words.copies,
      optional: true,
      hint: words.copiesHint,
      rows: 3,
      maxLength: MOST_WRITTEN.copies,
      value: draft.copies.join('\n'),
      error: errorOf(faults, 'copies', lang),
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
      ...(way === null ? [] : [{ term: words.signedHow, value: words.way[way] }]),
      ...(letter.certificate
        ? [{ term: words.certificate, value: `${letter.certificate.name} · ${letter.certificate.serial}` }]
        : []),
      { term: words.verify, value: html`<a href="/verifikasi/${code}">/verifikasi/${code}</a>` },
    ]),
    buttonRow(
      letter.file === null
        ? linkButton({ label: words.download, href: `${letterAddress(page)}/surat.pdf`, kind: 'quiet' })
        : linkButton({
            label: words.downloadSigned,
            href: `/meja/permohonan/${page.number}/berkas/${letter.file}`,
          }),
      linkButton({ label: words.english, href: `${letterAddress(page)}/surat.pdf?bahasa=en`, kind: 'quiet' }),
    ),
    state === 'signed' && soft(words.told[isInternalLetter(letter.template) ? 'office' : 'applicant']),
    state === 'numbered' && (page.footing === 'decided' ? signingPart(page) : footingPart(page)),
    state !== 'void' && voidPart(page),
  ];
}

function voidPart(page: LetterPage): Content {
  const { lang, faults } = page;
  const words = letterWords[lang];
  return folded({
    summary: words.voiding,
    open: faults.some(({ path }) => path === 'reason'),
    children: [
      html`<p>${words.voidText}</p>`,
      letterAct(page, 'void', [
        textArea({
          lang,
          name: 'reason',
          label: words.reason,
          rows: 3,
          maxLength: MOST_WRITTEN.reason,
          value: '',
          error: errorOf(faults, 'reason', lang),
        }),
        buttonRow(button({ label: words.voiding, kind: 'danger' })),
      ]),
    ],
  });
}
