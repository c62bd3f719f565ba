/** Reading and sealing a submission, before the database is touched. */
import { Fault, valueOf } from '../../ground/index.ts';
import { newRequestNumber } from '../../platform/index.ts';
import { applicantOf, formQuestions, readAnswers, unwantedDeliveries } from '../../standard/index.ts';
import type { Answers, Applicant, Service, Version } from '../../standard/index.ts';
import { describeDerivation } from '../../working-time/index.ts';
import type { Deadline, Lang } from '../../working-time/index.ts';
import { findAttackedRequest } from '../attacked.ts';
import { contactOf, splitProtected } from '../contact.ts';
import { journalNow, todayIn } from '../deps.ts';
import type { RequestDeps } from '../deps.ts';
import type { Attempt } from '../idempotency.ts';
import { extend } from '../journal.ts';
import type { Extended, Place } from '../journal.ts';
import { deadlineOf, toldAs } from '../model/deadline.ts';
import type { JournalActor, NewEntry, Ref } from '../model/entries.ts';
import { fold } from '../model/evolve.ts';
import { firstStep } from '../model/procedure.ts';
import { demandedRequirements } from '../requirements.ts';
import { fileRefs } from '../uploads.ts';
import { Vault } from '../vault.ts';
import type { Intake, SubmitInput, Submitted } from './input.ts';
import { attemptOf, trackingKeyFor } from './keys.ts';

/** Everything known before the database is touched. */
export interface Prepared {
  readonly input: SubmitInput;
  readonly version: Version<'service'>;
  readonly applicant: Applicant;
  readonly number: string;
  readonly trackingKey: string;
  /** Null where nobody gave a key. */
  readonly attempt: Attempt | null;
  readonly vault: Vault;
  readonly now: Temporal.Instant;
  readonly extended: Extended;
  readonly answer: Omit<Submitted, 'trackingKey' | 'fresh'>;
  readonly protectedAnswers: Answers;
}

function receivedAtOf(input: SubmitInput, now: Temporal.Instant): Temporal.Instant {
  const received = input.receivedAt?.round('millisecond') ?? now;
  if (Temporal.Instant.compare(received, now) > 0) {
    throw new Fault('invalid', 'received-in-future', {
      id: 'Waktu terima tidak boleh sesudah sekarang.',
      en: 'The time of receipt may not lie in the future.',
    });
  }
  if (Temporal.Instant.compare(received, now) < 0 && !input.lateReason?.trim()) {
    throw new Fault('invalid', 'late-reason-missing', {
      id: 'Tulis alasan mengapa dicatat lebih lambat daripada cap terima.',
      en: 'Write why it is entered later than the stamp of receipt.',
    });
  }
  return received;
}

/** Such a service is asked for in the office, in its hours: nobody else starts its clock. */
export const onlyAtCounter = (): Fault =>
  new Fault('not-found', 'only-at-counter', {
    id: 'Layanan ini belum dapat diajukan secara daring. Silakan datang ke loket.',
    en: 'This service cannot be asked for online yet. Please come to the counter.',
  });

/** Reads what was sent; faults here have touched nothing yet. */
function readInput(
  deps: RequestDeps,
  input: SubmitInput,
  now: Temporal.Instant,
): Pick<Prepared, 'version' | 'applicant'> & {
  readonly answers: Answers;
  readonly demanded: readonly string[];
} {
  const version = deps.catalogue.service(input.government, input.service);
  if (version.value.atCounter && !input.intake) throw onlyAtCounter();
  const answers = valueOf(
    readAnswers(formQuestions(version.value), input.answers, {
      today: todayIn(deps.catalogue, input.government, now),
      agencies: deps.catalogue.organisation(input.government).agencies,
      mode: input.mode,
    }),
  );
  const demanded = demandedRequirements(version.value, answers, input.files, input.intake?.paper);
  return { version, answers, demanded, applicant: applicantOf(version.value, answers) };
}

