/** A button pressed twice: the second press finds done what it asks for, and shows that instead of a conflict. */
import { createHash } from 'node:crypto';
import { Fault } from '../../ground/index.ts';
import { draftMark, readLetter } from '../../product/index.ts';
import type { Draft, LetterAct, StoredLetter } from '../../product/index.ts';
import type { WebContext } from '../../web/index.ts';

interface Pressed {
  readonly action: string;
  readonly scan: Buffer | null;
  readonly draft: Draft | null;
}

type IsSo = (letter: StoredLetter, brought: Pick<Pressed, 'scan' | 'draft'>) => boolean;

/** Numbered with these very words; other ones must not be lost. */
const isNumbered: IsSo = (letter, { draft }) =>
  letter.state !== 'draft' && (draft === null || draftMark(draft) === draftMark(letter.draft));

const isSigned: IsSo = ({ state }) => state === 'signed';

/** The very sheet that was issued: whoever brings another scan has to be told that it was not taken. */
const isIssuedScan: IsSo = ({ state, sha256 }, { scan }) =>
  state === 'signed' && scan !== null && sha256?.equals(createHash('sha256').update(scan).digest()) === true;

/** What is so once the action was carried out. What was written is not among it: it must not be lost. */
const soAfter: Readonly<Record<string, IsSo>> = {
  number: isNumbered,
  bsre: isSigned,
  trial: isSigned,
  'by-hand': isIssuedScan,
  void: ({ state }) => state === 'void',
};

/** Whether what could not be done is done already. */
export async function isDoneAlready(
  context: WebContext,
  act: LetterAct,
  id: string,
  { fault, action, scan, draft }: Pressed & { readonly fault: Fault },
): Promise<boolean> {
  if (action === 'discard') return fault.code === 'letter-not-found';
  const isSo = Object.hasOwn(soAfter, action) ? soAfter[action] : undefined;
  if (fault.code !== 'letter-moved' || !isSo) return false;
  const { letter } = await readLetter(context, act, id);
  return isSo(letter, { scan, draft });
}
