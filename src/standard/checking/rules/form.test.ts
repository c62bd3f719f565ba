import { testPlantedFaults } from '../../../../test/support/planted-faults.ts';

/** A product of the step that hands over, for those who chose something. */
const delivered = (when: object): object => ({
  id: 'kotak-surat',
  kind: 'mailbox',
  when: { question: 'golongan', is: ['citizen'], ...when },
  order: { address: 'fields.nomor' },
});

testPlantedFaults('form', [
  {
    fault: 'a question name twice',
    spoil: ({ service }) => void (service.form[0].questions[4].id = 'nama'),
    path: 'form.pemohon.questions.nama.id',
    says: /used above already/,
  },
  {
    fault: 'a field name twice in a step',
    spoil: ({ service }) => void service.steps[3].fields.push(service.steps[3].fields[0]),
    path: 'steps.serahkan.fields.nomor.id',
    says: /used above already/,
  },
  {
    fault: 'an option twice',
    spoil: ({ service }) =>
      void service.form[0].questions[0].options.push({ value: 'agency', label: { id: 'x', en: 'x' } }),
    path: 'form.pemohon.questions.golongan.options.2.value',
    says: /used above already/,
  },
  {
    fault: 'a condition on a later question',
    spoil: ({ service }) => void (service.form[0].questions[0].when = { question: 'nama', is: ['x'] }),
    path: 'form.pemohon.questions.golongan.when.question',
    says: /must name an earlier choice/,
  },
  {
    fault: 'a condition on a value that does not exist',
    spoil: ({ service }) => void (service.requirements[1].when.is = ['citizens']),
    path: 'requirements.ktp.when.is.0',
    says: /no option of "golongan"/,
  },
  {
    fault: 'a product for an answer that does not exist',
    spoil: ({ service }) => void (service.steps[3].deliveries = [delivered({ is: ['citizens'] })]),
    path: 'steps.serahkan.deliveries.kotak-surat.when.is.0',
    says: /no option of "golongan"/,
  },
  {
    fault: 'a product that depends on a field of the step',
    spoil: ({ service }) => void (service.steps[3].deliveries = [delivered({ question: 'nomor' })]),
    path: 'steps.serahkan.deliveries.kotak-surat.when.question',
    says: /must name an earlier choice/,
  },
  {
    fault: 'bounds upside down',
    spoil: ({ service }) => void (service.form[0].questions[4].min = 11),
    path: 'form.pemohon.questions.lembar.min',
    says: /above the maximum/,
  },
  {
    fault: 'no name asked',
    spoil: ({ service }) => void delete service.form[0].questions[1].use,
    path: 'form',
    says: /exactly one question for the name/,
  },
  {
    fault: 'two names asked',
    spoil: ({ service }) =>
      void service.form[0].questions.push({
        type: 'text',
        id: 'nama-2',
        label: { id: 'N', en: 'N' },
        use: 'applicant-name',
      }),
    path: 'form.pemohon.questions.nama-2',
    says: /it has 2/,
  },
  {
    fault: 'two answers for one use',
    spoil: ({ service }) =>
      void service.form[0].questions.push({
        type: 'phone',
        id: 'hp',
        label: { id: 'N', en: 'N' },
        use: 'applicant-phone',
      }),
    path: 'form.pemohon.questions.hp.use',
    says: /used above already/,
  },
  {
    fault: 'no contact asked',
    spoil: ({ service }) => void (service.form[0].questions[2].use = 'subject'),
    path: 'form',
    says: /asks for no contact/,
  },
  {
    fault: 'kinds of applicants that differ from the options',
    spoil: ({ service }) => void (service.eligibility.kinds = ['citizen', 'official']),
    path: 'form.pemohon.questions.golongan',
    says: /exactly: citizen, official/,
  },
  {
    fault: 'several kinds of applicants and no question which',
    spoil: ({ service }) => void delete service.form[0].questions[0].use,
    path: 'eligibility.kinds',
    says: /the form must ask which/,
  },
  {
    fault: 'hiding the identity by other words than yes and no',
    spoil: ({ service }) => {
      service.identityProtected = true;
      service.form[0].questions.push({
        ...service.form[0].questions[0],
        id: 'sembunyi',
        use: 'hide-identity',
      });
    },
    path: 'form.pemohon.questions.sembunyi',
    says: /"yes" and "no"/,
  },
  {
    fault: 'an offer to hide the identity where nobody is protected',
    spoil: ({ service }) =>
      void service.form[0].questions.push({
        type: 'choice',
        id: 'sembunyi',
        label: { id: 'S', en: 'H' },
        use: 'hide-identity',
        options: [
          { value: 'yes', label: { id: 'Y', en: 'Y' } },
          { value: 'no', label: { id: 'T', en: 'N' } },
        ],
      }),
    path: 'form.pemohon.questions.sembunyi',
    says: /only for a standard that protects/,
  },
  {
    fault: 'a question for a representative with other answers than the program knows',
    spoil: ({ service }) =>
      void service.form[0].questions.push({
        type: 'choice',
        id: 'untuk-siapa',
        label: { id: 'U', en: 'F' },
        use: 'representative',
        options: [
          { value: 'self', label: { id: 'S', en: 'S' } },
          { value: 'kuasa', label: { id: 'K', en: 'K' } },
        ],
      }),
    path: 'form.pemohon.questions.untuk-siapa',
    says: /must be a choice of "self" and "other"/,
  },
]);
