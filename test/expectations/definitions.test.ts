import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { CLOSED, governmentFiles, readDefinitions } from '../../src/standard/index.ts';
import type {
  GovernmentDefinitions,
  Promised,
  Requirement,
  Service,
  Step,
} from '../../src/standard/index.ts';
import { compileCalendar, computeDeadline } from '../../src/working-time/index.ts';
import { allServices } from './services.ts';
import type { ExpectedItem, ExpectedPromise, ExpectedService, ExpectedStep } from './types.ts';

/*
 * Holds the files under governments/ to the statement made by hand from the standards. The journeys then show
 * that the program does what the files say.
 */

const governments = ['klungkung', 'purbalingga', 'klaten', 'bulungan'] as const;
const definitions = new Map<string, GovernmentDefinitions>();

before(async () => {
  for (const name of governments) {
    const directory = join(import.meta.dirname, '../../governments', name);
    definitions.set(name, readDefinitions(await governmentFiles(directory)));
  }
});

function definitionsOf(government: string): GovernmentDefinitions {
  const found = definitions.get(government);
  assert.ok(found, `no definitions of ${government}`);
  return found;
}

function serviceOf({ government, service }: ExpectedService): Service {
  const found = definitionsOf(government).services.find(({ name }) => name === service);
  assert.ok(found, `${government} has no service ${service}`);
  return found.value;
}

/** The forward action of a step and where it leads. */
function forwardOf(step: Step): { action: string; to: string } {
  const forward = ['complete', 'classify', 'dispose', 'pass', 'approve', 'fulfil', 'sign', 'hand-over'];
  const found = Object.entries(step.outcomes).find(([action]) => forward.includes(action));
  assert.ok(found && 'to' in found[1], `step ${step.id} leads nowhere`);
  return { action: found[0], to: found[1].to };
}

/** The steps in the order in which a request without a hitch meets them. */
function wayThrough(service: Service): Step[] {
  const way: Step[] = [];
  let next = service.steps[0]?.id ?? CLOSED;
  while (next !== CLOSED && way.length <= service.steps.length) {
    const step = service.steps.find(({ id }) => id === next);
    assert.ok(step, `no step ${next}`);
    way.push(step);
    next = forwardOf(step).to;
  }
  return way;
}

/** Who makes a step that a disposition hands on: those it may go to, or whoever it went to. */
function addresseesOf({ steps }: Service, dispositionId: string): ExpectedStep['positions'] {
  const disposition = steps.find(({ id }) => id === dispositionId);
  assert.ok(disposition?.kind === 'dispose', `${dispositionId} is no disposition`);
  return disposition.addressees === 'agencies' ? 'addressee' : disposition.addressees;
}

const asExpected = (service: Service, step: Step): ExpectedStep => ({
  step: step.id,
  kind: step.kind,
  action: forwardOf(step).action as ExpectedStep['action'],
  positions: step.assignedBy === undefined ? (step.positions ?? []) : addresseesOf(service, step.assignedBy),
  ...(step.kind === 'dispose' && { to: step.addressees }),
  ...(step.competence?.hard && { hardCompetence: step.competence.codes }),
});

const inFull = (promise: ExpectedPromise | Promised) => ({
  months: 0,
  days: 0,
  hours: 0,
  minutes: 0,
  ...promise,
});

/** Whether the requirements of the file meet one item of the standard in the way that was expected. */
function meets(expected: ExpectedItem, requirements: readonly Requirement[]): boolean {
  const bring = {
    upload: ['file'],
    'upload-or-srikandi-number': ['file-or-letter-number'],
    'form-or-upload': ['file', 'none'],
    'shown-at-counter': ['file', 'none'],
    checked: ['none'],
  }[expected.as];
  return requirements.some(
    (requirement) =>
      requirement.component === expected.item &&
      bring.includes(requirement.bring) &&
      (expected.optional === undefined || !requirement.required || requirement.bring === 'none') &&
      (expected.personal === undefined || requirement.personal || requirement.bring === 'none') &&
      sameKinds(expected.onlyFor, requirement.when?.is),
  );
}

const sameKinds = (expected: readonly string[] | undefined, is: readonly string[] | undefined): boolean =>
  [...(expected ?? [])].sort().join() === [...(is ?? [])].sort().join();

