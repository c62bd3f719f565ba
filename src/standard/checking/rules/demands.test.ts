import { testPlantedFaults } from '../../../../test/support/planted-faults.ts';

testPlantedFaults('demands', [
  {
    fault: 'something demanded that the components do not demand',
    spoil: ({ service }) => void (service.form[0].questions[4].required = true),
    path: 'form.pemohon.questions.lembar',
    says: /does not demand it/,
  },
  {
    fault: 'a NIK that no requirement demands',
    spoil: ({ service }) =>
      void service.form[0].questions.push({
        type: 'nik',
        id: 'nik',
        label: { id: 'N', en: 'N' },
        use: 'applicant-nik',
      }),
    path: 'form.pemohon.questions.nik',
    says: /does not demand it/,
  },
  {
    fault: 'a letter number in place of a letter that nobody asks for',
    spoil: ({ service }) => void (service.requirements[0].bring = 'file-or-letter-number'),
    path: 'requirements.surat-permohonan.bring',
    says: /no letter number in SRIKANDI/,
    severity: 'warning',
  },
  {
    fault: 'a requirement beyond the component',
    spoil: ({ service }) => void (service.requirements[1].component = 3),
    path: 'requirements.ktp.component',
    says: /only 2 items; there is no number 3/,
  },
  {
    fault: 'a step beyond the component',
    spoil: ({ service }) => void (service.steps[3].component = 9),
    path: 'steps.serahkan.component',
    says: /no number 9/,
  },
  {
    fault: 'a requirement nobody checks',
    spoil: ({ service }) => {
      service.steps[1].outcomes.dispose.to = 'serahkan';
      service.steps.splice(2, 1);
      service.steps.shift();
    },
    path: 'requirements.ktp',
    says: /Nobody checks/,
  },
  {
    fault: 'free, but an amount is printed',
    spoil: ({ service }) => void (service.components.fee.text = 'Rp20.000'),
    path: 'fee.free',
    says: /said to be free/,
  },
  {
    fault: 'not free, but "gratis" is printed',
    spoil: ({ service }) =>
      void (service.fee = {
        free: false,
        tariffBasis: 'Perda',
        amounts: [{ idr: 20000, for: { id: 'a', en: 'b' } }],
      }),
    path: 'fee.free',
    says: /said to cost money/,
  },
  {
    fault: 'an amount that is not printed',
    spoil: ({ service }) => {
      service.components.fee.text = 'Rp20.000 sekali siar';
      service.fee = {
        free: false,
        tariffBasis: 'Perda',
        amounts: [{ idr: 25000, for: { id: 'a', en: 'b' } }],
      };
    },
    path: 'fee.amounts.0.idr',
    says: /Rp25000 does not stand/,
  },
  {
    fault: 'a tariff without a regulation',
    spoil: ({ service }) => {
      service.components.fee.text = 'Rp20.000';
      service.fee = { free: false, amounts: [{ idr: 20000, for: { id: 'a', en: 'b' } }] };
    },
    path: 'fee',
    says: /No regulation/,
    severity: 'warning',
  },
]);
