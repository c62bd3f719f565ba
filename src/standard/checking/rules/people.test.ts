import { testPlantedFaults } from '../../../../test/support/planted-faults.ts';

testPlantedFaults('people', [
  {
    fault: 'a circle of superiors',
    spoil: ({ organisation }) => void (organisation.positions[0].superior = 'petugas'),
    path: 'positions.kepala.superior',
    says: /its own superior/,
  },
  {
    fault: 'an unknown superior',
    spoil: ({ organisation }) => void (organisation.positions[1].superior = 'xyz'),
    path: 'positions.petugas.superior',
    says: /no position "xyz"/,
  },
  {
    fault: 'a position in an unknown agency',
    spoil: ({ organisation }) => void (organisation.positions[1].agency = 'xyz'),
    path: 'positions.petugas.agency',
    says: /no agency "xyz"/,
  },
  {
    fault: 'a position nobody holds today',
    spoil: ({ organisation }) => void (organisation.holdings[2].to = '2026-01-01'),
    path: 'positions.penilai',
    says: /Nobody holds/,
    severity: 'warning',
  },
  {
    fault: 'a holding by nobody known',
    spoil: ({ organisation }) => void (organisation.holdings[0].official = 'xyz'),
    path: 'holdings.0.official',
    says: /no official "xyz"/,
  },
  {
    fault: 'a holding with its dates reversed',
    spoil: ({ organisation }) => void (organisation.holdings[0].to = '2024-01-01'),
    path: 'holdings.0.to',
    says: /before the first/,
  },
  {
    fault: 'the same holding twice',
    spoil: ({ organisation }) => void organisation.holdings.push({ ...organisation.holdings[0] }),
    path: 'holdings.3',
    says: /in that time already/,
  },
  {
    fault: 'Plt beside a definitive holder',
    spoil: ({ organisation }) =>
      void organisation.holdings.push({ ...organisation.holdings[0], official: 'budi', as: 'plt' }),
    path: 'holdings.3.as',
    says: /vacant post/,
  },
  {
    fault: 'Plh for a post that nobody holds',
    spoil: ({ organisation }) => void (organisation.holdings[2].as = 'plh'),
    path: 'holdings.2.as',
    says: /nobody holds this post definitively/,
    severity: 'warning',
  },
  {
    fault: 'a user name of another government',
    spoil: ({ organisation }) => void (organisation.officials[0].username = 'ani@lain'),
    path: 'officials.ani.username',
    says: /must end in @contoh/,
  },
  {
    fault: 'a user name twice',
    spoil: ({ organisation }) => void (organisation.officials[1].username = 'ani@contoh'),
    path: 'officials.budi.username',
    says: /used above already/,
  },
  {
    fault: 'an office that is no agency',
    spoil: ({ government }) => void (government.office.agency = 'xyz'),
    path: 'office.agency',
    says: /no agency "xyz"/,
  },
]);
