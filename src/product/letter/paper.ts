/** The words of a letter on paper, laid out as Permendagri 1/2023 has it. Pure. */
import type { Block, Paper, Paragraph, QrCode, Signature, Table } from '../../platform/index.ts';
import { letterheadOf } from '../../standard/index.ts';
import type { Government } from '../../standard/index.ts';
import type { LetterText, PrintedPart } from './model.ts';
import { sheetWords } from './words.ts';

/** What goes around the words. */
export interface Printing {
  readonly government: Government;
  /** Tells this file from every other. */
  readonly id: string;
  readonly createdAt: Temporal.Instant;
  /** Address of the verification page; null on a draft. */
  readonly verifyAt: string | null;
  readonly banner: string | null;
  /** What is said of the electronic signature below the address where the letter is checked. */
  readonly foot: string | null;
}

/** The name under which `writePdf` tells where the signature has its room. */
export const SIGNING_PLACE = 'tanda-tangan';

const facts = (rows: readonly (readonly [string, string])[]): Table => ({
  kind: 'table',
  frame: 'none',
  columns: [{ share: 'fit', names: true }, { share: 'fit' }, { share: 1 }],
  rows: rows.map(([label, value]) => [label, ':', value]),
});

const BELOW_PART = 3;

/** Facts with whoever vouches for them below, on one page. */
const signedFacts = ({
  rows,
  placeAndDate,
  post,
  name,
}: Extract<PrintedPart, { readonly kind: 'signed-facts' }>): Block => ({
  kind: 'together',
  blocks: [
    facts(rows),
    { kind: 'space', height: BELOW_PART },
    {
      kind: 'signatures',
      blocks: [
        {
          placeAndDate,
          post: post === null ? [] : [post],
          mark: { kind: 'room', height: 16 },
          ...(name === null ? {} : { name }),
        },
      ],
    },
  ],
});

function partBlocks(part: PrintedPart): Block[] {
  if (part.kind === 'paragraph') return [{ kind: 'paragraph', text: part.text, after: BELOW_PART }];
  if (part.kind === 'heading')
    return [
      { kind: 'paragraph', text: [{ text: part.text, bold: true }], align: 'centre', after: BELOW_PART },
    ];
  if (part.kind === 'signed-facts') return [signedFacts(part), { kind: 'space', height: 6 }];
  if (part.kind === 'facts') return [facts(part.rows), { kind: 'space', height: BELOW_PART }];
  const [above, items] = [{ kind: 'paragraph', text: part.above, withNext: true } as const, part.items];
  const [only] = items;
  // A letter before the only one of a list would make the reader look for the next.
  if (items.length === 1 && only !== undefined)
    return [above, { kind: 'paragraph', text: only, after: BELOW_PART }];
  return [above, { kind: 'list', numbers: 'letters', items }, { kind: 'space', height: 1 }];
}

/** The last words of a letter stay with its signature: nobody signs an empty page. */
function bodyBlocks({ parts, form }: LetterText): Block[] {
  const blocks = parts.flatMap(partBlocks);
  const last = blocks.at(-1);
  if (form === 'sheet' || last?.kind !== 'paragraph') return blocks;
  return [...blocks.slice(0, -1), { ...last, after: 7, withNext: true }];
}

/** Number, nature, attachments and Hal on the left; place and date on the line of the number (Permendagri 1/2023). */
function letterTop({
  lang,
  number,
  nature,
  attachments,
  subject,
  placeAndDate,
  addressee,
}: LetterText): Block[] {
  const rows = [
    [sheetWords.number[lang], number ?? '…'],
    [sheetWords.nature[lang], nature],
    [sheetWords.attachments[lang], attachments],
    [sheetWords.subject[lang], subject],
  ] as const;
  const [name = '', ...more] = addressee;
  const to = [`${sheetWords.to[lang]} ${name}`, ...more, sheetWords.at[lang]].filter((line) => line !== '');
  return [
    {
      kind: 'side-by-side',
      shares: [3, 2],
      left: [facts(rows)],
      right: [{ kind: 'paragraph', text: placeAndDate, align: 'right' }],
    },
    { kind: 'space', height: 4 },
    { kind: 'paragraph', text: to.join('\n'), after: 4 },
  ];
}

