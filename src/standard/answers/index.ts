export type { Answer, AnswerContext, Answers } from './answer.ts';
export { beginningOf } from './beginnings.ts';
export { dnsLabelFault } from './dns-label.ts';
export type { OwnNames } from './dns-label.ts';
export { mailboxNameFault } from './mailbox-name.ts';
export { withProposals } from './mailbox-proposals.ts';
export { applies, readAnswers } from './read.ts';
export { readText } from './read-text.ts';
export { describeAnswer } from './describe.ts';
export {
  applicantOf,
  findQuestionFor,
  formQuestions,
  keepsIdentityApart,
  requirementsFor,
  unwantedDeliveries,
  visibleQuestions,
} from './service.ts';
export type { Applicant } from './service.ts';
export { exampleFor } from './example.ts';
export { fieldsJsonSchema, formJsonSchema } from './json-schema.ts';
export type { JsonSchema } from './json-schema.ts';
