/** The papers of a request: receipt for documents and disposition sheet. */
import type { Standing } from '../people/index.ts';
import type { DeskView, TimelineItem } from '../request/index.ts';
import type { Organisation } from '../standard/index.ts';
import {
  bullets,
  buttonRow,
  copyable,
  deskWords,
  formatFileSize,
  html,
  linkButton,
  pairs,
  paragraphs,
  printButton,
  screenOnly,
  sheet,
  signatures,
  table,
} from '../ui/index.ts';
import type { Content, Html, Lang, Pair } from '../ui/index.ts';
import { formatDate, formatInstant } from '../working-time/index.ts';
import { governmentLetterhead } from '../web/index.ts';
import { actingTitle, agencyName, postTitle } from './request-words.ts';
import { sheetWords } from './sheet-words.ts';
import { pageWords } from './words.ts';

export interface SheetProps {
  readonly lang: Lang;
  readonly view: DeskView;
  readonly organisation: Organisation;
  /** Who prints and signs. */
  readonly standing: Standing;
  readonly now: Temporal.Instant;
  /** Only right after a counter intake: shown once. */
  readonly trackingKey?: string;
  readonly publicUrl: string;
}

const headOf = ({ view, lang }: SheetProps): Html => governmentLetterhead(view.government, lang);

function whoAsks({ view, lang, organisation }: SheetProps): string {
  const { name, agency } = view.applicant;
  const named = [name, agency === null ? null : agencyName(organisation, agency)].filter(
    (part) => part !== null,
  );
  return named.length > 0 ? named.join(', ') : pageWords[lang].queue.protected;
}

function factsOf(props: SheetProps): readonly Pair[] {
  const { view, lang } = props;
  const words = sheetWords[lang];
  const { state, timeZone, submission } = view;
  const at = (instant: string): string => formatInstant(instant, timeZone, lang);
  const { agenda } = state;
  return [
    ...(agenda
      ? [{ term: deskWords[lang].letter.agendaNumber, value: `${agenda.number}/${agenda.year}` }]
      : []),
    { term: words.service, value: view.service.value.title[lang] },
    { term: words.applicant, value: whoAsks(props) },
    { term: words.received, value: at(state.receivedAt) },
    ...(submission.letter.number === undefined
      ? []
      : [{ term: deskWords[lang].letter.sendersNumber, value: submission.letter.number }]),
    ...(submission.letter.subject === undefined
      ? []
      : [{ term: deskWords[lang].letter.subject, value: submission.letter.subject }]),
    ...(state.endedAt === null
      ? [{ term: words.due, value: state.due === null ? words.notStarted : at(state.due) }]
      : []),
  ];
}

interface DocumentLine {
  readonly label: string;
  readonly form: string;
}

function documentsOf({ view, lang }: SheetProps): readonly DocumentLine[] {
  const words = sheetWords[lang];
  return view.service.value.requirements
    .filter(({ id, bring }) => bring !== 'none' && concerns(view, id))
    .map(({ id, label }) => {
      const files = view.files.filter(({ requirement }) => requirement === id);
      const forms = [
        ...files.map(({ name, size }) => words.uploaded(name, formatFileSize(size, lang))),
        ...(view.submission.paper.includes(id) ? [words.paper] : []),
      ];
      return { label: label[lang], form: forms.join('; ') || words.none };
    });
}

/** Requirements of this request: those demanded of it, and what was brought besides. */
const concerns = ({ state, files, submission }: DeskView, id: string): boolean =>
  state.demanded.includes(id) ||
  submission.paper.includes(id) ||
  files.some(({ requirement }) => requirement === id);

/** Place and date under a letter: the office's town is the government's. */
const placeAndDate = ({ view, now, lang }: SheetProps): string => {
  const town = view.government.name.replace(/^(Kabupaten|Kota|Provinsi) /, '');
  const date = now.toZonedDateTimeISO(view.timeZone).toPlainDate();
  return `${town}, ${formatDate(date, lang).replace(/^[^,]*, /, '')}`;
};

