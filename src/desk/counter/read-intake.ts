/** What was posted at the counter, beyond the answers to the form's own questions. Pure. */
import type { FieldFault } from '../../ground/index.ts';
import type { LetterFacts, SubmitInput } from '../../request/index.ts';
import type { Service } from '../../standard/index.ts';
import { readDate, readTime } from '../../ui/index.ts';
import type { PostedForm } from '../../ui/index.ts';
import { valuesOf } from '../read-action.ts';
import type { IntakeChannel } from './intake-form.ts';
import { counterWords } from './words.ts';

export interface Arrival {
  readonly receivedAt?: Temporal.Instant;
  readonly lateReason?: string;
  readonly representative: boolean;
  readonly lang: SubmitInput['lang'];
  readonly paper: readonly string[];
  readonly letter: LetterFacts;
  readonly faults: readonly FieldFault[];
}

type Word = 'date' | 'time' | 'timeNeeded' | 'dateNeeded';

const fault = (path: string, word: Word): FieldFault => ({
  path,
  words: { id: counterWords.id[word], en: counterWords.en[word] },
});

interface Stamp {
  readonly at?: Temporal.Instant;
  readonly faults: readonly FieldFault[];
}

/** Date and time of the stamp on the office's wall clock; nothing when both are left empty. */
function readStamp(posted: PostedForm, timeZone: string): Stamp {
  const date = readDate(posted, 'terima');
  const typed = (valuesOf(posted, 'terima-pukul')[0] ?? '').trim();
  if (!date.ok) return { faults: date.fault.fields };
  if (date.value === null) return { faults: typed === '' ? [] : [fault('terima', 'dateNeeded')] };
  if (typed === '') return { faults: [fault('terima-pukul', 'timeNeeded')] };
  const time = readTime(typed);
  if (time === null) return { faults: [fault('terima-pukul', 'time')] };
  const at = Temporal.PlainDateTime.from(`${date.value}T${time}`).toZonedDateTime(timeZone).toInstant();
  return { at, faults: [] };
}

interface Letter {
  readonly facts: LetterFacts;
  readonly faults: readonly FieldFault[];
}

function readLetter(posted: PostedForm): Letter {
  const text = (name: string): string => (valuesOf(posted, name)[0] ?? '').trim().slice(0, 200);
  const date = readDate(posted, 'surat-tanggal');
  const nature = text('surat-sifat');
  const natures: Readonly<Record<string, string>> = counterWords.id.natures;
  const facts = {
    number: text('surat-nomor'),
    date: date.ok ? (date.value ?? '') : '',
    subject: text('surat-perihal'),
    nature: Object.hasOwn(natures, nature) ? (natures[nature] ?? '') : '',
    srikandi: text('surat-srikandi'),
  };
  return {
    facts: Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== '')),
    faults: date.ok ? [] : date.fault.fields,
  };
}

/** Reads how and when the request came, what was shown on paper, and the letter. */
export function readArrival(
  posted: PostedForm,
  service: Service,
  channel: IntakeChannel,
  timeZone: string,
): Arrival {
  const stamp = readStamp(posted, timeZone);
  const letter = channel === 'letter' ? readLetter(posted) : { facts: {}, faults: [] };
  const reason = (valuesOf(posted, 'alasan')[0] ?? '').trim();
  return {
    ...(stamp.at ? { receivedAt: stamp.at } : {}),
    ...(reason === '' ? {} : { lateReason: reason }),
    representative: valuesOf(posted, 'wakil').length > 0,
    lang: valuesOf(posted, 'bahasa-kabar')[0] === 'en' ? 'en' : 'id',
    paper: service.requirements.map(({ id }) => id).filter((id) => valuesOf(posted, `asli.${id}`).length > 0),
    letter: letter.facts,
    faults: [...stamp.faults, ...letter.faults],
  };
}
