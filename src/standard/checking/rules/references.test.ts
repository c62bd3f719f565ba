import { testPlantedFaults } from '../../../../test/support/planted-faults.ts';

testPlantedFaults('references', [
  {
    fault: 'a common service nobody knows',
    spoil: ({ service }) => void (service.sameAs = ['emial']),
    path: 'sameAs.0',
    says: /no common service "emial".*Did you mean "email"/,
    severity: 'warning',
  },
  {
    fault: 'an unknown position',
    spoil: ({ service }) => void (service.steps[0].positions = ['petugass']),
    path: 'steps.periksa.positions.0',
    says: /no position "petugass".*Did you mean "petugas"/,
  },
  {
    fault: 'an unknown addressee',
    spoil: ({ service }) => void (service.steps[1].addressees = ['xyz']),
    path: 'steps.disposisi.addressees.0',
    says: /no position "xyz"/,
  },
  {
    fault: 'an unknown supervisor',
    spoil: ({ service }) => void (service.supervisors = ['xyz']),
    path: 'supervisors.0',
    says: /no position/,
  },
  {
    fault: 'an evaluator without the role',
    spoil: ({ service }) => void (service.evaluators = ['petugas']),
    path: 'evaluators.0',
    says: /no role evaluator/,
  },
  {
    fault: 'an unknown post that signs a letter',
    spoil: ({ service }) => void (service.signers = { granted: ['kepala', 'kepalaa'] }),
    path: 'signers.granted.1',
    says: /no position "kepalaa"/,
  },
  {
    fault: 'a post that signs a letter it cannot open',
    spoil: ({ service }) => void (service.signers = { refused: ['kepala', 'penilai'] }),
    path: 'signers.refused.1',
    says: /cannot open the letter/,
  },
  {
    fault: 'an unknown office',
    spoil: ({ service }) => void (service.office = 'xyz'),
    path: 'office',
    says: /no agency "xyz"/,
  },
  {
    fault: 'an unknown competence',
    spoil: ({ service }) => void (service.steps[3].competence.codes = ['xyz']),
    path: 'steps.serahkan.competence.codes.0',
    says: /no competence "xyz"/,
  },
  {
    fault: 'a hard competence nobody in post has',
    spoil: ({ organisation }) => void (organisation.officials[1].competences = []),
    path: 'steps.serahkan.competence',
    says: /Today nobody in post/,
    severity: 'warning',
  },
  {
    fault: 'an agency that cannot be disposed to',
    spoil: ({ service, organisation }) => {
      service.steps[1].addressees = 'agencies';
      delete organisation.agencies[0].contact;
    },
    path: 'steps.disposisi.addressees',
    says: /Without a contact position: dinas/,
    severity: 'warning',
  },
  {
    fault: 'attacking a service that does not exist',
    spoil: ({ service }) => void (service.answersRequestOf = 'xyz'),
    path: 'answersRequestOf',
    says: /no service "xyz"/,
  },
]);