/** The first post of whoever signs, with Plt. or Plh. in front. */
function signingPost({ standing, organisation, lang }: SheetProps): string {
  const [held] = standing.held;
  if (!held) return '';
  const as = held.as === 'definitive' ? null : held.as;
  return actingTitle(postTitle(organisation, held.position, lang), as);
}

const tools = ({ view, lang }: SheetProps): Html =>
  screenOnly(
    buttonRow(
      printButton(sheetWords[lang].print),
      linkButton({
        label: sheetWords[lang].back,
        href: `/meja/permohonan/${view.state.number}`,
        kind: 'quiet',
      }),
    ),
  );

/** The receipt for what was handed in (tanda terima berkas). */
export function receiptSheet(props: SheetProps): Content {
  const { view, lang, standing } = props;
  const words = sheetWords[lang];
  const lines = documentsOf(props);
  return [
    tools(props),
    sheet({
      head: headOf(props),
      title: words.receiptTitle,
      number: view.state.number,
      children: [
        pairs(factsOf(props)),
        lines.length > 0
          ? table({
              caption: words.documents,
              captionSeen: true,
              columns: [
                { label: words.document, cell: (line: DocumentLine) => line.label, names: true },
                { label: words.form, cell: (line: DocumentLine) => line.form },
              ],
              groups: [{ rows: lines }],
            })
          : html`<p>${words.nothing}</p>`,
        trackingPart(props),
        view.service.value.fee.free && html`<p>${words.free}</p>`,
        signatures([
          { post: words.gives, name: '' },
          { placeAndDate: placeAndDate(props), post: signingPost(props), name: standing.name },
        ]),
      ],
    }),
  ];
}

function trackingPart({ view, lang, trackingKey, publicUrl }: SheetProps): Content {
  const words = sheetWords[lang];
  const where = `${publicUrl}/${view.government.id}/permohonan`;
  return [
    trackingKey === undefined
      ? html`<p>${words.keyGiven}</p>`
      : copyable({ lang, label: words.key, value: trackingKey, hint: words.keyText }),
    html`<p>${words.trackAt} ${where}</p>`,
  ];
}

/** The disposition sheet: every disposition made so far, and room for the hand where there is none. */
export function dispositionSheet(props: SheetProps): Content {
  const { view, lang, standing } = props;
  const words = sheetWords[lang];
  const made = view.timeline.filter(({ addressees }) => addressees.length > 0);
  return [
    tools(props),
    sheet({
      head: headOf(props),
      title: words.dispositionTitle,
      number: view.state.number,
      children: [
        pairs(factsOf(props)),
        made.length > 0
          ? made.map((item) => dispositionPart(props, item))
          : [html`<p class="screen-only">${words.blank}</p>`, blankDisposition(props)],
        signatures([{ placeAndDate: placeAndDate(props), post: signingPost(props), name: standing.name }]),
      ],
    }),
  ];
}

function dispositionPart({ view, lang, organisation }: SheetProps, item: TimelineItem): Html {
  const words = sheetWords[lang];
  const name = item.official === null ? undefined : view.officials[item.official];
  const post = item.who ? actingTitle(item.who[lang], item.acting) : '';
  return pairs([
    { term: words.from, value: [post, name].filter(Boolean).join(' · ') },
    { term: words.on, value: formatInstant(item.at, view.timeZone, lang) },
    { term: words.to, value: bullets(item.addressees.map((id) => postTitle(organisation, id, lang))) },
    {
      term: words.instructions,
      value: bullets(item.instructions.flatMap((n) => organisation.instructions[n]?.[lang] ?? [])),
    },
    ...(item.text === null ? [] : [{ term: words.note, value: paragraphs(item.text) }]),
  ]);
}

/** Boxes to tick with a pen. */
const blankDisposition = ({ organisation, lang }: SheetProps): Html =>
  pairs([
    { term: sheetWords[lang].to, value: '☐ ' },
    {
      term: sheetWords[lang].instructions,
      value: organisation.instructions.map((line) => html`<p>☐ ${line[lang]}</p>`),
    },
    { term: sheetWords[lang].note, value: '' },
  ]);