/** Orders, records and sheets carry their name in capitals, with the number below. */
function namedTop({ lang, title, number, form }: LetterText): Block[] {
  const numbered = form !== 'sheet';
  return [
    {
      kind: 'heading',
      level: 1,
      text: title.toLocaleUpperCase(lang),
      align: 'centre',
      size: 'large',
      after: 1,
    },
    ...(numbered
      ? [
          {
            kind: 'paragraph',
            text: `${sheetWords.number[lang].toLocaleUpperCase(lang)} ${number ?? '…'}`,
            align: 'centre',
            after: 5,
          } as const,
        ]
      : [{ kind: 'space', height: 3 } as const]),
  ];
}

function signatureOf({ signature, placeAndDate, form }: LetterText): Signature {
  return {
    ...(form === 'letter' ? {} : { placeAndDate }),
    post: signature.post,
    // Room for a hand, and for the mark that an electronic signature sets there.
    mark: { kind: 'room', height: 20 },
    ...(signature.name === null ? {} : { name: signature.name }),
    under: signature.under,
    place: SIGNING_PLACE,
  };
}

/** Where the sheet is checked, beside the signature where there is room, so that it never needs a page of its own. */
function signatures(text: LetterText, printing: Printing): Block[] {
  if (text.form === 'sheet') return [];
  const own = signatureOf(text);
  const check = checkOf(text, printing);
  if (text.receiver !== null) {
    const receiver: Signature = {
      post: [sheetWords.receiver[text.lang]],
      mark: { kind: 'room', height: 20 },
      name: text.receiver,
    };
    const beside = check && {
      kind: 'side-by-side',
      left: [check.code],
      right: check.words,
      shares: CODE_SHARES,
    };
    return [
      { kind: 'signatures', blocks: [receiver, own] },
      ...(beside ? [{ kind: 'space', height: 6 } as const, beside as Block] : []),
    ];
  }
  if (!check) return [{ kind: 'signatures', blocks: [own] }];
  const signature = { kind: 'signatures', blocks: [own], across: true } as const;
  return [{ kind: 'side-by-side', left: [check.code, ...check.words], right: [signature] }];
}

/** Of the code and the words beside it. */
const CODE_SHARES = [1, 6] as const;

/** The code of the verification page and its address in words; null on a sheet that has none yet. */
function checkOf(
  { lang }: LetterText,
  { verifyAt, foot }: Printing,
): { readonly code: QrCode; readonly words: readonly Paragraph[] } | null {
  if (verifyAt === null) return null;
  const line = (text: Paragraph['text']): Paragraph => ({ kind: 'paragraph', size: 'tiny', text });
  return {
    code: { kind: 'qr', address: verifyAt, side: 20, alt: sheetWords.qr[lang], align: 'left' },
    words: [
      line([{ text: `${sheetWords.check[lang]} ` }, { text: verifyAt, link: verifyAt }]),
      ...(foot === null ? [] : [line(foot)]),
    ],
  };
}

function copies({ lang, copies: lines }: LetterText): Block[] {
  if (lines.length === 0) return [];
  return [
    { kind: 'space', height: 3 },
    { kind: 'paragraph', text: sheetWords.copies[lang], withNext: true, size: 'small' },
    { kind: 'list', numbers: 'decimal', items: lines, size: 'small' },
  ];
}

/** The paper of a letter; equal words and printing give an equal file. */
export function letterPaper(text: LetterText, printing: Printing): Paper {
  const { government, id, createdAt, banner } = printing;
  const letter = text.form === 'letter';
  return {
    title: [letter ? text.subject : text.title, text.number].filter((part) => part !== null).join(' – '),
    author: government.office.name,
    subject: text.subject,
    lang: text.lang,
    createdAt: createdAt.toString(),
    id,
    page: { size: 'A4' },
    accent: government.accent,
    pageNumbers: text.lang === 'id' ? 'halaman {n} dari {m}' : 'page {n} of {m}',
    ...(banner === null ? {} : { banner }),
    body: [
      letterheadOf(government),
      { kind: 'space', height: 3 },
      ...(letter ? letterTop(text) : namedTop(text)),
      ...bodyBlocks(text),
      ...signatures(text, printing),
      ...copies(text),
    ],
  };
}
