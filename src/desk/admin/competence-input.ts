/** What an administrator enters about a competence or a written assignment. Pure. */
import type { Competence } from '../../people/index.ts';
import type { PostedForm } from '../../ui/index.ts';
import { needed, read, saidBy, typedText } from './official-input.ts';
import type { Reading } from './official-input.ts';
import { readTerm } from './term-input.ts';

/** A competence with its dates and evidence. `codes` are those of the organisation in force. */
export function readCompetence(posted: PostedForm, codes: readonly string[]): Reading<Competence> {
  const code = typedText(posted, 'kompetensi');
  const evidence = typedText(posted, 'bukti');
  const {
    from,
    to,
    faults: dates,
  } = readTerm(
    posted,
    saidBy((words) => words.needed(words.from)),
  );
  const faults = [
    ...(codes.includes(code) ? [] : [needed('kompetensi', (words) => words.competence)]),
    ...(evidence === '' ? [needed('bukti', (words) => words.evidence)] : []),
    ...dates,
  ];
  return from ? read({ code, evidence, from, to }, faults) : { ok: false, faults };
}
