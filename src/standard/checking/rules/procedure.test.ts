import { testPlantedFaults } from '../../../../test/support/planted-faults.ts';

testPlantedFaults('procedure', [
  {
    fault: 'a step name twice',
    spoil: ({ service }) => void service.steps.push({ ...service.steps[3] }),
    path: 'steps.serahkan.id',
    says: /used above already/,
  },
  {
    fault: 'a step named like the end',
    spoil: ({ service }) => void (service.steps[3].id = 'closed'),
    path: 'steps.closed.id',
    says: /name of the end/,
  },
  {
    fault: 'an outcome that leads nowhere',
    spoil: ({ service }) => void (service.steps[0].outcomes.complete.to = 'disposisii'),
    path: 'steps.periksa.outcomes.complete.to',
    says: /no step "disposisii".*Did you mean "disposisi"/,
  },
  {
    fault: 'an unreachable step',
    spoil: ({ service }) => void service.steps.push({ ...service.steps[3], id: 'pulau' }),
    path: 'steps.pulau.id',
    says: /never reached/,
  },
  {
    fault: 'a circle without a way out',
    spoil: ({ service }) => void (service.steps[2].outcomes.pass.to = 'periksa'),
    path: 'steps.disposisi.id',
    says: /never ends/,
  },
  {
    fault: 'a step that nobody makes',
    spoil: ({ service }) => void delete service.steps[0].positions,
    path: 'steps.periksa',
    says: /Nobody makes/,
  },
  {
    fault: 'a step made by positions and by assignment',
    spoil: ({ service }) => void (service.steps[2].positions = ['petugas']),
    path: 'steps.nilai.assignedBy',
    says: /Keep one/,
  },
  {
    fault: 'assigned by a step that does not dispose',
    spoil: ({ service }) => void (service.steps[2].assignedBy = 'periksa'),
    path: 'steps.nilai.assignedBy',
    says: /must name a dispose step/,
  },
  {
    fault: 'reached around the disposition that assigns it',
    spoil: ({ service }) => {
      service.steps.splice(1, 0, {
        ...service.steps[2],
        id: 'pilah',
        assignedBy: undefined,
        positions: ['petugas'],
        outcomes: { pass: { to: 'nilai' }, fail: { to: 'disposisi' } },
        grounds: [],
      });
      service.steps[0].outcomes.complete.to = 'pilah';
    },
    path: 'steps.nilai.assignedBy',
    says: /can be reached around/,
  },
  {
    fault: 'a refusal without grounds',
    spoil: ({ service }) => void delete service.steps[2].grounds,
    path: 'steps.nilai.outcomes.refuse',
    says: /lists no grounds/,
  },
  {
    fault: 'grounds without a refusal',
    spoil: ({ service }) => void delete service.steps[2].outcomes.refuse,
    path: 'steps.nilai.grounds',
    says: /cannot refuse/,
  },
  {
    fault: 'an end without delivery',
    spoil: ({ service }) => void (service.steps[2].outcomes.fail.to = 'closed'),
    path: 'steps',
    says: /without a fulfil step/,
  },
]);
