/** The rules of the clock on one complaint: what a class chosen late may do, and duties of a promise broken twice. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chartOf } from '../../people/index.ts';
import { dutiesOf, governmentFiles, readDefinitions } from '../../standard/index.ts';
import type { Service } from '../../standard/index.ts';
import { compileCalendar } from '../../working-time/index.ts';
import type { Actor } from './actor.ts';
import type { Command } from './commands.ts';
import { deadlineSet } from './deadline.ts';
import { decide } from './decide.ts';
import type { DecideContext } from './decide.ts';
import type { Entry, EntryKind, Ref } from './entries.ts';
import { evolve, fold } from './evolve.ts';
import { firstStep, getStep } from './procedure.ts';
import { mandatoryLines } from './step-rules.ts';

const ref: Ref = { value: '00000000-0000-7000-8000-000000000000', hash: 'ab'.repeat(32) };

const directory = fileURLToPath(new URL('../../../governments/purbalingga', import.meta.url));
const read = readDefinitions(await governmentFiles(directory));
assert.ok(read.organisation && read.calendar);
const service = complaintService();
function complaintService(): Service {
  const found = read.services.find(({ value }) => value.id === 'pengaduan-layanan');
  assert.ok(found);
  return found.value;
}
const chart = chartOf(read.organisation.value);
const { value: file } = read.calendar;
const usual = { version: 1, compiled: compileCalendar(file) };

const holderOf = (position: string): Actor => ({
  kind: 'official',
  official: ref.value,
  held: [{ position, as: 'definitive' }],
  below: chart.below([position]),
  roles: chart.rolesOf([position]),
  competences: [],
});
const officer = holderOf('pejabat-pengaduan');
const team = holderOf('tim-pengaduan');
const system: Actor = { kind: 'system' };

/** One complaint, received on Monday 6 July 2026 at 10.00, to which commands are put one after the other. */
class Complaint {
  readonly #journal: Entry[];

  constructor() {
    const received = '2026-07-06T03:00:00Z';
    const submitted: Entry = {
      kind: 'submitted',
      position: 1,
      at: received,
      actor: { kind: 'applicant' },
      data: {
        government: 'purbalingga',
        number: 'PBG-2026-000000',
        service: 'pengaduan-layanan',
        serviceVersion: 1,
        calendarVersion: 1,
        channel: 'portal',
        applicantKind: 'citizen',
        receivedAt: received,
        answers: ref,
        files: [],
        demanded: [],
        representative: false,
      },
    };
    this.#journal = [submitted];
    const data = deadlineSet(service, this.state, usual, 'submitted');
    this.#journal.push({ ...submitted, kind: 'deadline-set', position: 2, data });
  }

  get state(): ReturnType<typeof evolve> {
    const state = fold(this.#journal, firstStep(service));
    assert.ok(state);
    return state;
  }

  /** Kinds of the new entries, or the code of the refusal. */
  try(command: Command, actor: Actor, local: string, calendar = usual): readonly EntryKind[] | string {
    const now = Temporal.Instant.from(`${local}+07:00`).toString();
    const context: DecideContext = {
      service,
      calendar,
      actor,
      now,
      superiorOf: chart.superiorOf,
      agencyContacts: [],
      legalPosts: [],
    };
    const decision = decide(command, this.state, context);
    if (!decision.ok) return decision.fault.code;
    for (const entry of decision.value.entries)
      this.#journal.push({
        ...entry,
        position: this.#journal.length + 1,
        at: now,
        actor: decision.value.actor,
      });
    return decision.value.entries.map(({ kind }) => kind);
  }

  /** Found complete and classified as one that is answered within five working days: until Monday 13 July, 16.00. */
  classify(): void {
    const step = getStep(service, this.state.step ?? '');
    const checklist = Object.fromEntries(mandatoryLines(step, this.state).map((id) => [id, true]));
    this.try({ type: 'step', action: 'complete', checklist }, officer, '2026-07-06T11:00');
    this.try({ type: 'step', action: 'classify', class: 'ringan', reason: ref }, officer, '2026-07-06T11:30');
    assert.equal(this.state.due, '2026-07-13T16:00:00+07:00');
  }
}

test('a broken promise is not mended by a class with more time, also while the clock would stand under that one', () => {
  const complaint = new Complaint();
  complaint.classify();
  const reclassify = { type: 'reclassify', class: 'berkadar-pengawasan', reason: ref } as const;
  complaint.try({ type: 'mark-overdue' }, system, '2026-07-13T16:01');
  assert.equal(complaint.try(reclassify, officer, '2026-07-14T09:00'), 'class-too-late');
  complaint.try({ type: 'return', missing: ['other'], message: ref }, team, '2026-07-14T09:00');
  assert.equal(complaint.state.status, 'returned');
  assert.equal(complaint.try(reclassify, officer, '2026-07-14T10:00'), 'class-too-late');
  assert.equal(complaint.state.due, '2026-07-13T16:00:00+07:00', 'what was promised stays broken');
});

test('a promise broken once more, after the calendar was put right, opens each duty no second time', () => {
  assert.ok(dutiesOf(service).length > 0);
  const complaint = new Complaint();
  complaint.classify();
  complaint.try({ type: 'mark-overdue' }, system, '2026-07-13T16:01');
  const opened = complaint.state.openDuties;
  assert.equal(opened.length, dutiesOf(service).length);
  const leave = {
    date: '2026-07-13',
    name: 'Cuti bersama',
    kind: 'joint-leave',
    decree: null,
    confirmed: false,
  } as const;
  const righted = { version: 2, compiled: compileCalendar({ ...file, closed: [...file.closed, leave] }) };
  complaint.try({ type: 'recompute', decree: null }, system, '2026-07-13T17:00', righted);
  assert.equal(complaint.state.overdue, false);
  assert.deepEqual(complaint.try({ type: 'mark-overdue' }, system, '2026-07-14T16:01', righted), ['overdue']);
  assert.deepEqual(complaint.state.openDuties, opened);
});
