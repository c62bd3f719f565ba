/** At every step and decision of every service, as its own standard has them, the paper that it calls for is there. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allHomes, item, letterCase } from '../../../test/support/letter-case.ts';
import type { Home } from '../../../test/support/letter-case.ts';
import { outcomesOf } from '../../request/index.ts';
import type { RequestState } from '../../request/index.ts';
import type { LetterView } from './facts.ts';
import type { TemplateId } from './model.ts';
import { templateIds } from './model.ts';
import { occasionOf, templatesFor, templatesLacking, templatesOpen } from './offered.ts';

const homes = await allHomes();
type Step = Home['service']['steps'][number];

/** What follows from a moment in the life of a request: which papers must be there, which the page asks for. */
interface Moment {
  readonly name: string;
  readonly view: LetterView;
  readonly offered: readonly TemplateId[];
  readonly calledFor: readonly TemplateId[];
}

/** Services that cannot say no, by their decrees: what they give is completed, not granted. */
const neverRefused = ['kehilangan-stnk', 'pengaduan', 'pengaduan-layanan'];

const agenda = { agency: 'diskominfo', year: 2026, number: 7 };
const MADE = '2026-11-23T03:00:00Z';

/** Each step reached the way the standard leads there, and each decision that can be made at it. */
function momentsOf(home: Home): readonly Moment[] {
  const yes: TemplateId = neverRefused.includes(home.service.id) ? 'completed' : 'granted';
  const moments: Moment[] = [];
  let addressees: RequestState['addressees'] = {};
  let timeline: LetterView['timeline'] = [];
  for (const step of home.service.steps) {
    const at = (state: Partial<RequestState>, more: LetterView['timeline'] = []): LetterView =>
      letterCase(home, { agenda, addressees, step: step.id, ...state }, { timeline: [...timeline, ...more] })
        .view;
    for (const { kind, action } of outcomesOf(step)) {
      const name = `${step.id} ${action}`;
      if (kind === 'return')
        moments.push({
          name,
          view: at({ status: 'returned' }, [item({ kind: 'returned', at: MADE })]),
          offered: ['returned'],
          calledFor: ['returned'],
        });
      if (kind === 'refuse')
        moments.push({
          name,
          view: at({ status: 'refused', step: null }, [item({ kind: 'refused', at: MADE })]),
          offered: ['refused'],
          calledFor: ['refused'],
        });
    }
    moments.push(...reached(step, at, yes));
    if (step.kind === 'dispose') {
      const chosen = step.addressees === 'agencies' ? ['kepala'] : step.addressees.slice(0, 1);
      addressees = { ...addressees, [step.id]: chosen };
    }
    const action = outcomesOf(step).find(({ kind }) => kind === 'forward')?.action ?? '';
    timeline = [...timeline, item({ kind: 'step-made', step: step.id, action })];
  }
  const closed = { status: 'closed', step: null, delivered: true, agenda, addressees } as const;
  const handedOver = home.service.steps.some(({ kind }) => kind === 'hand-over');
  moments.push({
    name: 'closed',
    view: letterCase(home, closed, { timeline }).view,
    offered: [yes, 'hand-over'],
    calledFor: handedOver ? [yes, 'hand-over'] : [yes],
  });
  return moments;
}

/** A step is waited at: somebody may be sent, the promise may have been broken, a hand-over may be due. */
function reached(
  step: Step,
  at: (state: Partial<RequestState>) => LetterView,
  yes: TemplateId,
): readonly Moment[] {
  const assigned = step.assignedBy !== undefined;
  const carries = step.kind === 'fulfil' || assigned;
  const granted = yes === 'granted' && ['fulfil', 'sign', 'hand-over'].includes(step.kind);
  const calledFor: TemplateId[] = [
    ...(granted ? [yes] : []),
    ...(step.kind === 'hand-over' ? (['hand-over'] as const) : []),
    ...(assigned ? (['assignment'] as const) : []),
  ];
  return [
    {
      name: `${step.id} reached`,
      view: at({}),
      offered: [...calledFor, ...(carries ? (['assignment'] as const) : [])],
      calledFor,
    },
    {
      name: `${step.id} late`,
      view: at({ overdue: true }),
      offered: ['apology'],
      calledFor: [...calledFor, 'apology'],
    },
  ];
}