/** Reads and seals a submission without touching the database. `drawn`: its number, where it has been drawn before. */
export async function prepareSubmission(
  deps: RequestDeps,
  input: SubmitInput,
  drawn?: string,
): Promise<Prepared> {
  const now = journalNow(deps.clock);
  const { version, answers, demanded, applicant } = readInput(deps, input, now);
  const received = receivedAtOf(input, now);
  const service = version.value;
  const attempt = attemptOf(input);
  const attacks = await attackedBy(deps, input, service, answers);
  const vault = Vault.create(input.government, input.submission.request, input.submission.dataKey);
  const { open, hidden } = splitProtected(service, answers);
  const calendar = deps.catalogue.calendar(input.government);
  const zone = calendar.file.timeZone;
  const { prefix } = deps.catalogue.government(input.government);
  const number = drawn ?? newRequestNumber(prefix, now.toZonedDateTimeISO(zone).year);
  const late = input.lateReason?.trim();
  const unwanted = unwantedDeliveries(service, answers);
  const submitted: NewEntry = {
    kind: 'submitted',
    data: {
      government: input.government,
      number,
      service: service.id,
      serviceVersion: version.n,
      calendarVersion: calendar.n,
      channel: input.channel,
      applicantKind: applicant.kind,
      receivedAt: received.toString(),
      ...(late ? { lateReason: vault.put('late-reason', late) } : {}),
      answers: vault.put('answers', open),
      files: fileRefs(vault, input.files),
      demanded,
      ...(unwanted.length > 0 ? { unwanted } : {}),
      representative: input.representative === true || applicant.represented,
      ...(service.identityProtected && !applicant.hideIdentity ? { identityShown: true } : {}),
      ...takenIn(vault, input.intake),
      ...(attacks === null ? {} : { attacks }),
    },
  };
  vault.put('contact', contactOf(applicant, input.lang, Object.keys(hidden).length > 0));
  const { extended, deadline } = begin(deps, input, service, submitted, now);
  return {
    input,
    version,
    applicant,
    number,
    vault,
    now,
    extended,
    protectedAnswers: hidden,
    attempt,
    trackingKey: trackingKeyFor(deps, input, attempt),
    answer: answerOf(number, received.toZonedDateTimeISO(zone), deadline, input.lang),
  };
}

const attackedBy = async (
  deps: RequestDeps,
  { attacks, government }: SubmitInput,
  service: Service,
  answers: Answers,
): Promise<string | null> =>
  attacks === undefined ? findAttackedRequest(deps, government, service, answers) : attacks;

const answerOf = (
  number: string,
  received: Temporal.ZonedDateTime,
  deadline: Deadline | null,
  lang: Lang,
): Prepared['answer'] => ({
  number,
  receivedAt: received.toString({ timeZoneName: 'never', smallestUnit: 'second' }),
  dueAt: deadline?.due ?? null,
  derivation: describeDerivation(deadline?.derivation ?? [], lang),
});

/** What the journal says of an intake: which originals were seen, and where the letter's own words lie. */
const takenIn = (
  vault: Vault,
  intake: Intake | undefined,
): { readonly paper?: readonly string[]; readonly letter?: Ref } => ({
  ...(intake && intake.paper.length > 0 ? { paper: intake.paper } : {}),
  ...(intake && Object.keys(intake.letter).length > 0 ? { letter: vault.put('letter', intake.letter) } : {}),
});

const actorOf = ({ intake }: SubmitInput): JournalActor => intake?.by ?? { kind: 'applicant' };

/** Where and under which name the first entries of a submission are put. */
export const placeOf = (
  deps: RequestDeps,
  input: SubmitInput,
  service: Service,
  now: Temporal.Instant,
): Place => ({
  keys: deps.keys,
  government: input.government,
  request: input.submission.request,
  firstStep: firstStep(service),
  at: now,
  actor: actorOf(input),
});

/** The first two entries of the journal: what was submitted, and the deadline it has. */
function begin(
  deps: RequestDeps,
  input: SubmitInput,
  service: Service,
  submitted: NewEntry,
  now: Temporal.Instant,
): { readonly extended: Extended; readonly deadline: Deadline | null } {
  const calendar = deps.catalogue.calendar(input.government);
  const actor = actorOf(input);
  const begun = fold([{ ...submitted, position: 1, at: now.toString(), actor }], firstStep(service));
  if (!begun) throw new Error('a submitted entry begins a state');
  const deadline = deadlineOf(service, begun, calendar.calendar);
  const set: NewEntry = { kind: 'deadline-set', data: toldAs(deadline, calendar.n, 'submitted') };
  const place = placeOf(deps, input, service, now);
  const extended = extend({ state: null, hash: null }, [submitted, set], place);
  return { extended, deadline };
}
