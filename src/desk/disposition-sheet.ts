/** The disposition sheet (lembar disposisi): what was handed on to whom and how; room for the hand where nothing was. */
import type { DeskView, TimelineItem } from '../request/index.ts';
import { bullets, html, pairs, paragraphs, sheet, signatures } from '../ui/index.ts';
import type { Html } from '../ui/index.ts';
import { formatInstant } from '../working-time/index.ts';
import { governmentLetterhead } from '../web/index.ts';
import { paperPairs, placeAndDate, signingPost } from './paper.ts';
import type { PaperFacts } from './paper.ts';
import { actingTitle, postTitle } from './request-words.ts';
import { sheetWords } from './sheet-words.ts';

export function dispositionSheet(facts: PaperFacts, view: DeskView): Html {
  const { lang, standing } = facts;
  const made = view.timeline.filter(({ addressees }) => addressees.length > 0);
  return sheet({
    head: governmentLetterhead(facts.government, lang),
    title: sheetWords[lang].dispositionTitle,
    number: facts.number,
    children: [
      pairs(paperPairs(facts)),
      made.length > 0 ? made.map((item) => dispositionPart(facts, view, item)) : blankPart(facts),
      signatures([{ placeAndDate: placeAndDate(facts), post: signingPost(facts), name: standing.name }]),
    ],
  });
}

function dispositionPart(
  { lang, organisation, timeZone }: PaperFacts,
  view: DeskView,
  item: TimelineItem,
): Html {
  const words = sheetWords[lang];
  const name = item.official === null ? undefined : view.officials[item.official];
  const post = item.who ? actingTitle(item.who[lang], item.acting) : '';
  const instructions = item.instructions.flatMap((n) => organisation.instructions[n]?.[lang] ?? []);
  return pairs([
    { term: words.from, value: [post, name].filter(Boolean).join(' · ') },
    { term: words.on, value: formatInstant(item.at, timeZone, lang) },
    { term: words.to, value: bullets(item.addressees.map((id) => postTitle(organisation, id, lang))) },
    { term: words.instructions, value: instructions.length > 0 ? bullets(instructions) : '–' },
    ...(item.text === null ? [] : [{ term: words.note, value: paragraphs(item.text) }]),
  ]);
}

/** Boxes and lines for the pen; drawn, since not every face has a box. */
function blankPart({ organisation, lang }: PaperFacts): Html {
  const words = sheetWords[lang];
  const lines = organisation.instructions.map(
    (line) => html`<p><span class="pen-box" aria-hidden="true"></span>${line[lang]}</p>`,
  );
  return html`<p class="screen-only">${words.blank}</p>${pairs([
    { term: words.to, value: html`<span class="pen-line"></span>` },
    { term: words.instructions, value: lines },
    { term: words.note, value: html`<span class="pen-line"></span>` },
  ])}`;
}
