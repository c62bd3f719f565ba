import type { z } from 'zod';
import { readCalendar } from '../../working-time/index.ts';
import type { WorkingCalendarFile } from '../../working-time/index.ts';
import { Government, Organisation } from '../model/government.ts';
import { Service } from '../model/service.ts';
import { asWrittenToday } from './earlier.ts';
import type { DefinitionFault, PropertyPath, Remark } from './fault.ts';
import { workingTimeRemarks } from './working-time-remarks.ts';
import { schemaRemarks } from './schema-words.ts';
import { MAX_FAULTS, parseText } from './yaml.ts';
import type { ParsedText } from './yaml.ts';

/** A file as it came in: its name as a person knows it, and its text. */
export interface DefinitionFile {
  readonly path: string;
  readonly text: string;
  /** It was published, perhaps by an earlier program: what that one took is still read. */
  readonly published?: true;
  /** The plain value of the text, where it is known: then the text is parsed only to place a remark. */
  readonly value?: unknown;
}

export interface DefinitionValues {
  readonly government: Government;
  readonly organisation: Organisation;
  readonly calendar: WorkingCalendarFile;
  readonly service: Service;
}
export type DefinitionKind = keyof DefinitionValues;

/** A definition that fits its schema, with its text and a way to place remarks about it in that text. */
export interface Definition<K extends DefinitionKind = DefinitionKind> {
  readonly kind: K;
  /** The service's id; for the others the kind itself, since a government has one of each. */
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly value: DefinitionValues[K];
  readonly faultAt: (remark: Remark) => DefinitionFault;
}

/** What could be read of one government. Files with faults of form are absent; `faults` says why. */
export interface GovernmentDefinitions {
  readonly government: Definition<'government'> | null;
  readonly organisation: Definition<'organisation'> | null;
  readonly calendar: Definition<'calendar'> | null;
  readonly services: readonly Definition<'service'>[];
  readonly faults: readonly DefinitionFault[];
}

export type DefinitionReading<K extends DefinitionKind> =
  | { readonly ok: true; readonly definition: Definition<K> }
  | { readonly ok: false; readonly faults: readonly DefinitionFault[] };

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly remarks: Remark[] };

function bySchema<T>(schema: z.ZodType<T>): (input: unknown) => Read<T> {
  return (input) => {
    const result = schema.safeParse(input);
    return result.success
      ? { ok: true, value: result.data }
      : { ok: false, remarks: schemaRemarks(result.error.issues, input) };
  };
}

function calendarReader(input: unknown): Read<WorkingCalendarFile> {
  const result = readCalendar(input);
  return result.ok
    ? { ok: true, value: result.value }
    : { ok: false, remarks: workingTimeRemarks(result.faults) };
}

const readers: { readonly [K in DefinitionKind]: (input: unknown) => Read<DefinitionValues[K]> } = {
  government: bySchema(Government),
  organisation: bySchema(Organisation),
  calendar: calendarReader,
  service: bySchema(Service),
};

/** Reads one definition: form only; what it means is checked by `checkGovernment`. Never throws. */
export function readDefinition<K extends DefinitionKind>(
  kind: K,
  file: DefinitionFile,
): DefinitionReading<K> {
  const parsed = file.value === undefined ? parseText(file.text) : parsedBefore(file);
  if (parsed.faults.length > 0) {
    const faults = parsed.faults.map((fault): DefinitionFault => ({
      file: file.path,
      path: '',
      severity: 'error',
      ...fault,
    }));
    return { ok: false, faults };
  }
  const faultAt = (remark: Remark): DefinitionFault => placed(file.path, parsed, remark);
  const read = readers[kind](file.published ? asWrittenToday(parsed.value) : parsed.value);
  if (!read.ok) return { ok: false, faults: read.remarks.slice(0, MAX_FAULTS).map(faultAt) };
  const { value } = read;
  const name = kind === 'service' ? (value as Service).id : kind;
  return { ok: true, definition: { kind, name, file: file.path, text: file.text, value, faultAt } };
}

const parsedBefore = ({ text, value }: DefinitionFile): ParsedText => ({
  value,
  faults: [],
  locate: (path) => parseText(text).locate(path),
});

function placed(file: string, parsed: ParsedText, { at, words, severity }: Remark): DefinitionFault {
  return { file, ...parsed.locate(at), path: readablePath(parsed.value, at), words, severity };
}

/** Items of lists by their id, as people speak of them: `steps.verifikasi.positions.0`. */
function readablePath(root: unknown, path: PropertyPath): string {
  let value = root;
  const parts = path.map((part) => {
    value =
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined;
    const id =
      typeof part === 'number' && typeof value === 'object' && value !== null && 'id' in value && value.id;
    return typeof id === 'string' ? id : String(part);
  });
  return parts.join('.');
}

/** What a file is by its name: `government.yaml`, `organisation.yaml`, `calendar.json`, `services/*.yaml`. */
export function kindOfFile(path: string): DefinitionKind | null {
  const [name = '', folder] = path.split(/[/\\]/).reverse();
  if (/^(government|organisation)\.ya?ml$/.test(name))
    return name.startsWith('g') ? 'government' : 'organisation';
  if (/^calendar\.(json|ya?ml)$/.test(name)) return 'calendar';
  return folder === 'services' && /\.ya?ml$/.test(name) ? 'service' : null;
}

/** Reads the files of one government; every fault of form in every file is reported at once. */
export function readDefinitions(files: readonly DefinitionFile[]): GovernmentDefinitions {
  const faults: DefinitionFault[] = [];
  const all = <K extends DefinitionKind>(kind: K): Definition<K>[] =>
    files
      .filter(({ path }) => kindOfFile(path) === kind)
      .flatMap((file) => {
        const reading = readDefinition(kind, file);
        if (reading.ok) return [reading.definition];
        faults.push(...reading.faults);
        return [];
      });
  faults.push(...missingFiles(files));
  return {
    government: all('government')[0] ?? null,
    organisation: all('organisation')[0] ?? null,
    calendar: all('calendar')[0] ?? null,
    services: all('service'),
    faults,
  };
}

const expected: Readonly<Record<Exclude<DefinitionKind, 'service'>, string>> = {
  government: 'government.yaml',
  organisation: 'organisation.yaml',
  calendar: 'calendar.json',
};

function missingFiles(files: readonly DefinitionFile[]): DefinitionFault[] {
  const present = new Set(files.map(({ path }) => kindOfFile(path)));
  return Object.entries(expected).flatMap(([kind, file]) => {
    if (present.has(kind as DefinitionKind)) return [];
    const words = { id: `Berkas ${file} tidak ada.`, en: `The file ${file} is missing.` };
    return [{ file, line: 1, column: 1, path: '', words, severity: 'error' as const }];
  });
}
