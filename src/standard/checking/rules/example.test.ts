import { testPlantedFaults } from '../../../../test/support/planted-faults.ts';

testPlantedFaults('example', [
  {
    fault: 'an example answer that is not accepted',
    spoil: ({ service }) => void (service.example.answers.telepon = '12'),
    path: 'example.answers.telepon',
    says: /full phone number/,
  },
  {
    fault: 'an example answer missing',
    spoil: ({ service }) => void delete service.example.answers.nama,
    path: 'example.answers.nama',
    says: /Fill in/,
  },
  {
    fault: 'an example without a required file',
    spoil: ({ service }) => void service.example.files.pop(),
    path: 'example.files',
    says: /no file for "ktp"/,
  },
  {
    fault: 'an example with the number of a printed letter in place of the letter',
    spoil: ({ service }) => {
      service.requirements[0].bring = 'file-or-letter-number';
      service.form[0].questions.push({
        type: 'text',
        id: 'nomor',
        label: { id: 'N', en: 'N' },
        required: false,
        use: 'letter-number',
      });
      service.example.answers.nomor = '1/2026';
      service.example.files.shift();
    },
    path: 'example.files',
    says: /no file for "surat-permohonan"/,
  },
  {
    fault: 'an example file for nothing',
    spoil: ({ service }) => void (service.example.files[0].requirement = 'xyz'),
    path: 'example.files.0.requirement',
    says: /"xyz" is not uploaded/,
  },
  {
    fault: 'an example file of a kind that is refused',
    spoil: ({ service }) => void (service.example.files[0].contentType = 'text/html'),
    path: 'example.files.0.contentType',
    says: /must be application\/pdf/,
  },
]);
