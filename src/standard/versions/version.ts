import { Fault } from '../../ground/index.ts';
import { readDefinition } from '../reading/definitions.ts';
import type { DefinitionKind, DefinitionValues } from '../reading/definitions.ts';
import type { KeptReadings } from './kept-readings.ts';

/** One published version as it is stored: the whole text, never changed again. */
export interface StoredDefinition {
  readonly government: string;
  readonly kind: DefinitionKind;
  /** The service's id; for the other kinds the kind itself. */
  readonly name: string;
  readonly n: number;
  readonly validFrom: Temporal.Instant;
  /** Of the text, in hexadecimal. */
  readonly sha256: string;
  readonly text: string;
  readonly publishedAt: Temporal.Instant;
  readonly publishedBy: string;
}

/** A published version with its value, which is read from the text when it is first asked for. */
export interface Version<K extends DefinitionKind = DefinitionKind> extends Omit<StoredDefinition, 'kind'> {
  readonly kind: K;
  readonly value: DefinitionValues[K];
}

/** Makes a version of a row. Reading `value` throws `definition-unreadable` if this program cannot read the text. */
export function versionOf<K extends DefinitionKind>(
  kind: K,
  row: StoredDefinition,
  kept?: KeptReadings,
): Version<K> {
  let value: DefinitionValues[K] | undefined;
  return {
    ...row,
    kind,
    get value(): DefinitionValues[K] {
      value ??= readValue(kind, row, kept);
      return value;
    },
  };
}

function readValue<K extends DefinitionKind>(
  kind: K,
  row: StoredDefinition,
  kept?: KeptReadings,
): DefinitionValues[K] {
  const file = `${row.government}/${row.kind}/${row.name} v${row.n}`;
  const value = kept?.valueOf(row.sha256, row.text);
  const reading = readDefinition(kind, { path: file, text: row.text, published: true, value });
  if (reading.ok) return reading.definition.value;
  const [first] = reading.faults;
  throw new Fault('unavailable', 'definition-unreadable', {
    id: `Versi yang diterbitkan tidak terbaca: ${file}: ${first?.words.id ?? ''}`,
    en: `A published version cannot be read: ${file}: ${first?.words.en ?? ''}`,
  });
}
