import { testPlantedFaults } from '../../../../test/support/planted-faults.ts';

testPlantedFaults('beginnings', [
  {
    fault: 'a beginning of a field that the step does not have',
    spoil: ({ service }) => void (service.steps[3].begins = { alamat: '{answers.nama}' }),
    path: 'steps.serahkan.begins.alamat',
    says: /"fields\.alamat" is not asked/,
  },
  {
    fault: 'a beginning with an answer that nobody is asked for',
    spoil: ({ service }) => {
      service.steps[3].fields = [{ type: 'text', id: 'alamat', label: { id: 'Alamat', en: 'Address' } }];
      service.steps[3].begins = { alamat: '{answers.xyz}' };
    },
    path: 'steps.serahkan.begins.alamat',
    says: /"answers\.xyz" is not asked/,
  },
  {
    fault: 'a beginning that cannot be typed into its field',
    spoil: ({ service }) => {
      service.steps[3].fields = [{ type: 'date', id: 'sejak', label: { id: 'Sejak', en: 'Since' } }];
      service.steps[3].begins = { sejak: '{answers.xyz}' };
    },
    path: 'steps.serahkan.begins.sejak',
    says: /"fields\.sejak" is of type date; only text/,
  },
]);
