/** A template and a request make the words of a sheet. Pure. */
import type { Words } from '../../ground/index.ts';
import { printedDispositions } from './dispositions.ts';
import { addresseeOf, dayOf, facts, lists, townOf } from './facts.ts';
import type { LetterCase } from './facts.ts';
import type { Draft, LetterText, Part, PrintedPart, Slot, TemplateId } from './model.ts';
import { signatureBlock } from './signature-block.ts';
import type { Signer } from './signature-block.ts';
import { templates } from './templates.ts';
import { attachmentWords, factLabels, natureWords, NOT_RECORDED, sheetWords } from './words.ts';

type Lang = 'id' | 'en';

/** What is known of the sheet itself. */
export interface Sheet {
  readonly template: TemplateId;
  readonly draft: Draft;
  readonly signer: Signer | null;
  readonly dated: Temporal.PlainDate;
  readonly number: string | null;
}

const SLOT = /\{(\w+)\}/g;

/** The slots that a sentence names. */
export const slotsIn = (sentence: string): readonly string[] =>
  [...sentence.matchAll(SLOT)].flatMap(([, name]) => name ?? []);

/** A sentence with its slots filled; two full stops that meet become one. */
export function fill(sentence: string, given: LetterCase, lang: Lang): string {
  return sentence
    .replaceAll(SLOT, (_, name: Slot) => facts[name](given, lang) ?? NOT_RECORDED[lang])
    .replaceAll(/\.{2,}/g, '.');
}

/** What is proposed for the paragraph that the official may write anew; empty where the template has none. */
export function proposedBody(template: TemplateId, given: LetterCase, lang: Lang): string {
  const part = templates[template].parts.find((one) => 'body' in one);
  return part ? fill(part.body[lang], given, lang) : '';
}

const paragraph = (text: string): PrintedPart => ({ kind: 'paragraph', text });

function printed(part: Part, given: LetterCase, draft: Draft, lang: Lang): readonly PrintedPart[] {
  if ('say' in part) return [paragraph(fill(part.say[lang], given, lang))];
  if ('heading' in part) return [{ kind: 'heading', text: part.heading[lang] }];
  if ('body' in part) return draft.body.split(/\n{2,}/).map((text) => paragraph(text.trim()));
  if ('dispositions' in part) return printedDispositions(given, lang);
  if ('facts' in part) {
    const rows = part.facts.map(
      (slot) => [factLabels[slot]?.[lang] ?? slot, facts[slot](given, lang) ?? NOT_RECORDED[lang]] as const,
    );
    return [{ kind: 'facts', rows }];
  }
  const items = lists[part.list](given, lang);
  return items.length === 0
    ? [paragraph(part.none[lang])]
    : [{ kind: 'list', above: part.above[lang], items }];
}

/** What the other language says in place of a paragraph that was left as proposed. */
function bodyIn(lang: Lang, { template, draft }: Sheet, given: LetterCase): Draft {
  const untouched = draft.body === proposedBody(template, given, 'id');
  return lang === 'id' || !untouched ? draft : { ...draft, body: proposedBody(template, given, lang) };
}

/** All words of a sheet in one language. */
export function composeLetter(sheet: Sheet, given: LetterCase, lang: Lang): LetterText {
  const template = templates[sheet.template];
  const { government, service } = given.view;
  const draft = bodyIn(lang, sheet, given);
  const say = (words: Words): string => fill(words[lang], given, lang);
  return {
    lang,
    form: template.form,
    title: template.title[lang],
    subject: say(template.subject),
    number: sheet.number,
    placeAndDate: `${townOf(government.name)}, ${dayOf(sheet.dated, lang)}`,
    nature: natureWords[draft.nature][lang],
    attachments: attachmentWords(draft.attachments, lang),
    addressee: addresseeOf(given, lang),
    parts: template.parts.flatMap((part) => printed(part, given, draft, lang)),
    signature: sheet.signer
      ? signatureBlock(sheet.signer, given.organisation, service.value.office, lang)
      : { post: [sheetWords.giver[lang]], name: null, under: [] },
    receiver: template.form === 'record' ? (facts.applicant(given, lang) ?? NOT_RECORDED[lang]) : null,
    copies: draft.copies,
  };
}
