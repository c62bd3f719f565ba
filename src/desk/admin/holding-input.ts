/** What an administrator enters about who holds a post. Pure. */
import type { FieldFault, Words } from '../../ground/index.ts';
import type { NewHolding, OfficialRow } from '../../people/index.ts';
import type { PostedForm } from '../../ui/index.ts';
import { valuesOf } from '../read-action.ts';
import { saidBy } from './official-input.ts';
import { overlap } from './post-terms.ts';
import { readTerm } from './term-input.ts';
import { kelolaWords } from './words.ts';

type PeopleWords = (typeof kelolaWords)['id']['people'];

const both = (say: (words: PeopleWords) => string): Words => ({
  id: say(kelolaWords.id.people),
  en: say(kelolaWords.en.people),
});

export type HoldingReading =
  | { readonly ok: true; readonly holding: NewHolding }
  | { readonly ok: false; readonly faults: readonly FieldFault[] };

interface Known {
  readonly officials: readonly OfficialRow[];
  /** Ids of the positions there are. */
  readonly positions: readonly string[];
}

const needed = (path: string, label: (words: PeopleWords) => string): FieldFault => ({
  path,
  words: both((words) => words.needed(label(words))),
});

const kinds = ['definitive', 'plt', 'plh'] as const;

/** Reads a new holding and holds it to the rules: Plt only for a vacant post, both acting forms with an order. */
export function readHolding(posted: PostedForm, known: Known): HoldingReading {
  const value = (name: string): string => (valuesOf(posted, name)[0] ?? '').trim();
  const as = kinds.find((kind) => kind === value('sebagai')) ?? 'definitive';
  const [position, official, basis] = [value('jabatan'), value('petugas'), value('dasar').slice(0, 300)];
  const dates = readTerm(
    posted,
    both((words) => words.needed(words.firstDay)),
  );
  const faults: FieldFault[] = [
    ...(known.positions.includes(position) ? [] : [needed('jabatan', (words) => words.position)]),
    ...officialFaults(known.officials.find(({ id }) => id === official)),
    ...(as !== 'definitive' && basis === '' ? [needed('dasar', (words) => words.basis)] : []),
    ...dates.faults,
  ];
  if (faults.length > 0 || !dates.from) return { ok: false, faults };
  const holding = { position, official, as, from: dates.from, to: dates.to, basis: basis || null };
  const clash = clashOf(holding, known.officials);
  return clash ? { ok: false, faults: [clash] } : { ok: true, holding };
}

/** Whoever cannot sign in would hold the post without anybody at work in it. */
function officialFaults(official: OfficialRow | undefined): readonly FieldFault[] {
  if (!official) return [needed('petugas', (words) => words.official)];
  return official.disabled ? [{ path: 'petugas', words: saidBy((words) => words.officialEnded) }] : [];
}

/** Against what is recorded already: nobody holds a post twice, and Plt. means that it is vacant (SE BKN 1/2021). */
function clashOf(holding: NewHolding, officials: readonly OfficialRow[]): FieldFault | null {
  const held = officials.flatMap(({ id, holdings }) =>
    holdings
      .filter((other) => other.position === holding.position && overlap(other, holding))
      .map((other) => ({ official: id, as: other.as })),
  );
  if (held.some(({ official }) => official === holding.official))
    return { path: 'petugas', words: both((words) => words.twice) };
  const taken = holding.as === 'plt' && held.some(({ as }) => as === 'definitive');
  return taken ? { path: 'sebagai', words: both((words) => words.notVacant) } : null;
}
