/** Letters that were issued to the applicant: to download, to have checked, and what everybody may read of them. */
import type { ApplicantLetter } from '../../product/index.ts';
import { templates } from '../../product/index.ts';
import { keepsIdentityApart } from '../../standard/index.ts';
import { button, checkbox, form, html, notice, pairs, panel } from '../../ui/index.ts';
import type { Content, Html } from '../../ui/index.ts';
import { formatDate, formatInstant } from '../../working-time/index.ts';
import { trackWords } from '../words/track.ts';
import { fileLines, filesNamed } from './history.ts';
import type { OpenTracked } from './open-tracked.ts';

/** Name of the tick that lets the name be shown. */
export const SHOW_NAME = 'tampil';

/** All of them, those in force first and the newest of these on top; nothing while there is none. */
export function lettersPart(open: OpenTracked, letters: readonly ApplicantLetter[]): Content {
  if (letters.length === 0) return null;
  const words = trackWords[open.lang].letters;
  return panel({
    id: 'surat',
    title: words.title,
    children: letters
      .toReversed()
      .toSorted((one, other) => Number(one.voidedAt !== null) - Number(other.voidedAt !== null))
      .map((letter) => letterPart(open, letter)),
  });
}

function letterPart(open: OpenTracked, letter: ApplicantLetter): Html {
  const { lang } = open;
  const words = trackWords[lang].letters;
  const { template, number, dated, code, file, voidedAt } = letter;
  const page = `/verifikasi/${code}`;
  const facts = pairs([
    { term: words.number, value: number },
    { term: words.dated, value: formatDate(dated, lang) },
    { term: words.code, value: html`<a href="${page}">${grouped(code)}</a>` },
  ]);
  const inForce = [fileLines(open, filesNamed(open, [file])), consent(open, letter)];
  return html`<h3>${templates[template].title[lang]}</h3>${voidedAt && voided(open, voidedAt)}${facts}${voidedAt === null && inForce}`;
}

/** As it is printed and typed: in fours. */
const grouped = (code: string): string => code.match(/.{1,4}/g)?.join(' ') ?? code;

function voided({ lang, view }: OpenTracked, at: Temporal.Instant): Html {
  const words = trackWords[lang].letters;
  return notice({
    lang,
    kind: 'warning',
    title: words.void(formatInstant(at.toString(), view.timeZone, lang)),
    children: html`<p>${words.voidText}</p>`,
  });
}

/** Asked where the letter lies, and taken back there. Nobody whose identity is kept apart is asked. */
function consent({ base, lang, request, view }: OpenTracked, { id, name, named }: ApplicantLetter): Content {
  if (keepsIdentityApart(view.service.value)) return null;
  const words = trackWords[lang].letters;
  return form({
    lang,
    action: `${base}/surat/${id}/nama`,
    csrf: request.csrfToken(),
    children: html`${checkbox({
      lang,
      // A page may hold several letters, each with its own tick.
      name: `${SHOW_NAME}-${id}`,
      label: words.showName(name),
      hint: words.showNameHint,
      checked: named,
    })}${button({ label: words.keep, kind: 'quiet' })}`,
  });
}