const sorted = (ids: readonly TemplateId[]): readonly TemplateId[] =>
  templateIds.filter((id) => ids.includes(id));

describe('papers are offered at the moment they fit', () => {
  for (const home of homes) {
    it(`${home.government.id} ${home.service.id}`, () => {
      const seen = new Set<TemplateId>();
      for (const { name, view, offered, calledFor } of momentsOf(home)) {
        const fitting = templatesFor(view);
        for (const id of fitting) seen.add(id);
        for (const id of [...offered, 'disposition', 'receipt'] as const)
          assert.ok(fitting.includes(id), `${name}: ${id} is offered`);
        assert.deepEqual(templatesLacking(view, []), sorted(calledFor), `${name}: called for`);
        for (const id of ['granted', 'completed', 'refused', 'returned', 'extended', 'apology'] as const)
          if (fitting.includes(id)) assert.ok(templatesLacking(view, []).includes(id), `${name}: ${id}`);
      }
      const { service } = home;
      const extended = letterCase(home, { extensions: [{ basis: 'working', days: 7 }] });
      if (service.clock.lawful?.extension) for (const id of templatesFor(extended.view)) seen.add(id);
      const refusable = !neverRefused.includes(service.id);
      assert.deepEqual(
        [...seen].toSorted(),
        templateIds
          .filter((id) => (id === 'granted' || id === 'refused' ? refusable : true))
          .filter((id) => (id === 'completed' ? !refusable : true))
          .filter((id) => (id === 'extended' ? service.clock.lawful?.extension !== undefined : true))
          .toSorted(),
      );
    });
  }

  const [home] = homes;
  assert.ok(home);
  const letter = (template: TemplateId, state: string, at: string) => ({
    template,
    state,
    occasion: 0,
    created_at: Temporal.Instant.from(at),
  });

  it('one that is begun is asked for no more, one that is void again', () => {
    const { view } = letterCase(home, { status: 'refused', step: null });
    assert.deepEqual(templatesLacking(view, [letter('refused', 'draft', MADE)]), []);
    assert.deepEqual(templatesLacking(view, [letter('refused', 'void', MADE)]), ['refused']);
  });

  it('a second return calls for a second letter', () => {
    const timeline = [
      item({ kind: 'returned', at: '2026-11-23T03:00:00Z' }),
      item({ kind: 'returned', at: '2026-11-24T03:00:00Z' }),
    ];
    const { view } = letterCase(home, { status: 'returned' }, { timeline });
    assert.deepEqual(templatesLacking(view, [letter('returned', 'signed', '2026-11-23T04:00:00Z')]), [
      'returned',
    ]);
    assert.deepEqual(templatesLacking(view, [letter('returned', 'numbered', '2026-11-24T03:00:00Z')]), []);
  });

  it('of which decision a letter is tells its occasion, also where the clock was set back after the decision', () => {
    const returned = item({ kind: 'returned', at: '2026-11-24T03:00:00Z' });
    const { view } = letterCase(home, { status: 'returned' }, { timeline: [returned, returned] });
    const begun = (occasion: number, state: string) => ({
      ...letter('returned', state, '2026-11-24T02:00:00Z'),
      occasion,
    });
    assert.deepEqual(templatesLacking(view, [begun(2, 'numbered')]), []);
    assert.deepEqual(templatesLacking(view, [begun(1, 'numbered')]), ['returned']);
    const draft = letter('returned', 'draft', '2026-11-24T04:00:00Z');
    assert.ok(!templatesOpen(view, [draft]).includes('returned'), 'begun before occasions were written down');
  });

  it('what has a draft cannot be begun beside it, until another decision calls for its own', () => {
    const returned = item({ kind: 'returned', at: MADE });
    const { view } = letterCase(home, { status: 'returned' }, { timeline: [returned] });
    const first = { ...letter('returned', 'draft', MADE), occasion: occasionOf(view, 'returned') };
    assert.deepEqual([first.occasion, occasionOf(view, 'apology')], [1, 0]);
    assert.ok(!templatesOpen(view, [first]).includes('returned'));
    assert.ok(templatesOpen(view, [{ ...first, state: 'numbered' }]).includes('returned'));
    const again = letterCase(home, { status: 'returned' }, { timeline: [returned, returned] });
    assert.ok(templatesOpen(again.view, [first]).includes('returned'));
  });
});
