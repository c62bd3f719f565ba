/** What the parts of a letter's page have in common. */
import type { FieldFault, Words } from '../../ground/index.ts';
import type { Draft, OpenedLetter } from '../../product/index.ts';
import type { Organisation } from '../../standard/index.ts';
import { form, hiddenField } from '../../ui/index.ts';
import type { Content, Html, Lang, SecretName } from '../../ui/index.ts';

export interface LetterPage extends OpenedLetter {
  readonly lang: Lang;
  readonly csrf: string;
  readonly number: string;
  /** The mark of the draft on the page: what is done to it is done to these words. */
  readonly seen: string;
  readonly organisation: Organisation;
  /** Whether this official may sign it electronically. */
  readonly mine: boolean;
  /** Whether the built-in authority signs: in a demonstration. */
  readonly trial: boolean;
  /** Whether the government's certificates come from BSrE, through its client. */
  readonly bsre: boolean;
  /** The NIK as typed, on a page that came back. */
  readonly nik: string;
  readonly faults: readonly FieldFault[];
  /** What somebody typed while a colleague brought the letter further: shown once more. */
  readonly lost: { readonly draft: Draft; readonly words: Words } | null;
}

/** Name of the field that carries the mark. */
export const SEEN = 'seen';

/** Where the letter lives. */
/** The NIK of whoever signs: like the passphrase it is for one signature. */
export const SIGNER_NIK = 'signer-nik' satisfies SecretName;

export const letterAddress = ({ number, letter }: Pick<LetterPage, 'number' | 'letter'>): string =>
  `/meja/permohonan/${number}/surat/${letter.id}`;

/** A form of the letter's page that does one thing with it. */
export function letterAct(page: LetterPage, action: string, children: Content, multipart = false): Html {
  const { lang, csrf } = page;
  return form({
    lang,
    csrf,
    action: letterAddress(page),
    multipart,
    children: [hiddenField('action', action), children],
  });
}
