import { testPlantedFaults } from '../../../../test/support/planted-faults.ts';

testPlantedFaults('promise', [
  {
    fault: 'an unreadable promised time',
    spoil: ({ service }) => void (service.components.time.text = 'secepatnya'),
    path: 'components.time.text',
    says: /cannot be read/,
  },
  {
    fault: 'a promise that differs from the printed time',
    spoil: ({ service }) => void (service.promise.days = 9),
    path: 'promise',
    says: /says 9 working days \(working time\), but what is printed in .* is 10 working days/,
  },
  {
    fault: 'a basis that differs from the printed one',
    spoil: ({ service }) => void (service.promise.basis = 'calendar'),
    path: 'promise',
    says: /says 10 calendar days \(calendar days\), but what is printed in .* is 10 working days/,
  },
  {
    fault: 'a bare "hari" settled silently',
    spoil: ({ service }) => void (service.components.time.text = '10 hari'),
    path: 'promise',
    says: /says 10 working days \(working time\), but what is printed in .* is 10 days \(basis not settled\)/,
  },
  {
    fault: 'a basis that nobody settled',
    spoil: ({ service }) => {
      service.components.time.text = '10 hari';
      service.promise.basis = 'unspecified';
    },
    path: 'promise.basis',
    says: /until someone settles it/,
    severity: 'warning',
  },
  {
    fault: 'a clock that starts at another event than printed',
    spoil: ({ service }) => void (service.components.time.text = '10 hari kerja sejak berkas lengkap'),
    path: 'components.time.text',
    says: /starts at "complete"/,
  },
  {
    fault: 'a lawful clock without a basis',
    spoil: ({ service }) =>
      void (service.clock = { lawful: { promise: { basis: 'unspecified', days: 5 }, law: 'UU' } }),
    path: 'clock.lawful.promise.basis',
    says: /must name its basis/,
  },
  {
    fault: 'a lawful clock of nothing',
    spoil: ({ service }) => void (service.clock = { lawful: { promise: { basis: 'working' }, law: 'UU' } }),
    path: 'clock.lawful.promise',
    says: /must not be nothing/,
  },
  {
    fault: 'a lawful clock that equals the printed time',
    spoil: ({ service }) =>
      void (service.clock = { lawful: { promise: { basis: 'working', days: 10 }, law: 'UU' } }),
    path: 'clock.lawful.promise',
    says: /equals the printed time/,
  },
]);
