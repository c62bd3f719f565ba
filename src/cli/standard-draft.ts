import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { systemClock } from '../ground/index.ts';
import {
  asTitle,
  calendarText,
  composeService,
  definitionText,
  DraftComponents,
  Id,
  proposeCalendar,
  proposeGovernment,
  proposeNames,
  proposeOrganisation,
  proposeRunning,
} from '../standard/index.ts';
import type { Government, Organisation, ReviewFinding, Running } from '../standard/index.ts';
import { importDecree, jsonOf } from '../standard/import/index.ts';
import type { ReadDocument } from '../standard/import/index.ts';
import { readCalendar } from '../working-time/index.ts';
import type { WorkingCalendarFile } from '../working-time/index.ts';
import { complain } from './io.ts';
import type { CommandIo } from './io.ts';

const OPTIONS = {
  lang: { type: 'string', default: 'id' },
  government: { type: 'string' },
  to: { type: 'string' },
  zone: { type: 'string', default: 'WIB' },
  'without-services': { type: 'boolean', default: false },
} as const;

const ZONES: Readonly<Record<string, WorkingCalendarFile['timeZone']>> = {
  WIB: 'Asia/Jakarta',
  WITA: 'Asia/Makassar',
  WIT: 'Asia/Jayapura',
};

/** The nation's days off as the governments of this program have them. */
const TEMPLATE = fileURLToPath(new URL('../../governments/klaten/calendar.json', import.meta.url));

interface Asked {
  readonly id: string;
  readonly zone: WorkingCalendarFile['timeZone'];
  /** Only the government: its services are reviewed and published at the desk. */
  readonly bare: boolean;
  /** ISO date of today. */
  readonly today: string;
  readonly lang: 'id' | 'en';
}

interface Drafted {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** Services that are left for the desk, with why, in words. */
  readonly left: readonly string[];
}

interface Read {
  readonly title: string;
  readonly components: DraftComponents;
  readonly running: Running;
  readonly findings: readonly ReviewFinding[];
}

/** Every service with its proposal; its components checked, since they came as JSON. */
function servicesOf(document: ReadDocument, organisation: Organisation, today: string): Read[] {
  const { services, decree } = jsonOf(document, 'id');
  const names = proposeNames(services.map(({ title }) => title ?? ''));
  return services.map(({ title, components: read }, index) => {
    const components = DraftComponents.parse(read);
    const validFrom = decree?.date ?? today;
    const running = proposeRunning(title ?? '', components, {
      office: OFFICE,
      organisation,
      validFrom,
      named: names[index],
    });
    const findings = document.services[index]?.findings ?? [];
    return { title: title ?? '', components, running, findings };
  });
}

/** As many lines as a letterhead can be long. */
const HEAD_LINES = 20;

/** The one agency of a proposed government. */
const OFFICE = 'kantor';

async function template(): Promise<WorkingCalendarFile> {
  const reading = readCalendar(JSON.parse(await readFile(TEMPLATE, 'utf8')));
  if (!reading.ok) throw new Error('the calendar that serves as a template cannot be read');
  return reading.value;
}

async function draftOf(document: ReadDocument, { id, zone, bare, today, lang }: Asked): Promise<Drafted> {
  const { decree } = document;
  const head = document.lines.slice(0, HEAD_LINES).map(({ text }) => text);
  const base = { id, decree, head, services: [], positions: [], from: decree?.date ?? today };
  const services = servicesOf(document, proposeOrganisation(base), today);
  const draft = {
    ...base,
    services: services.map(({ components }) => components),
    positions: bare ? [] : services.flatMap(({ running }) => running.positions),
  };
  const government = proposeGovernment(draft);
  const composed = bare ? [] : services.map((service) => fileOf(service, document, government, lang));
  return {
    files: [
      { path: 'government.yaml', text: definitionText('government', government) },
      { path: 'organisation.yaml', text: definitionText('organisation', proposeOrganisation(draft)) },
      { path: 'calendar.json', text: calendarText(proposeCalendar(await template(), zone)) },
      ...composed.flatMap(({ file }) => file ?? []),
    ],
    left: composed.flatMap(({ why }) => why ?? []),
  };
}

interface ComposedFile {
  readonly file?: Drafted['files'][number];
  readonly why?: string;
}

function fileOf(
  { title, components, running, findings }: Read,
  { decree }: ReadDocument,
  government: Government,
  lang: 'id' | 'en',
): ComposedFile {
  const result = composeService(
    { title, components, running, decree, findings, confirmed: [], current: null },
    { office: OFFICE, contacts: government.contacts },
  );
  if (result.ok) {
    return { file: { path: `services/${running.id}.yaml`, text: definitionText('service', result.value) } };
  }
  const open = result.fault.fields.map(({ words }) => words[lang]).join(' ');
  return { why: `${asTitle(title) || running.id}: ${open}` };
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** `pendopo standard draft FILE --government G`: a new government out of its decree, as files to review. */
export async function run(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [path] = positionals;
  const id = values.government ?? '';
  const zone = ZONES[values.zone];
  if (path === undefined || positionals.length > 1 || !Id.safeParse(id).success) {
    return complain(
      io,
      'Sebut satu berkas keputusan dan --government NAMA / name one decree file and --government NAME. Lihat / see: pendopo standard --help',
    );
  }
  if (zone === undefined) return complain(io, '--zone: WIB, WITA, WIT');
  const lang = values.lang === 'en' ? 'en' : 'id';
  const directory = values.to ?? join('governments', id);
  return write(path, directory, { id, zone, bare: values['without-services'], today: today(zone), lang }, io);
}

/** Reads the decree and writes what follows from it; what exists already is never replaced. */
async function write(path: string, directory: string, asked: Asked, io: CommandIo): Promise<number> {
  const { lang } = asked;
  if (await exists(directory)) {
    return complain(
      io,
      `${directory} sudah ada; tidak ada yang ditimpa / exists already; nothing was replaced`,
    );
  }
  const read = await importDecree(new Uint8Array(await readFile(path)), null);
  if (!read.ok) {
    complain(io, `${path}: ${read.fault.words[lang]}`);
    return 1;
  }
  const { files, left } = await draftOf(read.value, asked);
  await mkdir(join(directory, 'services'), { recursive: true });
  for (const { path: name, text } of files) await writeFile(join(directory, name), text);
  io.stdout.write(files.map(({ path: name }) => `${join(directory, name)}\n`).join(''));
  if (left.length > 0) io.stderr.write(`${LEFT[lang]}\n`);
  for (const line of left) io.stderr.write(`- ${line}\n`);
  return left.length === 0 ? 0 : 1;
}

/** What is to be done about services that nobody may guess. */
const LEFT = {
  id: 'Layanan berikut belum ditulis, karena harus diputuskan orang. Jalankan portalnya, lalu tinjau dan terbitkan di meja: Kelola · Dari keputusan ke layanan.',
  en: 'These services were not written, since a person must decide something. Start the portal, then review and publish them at the desk: Kelola · Dari keputusan ke layanan.',
} as const;

const today = (zone: string): string => systemClock.now().toZonedDateTimeISO(zone).toPlainDate().toString();
