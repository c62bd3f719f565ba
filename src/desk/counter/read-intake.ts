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

type Word = 'date' | 'time' | 'timeNeeded' | 'dateNeeded' | 'longAgo';

const fault = (path: string, word: Word): FieldFault => ({
  path,
  words: { id: counterWords.id[word], en: counterWords.en[word] },
});

interface Stamp {
  readonly at?: Temporal.Instant;
  readonly faults: readonly FieldFault[];
}

/** The office's wall clock. */
interface WallClock {
  readonly timeZone: string;
  readonly now: Temporal.Instant;
}

/**
 * Date and time of the stamp on the office's wall clock; nothing when both are left empty. What is stamped more than a year ago
 * is a year mistyped: it would stand in the journal for good as a promise broken for as long, and calendars do not reach back at will.
 */
function readStamp(posted: PostedForm, { timeZone, now }: WallClock): Stamp {
  const date = readDate(posted, 'terima');
  const typed = (valuesOf(posted, 'terima-pukul')[0] ?? '').trim();
  if (!date.ok) return { faults: date.fault.fields };
  if (date.value === null) return { faults: typed === '' ? [] : [fault('terima', 'dateNeeded')] };
  if (typed === '') return { faults: [fault('terima-pukul', 'timeNeeded')] };
  const time = readTime(typed);
  if (time === null) return { faults: [fault('terima-pukul', 'time')] };
  const at = Temporal.PlainDateTime.from(`${date.value}T${time}`).toZonedDateTime(timeZone);
  const yearAgo = now.toZonedDateTimeISO(timeZone).subtract({ years: 1 });
  const isLongAgo = Temporal.ZonedDateTime.compare(at, yearAgo) < 0;
  return isLongAgo ? { faults: [fault('terima', 'longAgo')] } : { at: at.toInstant(), faults: [] };
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
  wall: WallClock,
): Arrival {
  const stamp = readStamp(posted, wall);
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
