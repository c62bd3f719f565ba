/** The file of a letter: of a draft, of a numbered letter to be signed, of what needs no number. */
import type { Words } from '../../ground/index.ts';
import type { WrittenPdf } from '../../platform/index.ts';
import type { Government } from '../../standard/index.ts';
import { composeLetter } from './compose.ts';
import type { LetterDeps } from './deps.ts';
import { openCase, previewLetter, withVault } from './drafting.ts';
import type { LetterAct } from './drafting.ts';
import { letterMoved } from './faults.ts';
import type { TemplateId } from './model.ts';
import { sheetsFor } from './offered.ts';
import { caseOf, footingOf } from './outcome.ts';
import type { Footing } from './outcome.ts';
import { letterPaper } from './paper.ts';
import { lockLetter } from './rows.ts';
import type { StoredLetter } from './rows.ts';
import { sheetWords } from './words.ts';

type Lang = 'id' | 'en';

/** The address at which everybody can check a letter. */
export const verifyAddress = (publicUrl: string, code: string): string => `${publicUrl}/verifikasi/${code}`;

/** In which language, and how it will be signed: BSrE's letters say by whose certificate. */
interface Sheet {
  readonly lang?: Lang;
  readonly way?: StoredLetter['way'];
}

/** The sheet that is signed: made again at any time, byte for byte. */
export async function numberedPdf(
  { publicUrl, press }: Pick<LetterDeps, 'publicUrl' | 'press'>,
  government: Government,
  letter: StoredLetter,
  { lang = 'id', way = letter.way }: Sheet = {},
): Promise<WrittenPdf> {
  const { texts, code, id, changed_at, state } = letter;
  if (!texts || code === null) throw letterMoved();
  const banner = lang === 'en' ? sheetWords.translation.en : null;
  return press.printPdf(
    letterPaper(texts[lang], {
      government,
      id: `${id} ${lang}`,
      createdAt: changed_at,
      verifyAt: verifyAddress(publicUrl, code),
      banner: state === 'void' ? sheetWords.void[lang] : banner,
      foot: way === 'bsre' ? sheetWords.bsre[lang] : null,
    }),
  );
}

/** Nobody takes a draft for the decision. */
const draftBanners: Readonly<Record<Footing, Words>> = {
  decided: sheetWords.draft,
  undecided: sheetWords.undecided,
  overtaken: sheetWords.overtaken,
};

/** The file of a letter as it stands, for officials: a draft says so across every page. */
export async function letterPdf(deps: LetterDeps, act: LetterAct, id: string, lang: Lang): Promise<Buffer> {
  const given = await openCase(deps, act);
  const { government } = given.view;
  const { letter, text } = await withVault(deps, act, given.view.id, async (tx, vault) => {
    const found = await lockLetter(tx, vault, id);
    const draft = found.state === 'draft' ? await previewLetter(deps, tx, given, found, lang) : null;
    return { letter: found, text: draft };
  });
  if (!text) return (await numberedPdf(deps, government, letter, { lang })).bytes;
  const printing = {
    government,
    id: `${id} ${lang}`,
    createdAt: letter.changed_at,
    verifyAt: null,
    banner: draftBanners[footingOf(letter.template, caseOf(given.view))][lang],
    foot: null,
  };
  return deps.press.print(letterPaper(text, printing), 'pdf');
}

/** A paper without a number (disposition sheet, submission receipt), from the request as it stands. Fault: `letter-moved`. */
export async function sheetPdf(
  deps: LetterDeps,
  act: LetterAct,
  template: TemplateId,
  lang: Lang,
): Promise<Buffer> {
  const given = await openCase(deps, act);
  if (!sheetsFor(given.view).includes(template)) throw letterMoved();
  const now = deps.clock.now();
  const draft = { body: '', nature: 'biasa', attachments: 0, copies: [], post: '' } as const;
  const dated = now.toZonedDateTimeISO(given.view.timeZone).toPlainDate();
  const text = composeLetter({ template, draft, signer: null, dated, number: null }, given, lang);
  const { government, state } = given.view;
  const paper = letterPaper(text, {
    government,
    id: `${state.number} ${template} ${state.version} ${lang}`,
    createdAt: now,
    verifyAt: null,
    banner: null,
    foot: null,
  });
  return deps.press.print(paper, 'pdf');
}
