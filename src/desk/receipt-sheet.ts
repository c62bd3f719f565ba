/** The receipt for what was handed in (tanda terima berkas). */
import type { Requirement, Service } from '../standard/index.ts';
import { copyable, formatFileSize, html, pairs, sheet, signatures, table } from '../ui/index.ts';
import type { Content, Html } from '../ui/index.ts';
import { coursePicture, derivationSteps, governmentLetterhead } from '../web/index.ts';
import type { Told } from '../web/index.ts';
import { paperPairs, placeAndDate, signingPost } from './paper.ts';
import type { PaperFacts } from './paper.ts';
import { sheetWords } from './sheet-words.ts';

export interface ReceiptProps extends PaperFacts {
  readonly standard: Service;
  /** Requirements of this request that something is brought for. */
  readonly requirements: readonly Requirement[];
  readonly files: readonly { readonly requirement: string; readonly name: string; readonly size: number }[];
  /** How the deadline was found; without steps while its clock has not started. */
  readonly deadline: Pick<Told, 'derivation' | 'calendar'>;
  /** Requirements whose original was shown on paper. */
  readonly paper: readonly string[];
  /** Only right after an intake: shown once. */
  readonly trackingKey: string | null;
  /** Where the applicant tracks it. */
  readonly trackAt: string;
}

interface DocumentLine {
  readonly label: string;
  readonly form: string;
}

function documentLine(props: ReceiptProps, { id, label }: Requirement): DocumentLine {
  const { lang, files, paper } = props;
  const words = sheetWords[lang];
  const forms = [
    ...files
      .filter(({ requirement }) => requirement === id)
      .map(({ name, size }) => words.uploaded(name, formatFileSize(size, lang))),
    ...(paper.includes(id) ? [words.paper] : []),
  ];
  return { label: label[lang], form: forms.join('; ') || words.none };
}

export function receiptSheet(props: ReceiptProps): Html {
  const { lang, standing } = props;
  const words = sheetWords[lang];
  return sheet({
    head: governmentLetterhead(props.government, lang),
    title: words.receiptTitle,
    number: props.number,
    children: [
      pairs(paperPairs(props)),
      documentsPart(props),
      props.standard.fee.free && html`<p>${words.free}</p>`,
      trackingPart(props),
      deadlinePart(props),
      signatures([
        { post: words.gives, name: '' },
        { placeAndDate: placeAndDate(props), post: signingPost(props), name: standing.name },
      ]),
    ],
  });
}

function documentsPart(props: ReceiptProps): Html {
  const words = sheetWords[props.lang];
  if (props.requirements.length === 0) return html`<p>${words.nothing}</p>`;
  return table({
    caption: words.documents,
    captionSeen: true,
    columns: [
      { label: words.document, cell: (line: DocumentLine) => line.label, names: true },
      { label: words.form, cell: (line: DocumentLine) => line.form },
    ],
    groups: [{ rows: props.requirements.map((requirement) => documentLine(props, requirement)) }],
  });
}

/** The same as on the applicant's own receipt, so that who came to the counter can follow it at home. */
function deadlinePart({ lang, deadline }: ReceiptProps): Content {
  if (deadline.derivation.length === 0) return null;
  const told = { lang, ...deadline };
  return [html`<h2>${sheetWords[lang].deadline}</h2>`, derivationSteps(told), coursePicture(told)];
}

function trackingPart({ lang, trackingKey, trackAt }: ReceiptProps): Content {
  const words = sheetWords[lang];
  return [
    trackingKey === null
      ? html`<p>${words.keyGiven}</p>`
      : copyable({ lang, label: words.key, value: trackingKey, hint: words.keyText }),
    html`<p>${words.trackAt} ${trackAt}</p>`,
  ];
}
