/** From a decree on paper to its services: reading files, and what a careful clerk would say of them. */
export { importDecree, MOST_BYTES, tooLarge } from './apart/index.ts';
export { readFee } from './grammar/fee.ts';
export { readFileText } from './files/index.ts';
export { readDecree } from './grammar/read-decree.ts';
export { jsonOf } from './json.ts';
export type { JsonDecree } from './json.ts';
export type {
  DecreeHead,
  FeeAmount,
  FeeReading,
  Finding,
  ImportedComponents,
  ImportedDecree,
  ImportedService,
  Place,
  Placed,
  ReadDocument,
} from './model.ts';