test('there are the fifteen services and one for complaints, one a row, and no file more', () => {
  assert.deepEqual(
    allServices.map(({ row }) => row),
    Array.from({ length: 16 }, (_, index) => index + 1),
  );
  const inFiles = governments.flatMap((government) =>
    definitionsOf(government).services.map(({ name }) => `${government}/${name}`),
  );
  const inTable = allServices.map(({ government, service }) => `${government}/${service}`);
  assert.deepEqual(inFiles.sort(), inTable.sort());
});

for (const expected of allServices) {
  describe(`row ${expected.row}, ${expected.service} of ${expected.government}`, () => {
    test('goes through these steps and positions', () => {
      const service = serviceOf(expected);
      const way = wayThrough(service).map((step) => asExpected(service, step));
      assert.deepEqual(way, expected.steps);
    });

    test('may be returned and refused at these steps', () => {
      const { steps } = serviceOf(expected);
      const offering = (outcome: string) =>
        steps.filter(({ outcomes }) => outcome in outcomes).map(({ id }) => id);
      assert.deepEqual(
        expected.returnsAt.filter((id) => !offering('return').includes(id)),
        [],
      );
      assert.deepEqual(
        expected.refusesAt.filter((id) => !offering('refuse').includes(id)),
        [],
      );
    });

    test('is open to these', () => {
      assert.deepEqual([...serviceOf(expected).eligibility.kinds].sort(), [...expected.eligibility].sort());
    });

    test('promises the printed time and runs the lawful clock', () => {
      const { components, promise, clock } = serviceOf(expected);
      assert.equal(components.time.text, expected.printed);
      assert.deepEqual(inFull(promise), inFull(expected.promise));
      assert.equal(clock.starts, 'received');
      assert.deepEqual(
        clock.lawful && {
          promise: inFull(clock.lawful.promise),
          extensionDays: clock.lawful.extension?.days,
        },
        expected.lawful && { ...expected.lawful, promise: inFull(expected.lawful.promise) },
      );
    });

    test('demands what the standard demands, item by item', () => {
      const { components, requirements } = serviceOf(expected);
      assert.equal(components.requirements.items.length, expected.requirements.length);
      assert.deepEqual(
        expected.requirements.filter((item) => !meets(item, requirements)),
        [],
      );
    });

    test('costs, staffs and asks for opinions as the standard says', () => {
      const { fee, components, survey, atCounter, identityProtected } = serviceOf(expected);
      const total = fee.free ? 0 : fee.amounts.reduce((sum, { idr, times }) => sum + idr * times, 0);
      assert.equal(total, expected.fee);
      assert.equal(components.staffing.count, expected.staffing);
      assert.equal(survey.every, expected.survey);
      assert.equal(atCounter, expected.atCounter ?? false);
      assert.equal(identityProtected, expected.identityProtected ?? false);
    });

    test('sets the promise by these classes', () => {
      const file = definitionsOf(expected.government).calendar;
      const { steps } = serviceOf(expected);
      const classes = steps.flatMap((step) => (step.kind === 'classify' ? step.classes : []));
      assert.ok(file);
      const calendar = compileCalendar(file.value);
      const found = classes.map(({ id, promise }) => {
        const due = computeDeadline(calendar, { received: expected.classes?.received ?? '', promise });
        return [id, due.ok && due.value.due];
      });
      assert.deepEqual(Object.fromEntries(found), expected.classes?.due ?? {});
    });

    for (const { received, pauses = [], extension, due } of expected.deadlines) {
      test(`received ${received}${extension ? ', extended' : ''}${pauses.length > 0 ? ', returned once' : ''}: due ${due}`, () => {
        const file = definitionsOf(expected.government).calendar;
        assert.ok(file);
        const { promise, clock } = serviceOf(expected);
        const running = clock.lawful?.promise ?? promise;
        const extensions = extension === undefined ? [] : [{ basis: running.basis, days: extension }];
        const found = computeDeadline(compileCalendar(file.value), {
          received,
          promise: running,
          pauses,
          extensions,
        });
        assert.ok(found.ok);
        assert.equal(found.value.due, due);
      });
    }
  });
}
