/** How a numbered letter is signed: through BSrE, by hand, or for trial in a demonstration. */
import { MAX_FILE_BYTES } from '../../platform/index.ts';
import { isSignedByTwo } from '../../product/index.ts';
import {
  button,
  buttonRow,
  errorOf,
  fileField,
  folded,
  html,
  notice,
  panel,
  passwordField,
  textField,
} from '../../ui/index.ts';
import type { Content } from '../../ui/index.ts';
import { letterAct, SIGNER_NIK } from './letter-act.ts';
import type { LetterPage } from './letter-act.ts';
import { letterWords } from './words.ts';

/** Digits of a NIK with room for the spaces people write between them. */
const NIK_LENGTH = 24;

/** The ways that are open, the government's usual one first and open. */
export function signingPart(page: LetterPage): Content {
  const { bsre, trial, mine, lang } = page;
  const words = letterWords[lang];
  if (isSignedByTwo(page.letter))
    return panel({ title: words.byTwo, children: [html`<p>${words.byTwoText}</p>`, scanForm(page)] });
  return [
    (bsre || trial) && !mine && othersPart(page),
    bsre && mine && bsrePart(page),
    byHandPart(page),
    // Whoever has real certificates needs no trial ones.
    trial && !bsre && mine && trialPart(page),
  ];
}

/** Who has to come here, since nobody can sign electronically for somebody else. */
function othersPart({ lang, letter }: LetterPage): Content {
  const words = letterWords[lang];
  const { name, post } = letter.texts?.[lang].signature ?? { name: null, post: [] };
  const who = [name, post.at(-1)?.replace(/,$/, '')].filter((part) => part !== null && part !== undefined);
  return notice({
    lang,
    kind: 'info',
    title: words.waitsFor(who.join(', ')),
    children: html`<p>${words.waitsForText}</p>`,
  });
}

function bsrePart(page: LetterPage): Content {
  const { lang, faults, nik } = page;
  const words = letterWords[lang];
  return panel({
    title: words.bsre,
    children: [
      html`<p>${words.bsreText}</p>`,
      letterAct(page, 'bsre', [
        textField({
          lang,
          name: SIGNER_NIK,
          label: words.nik,
          hint: words.nikHint,
          value: nik,
          width: 'medium',
          maxLength: NIK_LENGTH,
          autocomplete: 'off',
          spellcheck: false,
          error: errorOf(faults, SIGNER_NIK, lang),
        }),
        passphrase(page, words.bsrePassphrase),
        buttonRow(button({ label: words.signAtBsre })),
      ]),
    ],
  });
}

const passphrase = ({ lang, faults }: LetterPage, label: string): Content =>
  passwordField({
    lang,
    name: 'passphrase',
    label,
    autocomplete: 'off',
    error: errorOf(faults, 'passphrase', lang),
  });

/** Where letters are signed electronically the scan is the way for when that cannot be: folded until it is wanted. */
function byHandPart(page: LetterPage): Content {
  const words = letterWords[page.lang];
  const children = [html`<p>${words.byHandText}</p>`, scanForm(page)];
  const wrong = page.faults.some(({ path }) => path === 'scan');
  return page.bsre
    ? folded({ summary: words.byHand, open: wrong, children })
    : panel({ title: words.byHand, children });
}

function scanForm(page: LetterPage): Content {
  const { lang, faults, bsre } = page;
  const words = letterWords[lang];
  const fields = [
    fileField({
      lang,
      name: 'scan',
      label: words.scan,
      accept: ['application/pdf', 'image/jpeg', 'image/png'],
      kinds: words.scanKinds,
      maxSize: MAX_FILE_BYTES,
      error: errorOf(faults, 'scan', lang),
    }),
    buttonRow(button({ label: words.attach, ...(bsre && !isSignedByTwo(page.letter) && { kind: 'quiet' }) })),
  ];
  return letterAct(page, 'by-hand', fields, true);
}

function trialPart(page: LetterPage): Content {
  const words = letterWords[page.lang];
  return panel({
    title: words.trial,
    children: [
      html`<p>${words.trialText}</p>`,
      letterAct(page, 'trial', [
        passphrase(page, words.passphrase),
        buttonRow(button({ label: words.sign, kind: 'quiet' })),
      ]),
    ],
  });
}
