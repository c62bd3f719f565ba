/** The disposition sheet (lembar disposisi): what was handed on to whom and how; room for the hand where nothing was. */
import { dispositionsOf, dispositionWords } from '../product/index.ts';
import type { Disposition } from '../product/index.ts';
import type { DeskView } from '../request/index.ts';
import { bullets, html, pairs, paragraphs, sheet, signatures } from '../ui/index.ts';
import type { Content, Html, Lang } from '../ui/index.ts';
import { governmentLetterhead, townOf } from '../web/index.ts';
import { paperPairs } from './paper.ts';
import type { PaperFacts } from './paper.ts';
import { sheetWords } from './sheet-words.ts';

export function dispositionSheet(facts: PaperFacts, view: DeskView): Html {
  const { lang, organisation } = facts;
  const made = dispositionsOf({ view, organisation }, lang);
  return sheet({
    head: governmentLetterhead(facts.government, lang),
    title: sheetWords[lang].dispositionTitle,
    number: facts.number,
    children: [
      pairs(paperPairs(facts)),
      made.length > 0 ? made.map((one) => dispositionPart(one, lang)) : blankPart(facts),
    ],
  });
}

/** Each is signed by whoever made it, not by whoever prints it. */
function dispositionPart(one: Disposition, lang: Lang): Content {
  const words = dispositionWords[lang];
  return [
    pairs([
      { term: words.from, value: [one.post, one.name].filter(Boolean).join(' · ') },
      { term: words.on, value: one.at },
      { term: words.to, value: bullets(one.to) },
      { term: words.instructions, value: one.instructions.length > 0 ? bullets(one.instructions) : '–' },
      ...(one.note === null ? [] : [{ term: words.note, value: paragraphs(one.note) }]),
    ]),
    signatures([{ placeAndDate: one.placeAndDate, post: one.post, name: one.name }]),
  ];
}

/** Boxes and lines for the pen; drawn, since not every face has a box. */
function blankPart({ organisation, government, lang }: PaperFacts): Content {
  const words = dispositionWords[lang];
  const lines = organisation.instructions.map(
    (line) => html`<p><span class="pen-box" aria-hidden="true"></span>${line[lang]}</p>`,
  );
  return [
    html`<p class="screen-only">${sheetWords[lang].blank}</p>`,
    pairs([
      { term: words.to, value: html`<span class="pen-line"></span>` },
      { term: words.instructions, value: lines },
      { term: words.note, value: html`<span class="pen-line"></span>` },
    ]),
    signatures([{ placeAndDate: `${townOf(government)},`, post: null }]),
  ];
}
