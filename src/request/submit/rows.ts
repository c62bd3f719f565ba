/** What a submission writes: all of it by one statement. */
import type { RowsByTable, Tx, Writing } from '../../platform/index.ts';
import { agendaEntry } from '../agenda.ts';
import { applicantRows } from '../applicant-row.ts';
import { clockColumns } from '../clock-columns.ts';
import type { RequestDeps } from '../deps.ts';
import { messagesTo } from '../effects.ts';
import { answerRow } from '../idempotency.ts';
import { extend, stateColumns, viewerRows } from '../journal.ts';
import type { Extended, ViewerPositions } from '../journal.ts';
import { involvedPositions, waitingPositions } from '../model/procedure.ts';
import { jobsToSend } from '../outgoing.ts';
import { fileRows } from '../uploads.ts';
import { trackingHash } from './keys.ts';
import { placeOf } from './prepare.ts';
import type { Prepared } from './prepare.ts';

/**
 * Writes the submission: together with others that come at the same time, or, where something must be done or asked first, in
 * a transaction of its own.
 */
export async function writeSubmission(deps: RequestDeps, prepared: Prepared): Promise<void> {
  const { government, alongside, intake } = prepared.input;
  if (alongside || intake)
    await deps.database.write({ government }, (tx) => writingAfter(tx, deps, prepared));
  else await deps.database.insert(government, writingOf(deps, prepared, prepared.extended));
}

/** Does what comes before the request's own rows, and gives these. */
async function writingAfter(tx: Tx, deps: RequestDeps, prepared: Prepared): Promise<Writing> {
  const { input, number, trackingKey, extended } = prepared;
  await input.alongside?.(tx, { number, trackingKey });
  return writingOf(deps, prepared, input.intake ? await withAgenda(tx, deps, prepared) : extended);
}

function writingOf(deps: RequestDeps, prepared: Prepared, extended: Extended): Writing {
  const { input, version, vault, trackingKey, attempt, now } = prepared;
  const service = version.value;
  const { derivation } = prepared.answer;
  const cause = { vault, service, extended, trackingKey, now, derivation };
  const message = messagesTo({ ...prepared.applicant, lang: input.lang }, deps, cause);
  const kept = { request: input.submission.request, answer: prepared.answer, at: now };
  const rows = {
    idempotency: attempt ? [answerRow(deps.keys, attempt, kept)] : [],
    message,
    ...requestRows(deps, prepared, extended, {
      involved: involvedPositions(service, {}),
      waiting: waitingPositions(service, extended.state),
    }),
  };
  return { rows, jobs: jobsToSend(deps, message) };
}

/** All rows of a new request, its journal as far as `extended` has it. */
export function requestRows(
  deps: RequestDeps,
  { input, version, applicant, number, trackingKey, vault, now, protectedAnswers }: Prepared,
  extended: Extended,
  viewers: ViewerPositions,
): RowsByTable {
  const { government } = input;
  const { request } = input.submission;
  const service = version.value;
  return {
    request: [
      {
        government,
        id: request,
        number,
        service: service.id,
        service_version: version.n,
        ...stateColumns(extended),
        ...clockColumns(deps, service, extended.state, deps.clock.now()),
        received_at: Temporal.Instant.from(extended.state.receivedAt),
        recorded_at: now,
        tracking_hash: trackingHash(deps, trackingKey),
      },
    ],
    journal: extended.rows,
    request_key: [vault.keyRow(deps.keys)],
    request_value: vault.valueRows(),
    ...applicantRows(deps.keys, { applicant, vault, protectedAnswers }),
    file: fileRows(vault, service, input.files, { government, request, at: now, givenBy: 'applicant' }),
    request_viewer: viewerRows(government, request, extended.state, viewers),
  };
}

/** What an official takes in stands in the agenda at once; its number is drawn in the transaction that writes it. */
async function withAgenda(tx: Tx, deps: RequestDeps, prepared: Prepared): Promise<Extended> {
  const { input, version, extended, now } = prepared;
  const entry = await agendaEntry(tx, deps, input.government, version.value, now);
  const more = extend(extended, [entry], placeOf(deps, input, version.value, now));
  return {
    ...more,
    rows: [...extended.rows, ...more.rows],
    entries: [...extended.entries, ...more.entries],
  };
}
