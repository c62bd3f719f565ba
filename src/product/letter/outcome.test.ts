/** A letter says of an outcome only what is decided; while somebody may decide otherwise it is their draft. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allHomes, item, letterCase } from '../../../test/support/letter-case.ts';
import type { RequestState } from '../../request/index.ts';
import type { Service } from '../../standard/index.ts';
import type { LetterView } from './facts.ts';
import { caseOf, deciders, footingOf } from './outcome.ts';
import type { Footing } from './outcome.ts';
import { templatesFor, templatesLacking } from './offered.ts';

const homes = await allHomes();

type Step = Service['steps'][number];
const named = { title: { id: 'Tahap', en: 'Step' }, fields: [], grounds: [] };

/** A sub-district: staff check, two heads initial the sheet, the camat signs or refuses, staff hand it over. */
const steps = (camat: Step): Service['steps'] => [
  {
    ...named,
    id: 'periksa',
    kind: 'check',
    positions: ['staf'],
    checklist: [],
    outcomes: { complete: { to: 'paraf-kasi' }, return: {} },
  },
  {
    ...named,
    id: 'paraf-kasi',
    kind: 'assess',
    positions: ['kasi'],
    outcomes: { pass: { to: 'paraf-sekcam' }, fail: { to: 'periksa' } },
  },
  {
    ...named,
    id: 'paraf-sekcam',
    kind: 'decide',
    positions: ['sekcam'],
    outcomes: { approve: { to: 'camat' }, refuse: {} },
  },
  camat,
  {
    ...named,
    id: 'serah',
    kind: 'fulfil',
    positions: ['staf'],
    evidence: ['text'],
    deliveries: [],
    outcomes: { fulfil: { to: 'closed' } },
  },
];

const signing: Step = {
  ...named,
  id: 'camat',
  kind: 'sign',
  positions: ['camat'],
  outcomes: { sign: { to: 'serah' }, refuse: {} },
};
const deciding: Step = {
  ...named,
  id: 'camat',
  kind: 'decide',
  positions: ['camat'],
  outcomes: { approve: { to: 'serah' }, refuse: {} },
};

const initialled = item({ kind: 'step-made', step: 'paraf-sekcam', action: 'approve' });

function viewAt(
  camat: Step,
  state: Partial<RequestState>,
  timeline: LetterView['timeline'] = [],
): LetterView {
  const [home] = homes;
  assert.ok(home);
  const district = { ...home, service: { ...home.service, steps: steps(camat) } };
  return letterCase(district, state, { timeline }).view;
}

describe('a letter that grants', () => {
  for (const [name, camat] of [
    ['signs', signing],
    ['decides', deciding],
  ] as const)
    it(`is nothing but a draft for the camat who ${name} after it was initialled`, () => {
      const view = viewAt(camat, { step: 'camat' }, [initialled]);
      assert.ok(templatesFor(view).includes('granted'), 'the sheet that the camat signs may be prepared');
      assert.equal(footingOf('granted', caseOf(view)), 'undecided');
      assert.deepEqual(deciders(caseOf(view)), ['camat']);
      assert.deepEqual(templatesLacking(view, []), [], 'nobody is asked for it yet');
    });

  it('is called for once nothing can be refused any more', () => {
    const view = viewAt(signing, { step: 'serah' }, [initialled]);
    assert.deepEqual([footingOf('granted', caseOf(view)), deciders(caseOf(view))], ['decided', []]);
    assert.deepEqual(templatesLacking(view, []), ['granted']);
  });

  it('is not even a draft while it is only assessed, nor after the last finding was against it', () => {
    assert.ok(!templatesFor(viewAt(signing, { step: 'paraf-kasi' })).includes('granted'));
    const against = item({ kind: 'step-made', step: 'paraf-kasi', action: 'fail' });
    const closed = { status: 'closed', step: null } as const;
    assert.ok(!templatesFor(viewAt(signing, closed, [initialled, against])).includes('granted'));
    assert.ok(templatesFor(viewAt(signing, closed, [against, initialled])).includes('granted'));
  });
});

describe('what became of a request since', () => {
  const at = (state: Partial<RequestState>): ReturnType<typeof caseOf> => caseOf(viewAt(signing, state));
  const expected: readonly (readonly [Parameters<typeof footingOf>[0], Partial<RequestState>, Footing])[] = [
    ['granted', { status: 'closed', step: null }, 'decided'],
    ['granted', { status: 'returned', step: 'serah' }, 'decided'],
    ['granted', { status: 'returned', step: 'camat' }, 'undecided'],
    ['granted', { status: 'refused', step: null }, 'overtaken'],
    ['granted', { status: 'withdrawn', step: null }, 'overtaken'],
    ['granted', { status: 'cancelled', step: null }, 'overtaken'],
    ['refused', { status: 'refused', step: null }, 'decided'],
    ['completed', { status: 'closed', step: null }, 'decided'],
    ['completed', { status: 'cancelled', step: null }, 'overtaken'],
    ['apology', { status: 'cancelled', step: null }, 'decided'],
  ];
  for (const [template, state, footing] of expected)
    it(`${template}, ${state.status} at ${state.step}: ${footing}`, () =>
      assert.equal(footingOf(template, at(state)), footing));
});
