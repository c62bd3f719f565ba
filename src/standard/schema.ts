import { z } from 'zod';
import { Government, Organisation } from './model/government.ts';
import { Service } from './model/service.ts';
import { CalendarSchema } from './model/calendar.ts';

/** A JSON Schema by the name of its file, `service.schema.json` and the like. */
type NamedSchema = readonly [fileName: string, schema: Readonly<Record<string, unknown>>];

const schemas = {
  service: { schema: Service, title: 'Standar pelayanan' },
  government: { schema: Government, title: 'Pemerintah daerah' },
  organisation: { schema: Organisation, title: 'Susunan organisasi' },
  calendar: { schema: CalendarSchema, title: 'Kalender kerja' },
} as const;

/**
 * The JSON Schemas (2020-12) of the four definition files, made of the program's own validator, so that an editor
 * completes and checks a file by the same rules. What a file may leave out is optional here too.
 */
export function definitionSchemas(): NamedSchema[] {
  return Object.entries(schemas).map(([name, { schema, title }]) => [
    `${name}.schema.json`,
    { title, ...z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' }) },
  ]);
}
