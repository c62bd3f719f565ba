/** What everybody is told of a letter, and of a file that they hold. */
import type { FieldFault } from '../../ground/index.ts';
import { MAX_FILE_BYTES } from '../../platform/index.ts';
import { templates } from '../../product/index.ts';
import type { CheckedFile, PublicLetter } from '../../product/index.ts';
import {
  button,
  buttonRow,
  errorOf,
  errorSummary,
  fileField,
  form,
  formatFileSize,
  html,
  narrow,
  notice,
  pageHeading,
  pairs,
  panel,
  queryForm,
  soft,
  textField,
} from '../../ui/index.ts';
import type { Content, Lang } from '../../ui/index.ts';
import { formatDate } from '../../working-time/index.ts';
import { verifyWords } from '../words/verify.ts';

export const VERIFY = '/verifikasi';

export interface VerifyPage {
  readonly lang: Lang;
  readonly csrf: string;
  /** What was asked for; null on a fresh page. */
  readonly code: string | null;
  readonly letter: PublicLetter | null;
  readonly checked: CheckedFile | null;
  /** The applicant's name, where they let everybody read it. */
  readonly name: string | null;
  readonly governmentName: (id: string) => string;
  readonly faults: readonly FieldFault[];
}

/** The inside of the page. */
export function verifyPage(page: VerifyPage): Content {
  const { lang, code, letter, checked, faults } = page;
  const words = verifyWords[lang];
  const shown = checked?.letter ?? letter;
  return narrow([
    pageHeading({ title: words.title, lead: words.lead }),
    errorSummary({ lang, faults, kept: words.notKept }),
    checked && outcome(checked, lang),
    code !== null &&
      !shown &&
      notice({
        lang,
        kind: 'warning',
        title: words.unknown,
        children: html`<p>${words.unknownText}</p>`,
        announced: true,
      }),
    shown && letterPanel(page, shown),
    checked && signaturePart(checked, lang),
    !shown && codeForm(page),
    fileForm(page),
  ]);
}

function outcome({ letter, same }: CheckedFile, lang: Lang): Content {
  const words = verifyWords[lang];
  const told = (kind: 'success' | 'warning', title: string, text: string): Content =>
    notice({ lang, kind, title, children: html`<p>${text}</p>`, announced: true });
  if (!letter) return told('warning', words.notFound, words.notFoundText);
  if (!same) return told('warning', words.altered, words.alteredText);
  if (letter.state === 'void') return told('warning', words.states.void, words.sameVoid);
  if (letter.way === 'trial') return told('warning', words.trial, words.sameTrial);
  return told('success', words.same, words.sameText);
}

function letterPanel({ lang, name, governmentName }: VerifyPage, letter: PublicLetter): Content {
  const words = verifyWords[lang];
  const { number, dated, government, template, state, way, sha256 } = letter;
  return panel({
    title: state === 'signed' && way === 'trial' ? words.trial : words.states[state],
    children: [
      pairs([
        { term: words.number, value: number },
        { term: words.dated, value: formatDate(dated, lang) },
        { term: words.kind, value: templates[template].title[lang] },
        { term: words.office, value: governmentName(government) },
        ...(name === null ? [] : [{ term: words.name, value: name }]),
        ...(way === null ? [] : [{ term: words.way, value: words.ways[way] }]),
        ...(sha256 === null
          ? []
          : [{ term: words.hash, value: html`<code>${sha256.toString('hex')}</code>` }]),
      ]),
      letter.erased_at === null ? name === null && soft(words.noName) : erasedPart(lang),
    ],
  });
}

/** The register keeps the letter; whose it was went with the data. */
const erasedPart = (lang: Lang): Content =>
  notice({
    lang,
    kind: 'info',
    title: verifyWords[lang].erased,
    children: html`<p>${verifyWords[lang].erasedText}</p>`,
  });

function signaturePart({ signatures }: CheckedFile, lang: Lang): Content {
  if (signatures.length === 0) return null;
  const words = verifyWords[lang];
  const lines = signatures.flatMap(({ signer, issuer, is }) => [
    { term: words.signer, value: signer ?? '–' },
    { term: words.issuer, value: issuer ?? '–' },
    { term: words.outcome, value: words.signatures[is] },
  ]);
  return panel({ title: words.signature, children: pairs(lines) });
}

function fileForm({ lang, csrf, letter, checked, faults }: VerifyPage): Content {
  const words = verifyWords[lang];
  const code = (letter ?? checked?.letter)?.code;
  return form({
    lang,
    csrf,
    action: code === undefined ? VERIFY : `${VERIFY}/${code}`,
    multipart: true,
    children: [
      fileField({
        lang,
        name: 'berkas',
        label: words.file,
        accept: ['application/pdf', 'image/jpeg', 'image/png'],
        kinds: words.kinds,
        hint: `${words.kinds}, ${words.atMost} ${formatFileSize(MAX_FILE_BYTES, lang)}. ${words.fileHint}`,
        maxSize: MAX_FILE_BYTES,
        error: errorOf(faults, 'berkas', lang),
      }),
      buttonRow(button({ label: words.check })),
    ],
  });
}

function codeForm({ lang, code }: VerifyPage): Content {
  const words = verifyWords[lang];
  return queryForm({
    action: VERIFY,
    children: [
      textField({
        lang,
        name: 'kode',
        label: words.code,
        hint: words.codeHint,
        value: code ?? '',
        width: 'long',
        maxLength: 40,
        spellcheck: false,
      }),
      buttonRow(button({ label: words.look, kind: 'quiet' })),
    ],
  });
}
