/** DNS names in a file that the government's own zone file includes. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { z } from 'zod';
import type { Words } from '../../../ground/index.ts';
import { errorCode } from '../../../platform/index.ts';
import { CounterpartFault } from '../../contract.ts';
import type {
  Call,
  Connector,
  ConnectorPlace,
  Counterpart,
  DeliverCall,
  FaultMeaning,
  Presence,
} from '../../contract.ts';
import { refusedByCounterpart, takenByOther } from '../../faults.ts';
import { onFiles, readText, replaceFile, withLock } from '../../kept-files/index.ts';
import type { DnsNameEvidence, DnsNamePlan } from '../model.ts';
import { zoneFault } from './check-zone.ts';
import { formatNames, linesOf, readNames } from './names-file.ts';
import type { NameLine, NamesFile } from './names-file.ts';
import { isNotBefore, namesIn, nextSerial, serialOf, withSerial } from './zone-text.ts';

/** Serial numbers count by day; which day it is at Greenwich is as good as any. */
const zoneOfDays = 'UTC';

/** Files that a zone includes, one below the other or side by side; more of them is one that includes itself. */
const MOST_INCLUDED = 100;

interface ZoneState {
  readonly main: string;
  readonly serial: number;
  readonly names: NamesFile;
}

class ZoneFiles implements Counterpart<DnsNamePlan, DnsNameEvidence> {
  readonly #place: ConnectorPlace;

  constructor(place: ConnectorPlace) {
    this.#place = place;
  }

  test(signal: AbortSignal): Promise<Words> {
    return this.#locked(signal, async () => {
      const probe = join(this.#place.directory, 'percobaan');
      await replaceFile(probe, '');
      await rm(probe);
      return { id: 'Berkas zona dapat ditulis.', en: 'The zone files can be written.' };
    });
  }

  deliver(plan: DnsNamePlan, { key, signal }: DeliverCall): Promise<DnsNameEvidence> {
    return this.#locked(signal, async (state) => {
      const zone = await this.#openZone(plan.zone);
      const presence = await this.#look(zone, plan, key.delivery);
      if (presence.is === 'other') throw takenByOther(plan.name);
      if (presence.is === 'present') return presence.evidence;
      const lines = [...withoutOurs(zone.names.lines, plan, key.delivery), ...linesOf(plan, key.delivery)];
      await this.#write(plan.zone, zone, lines, signal, state);
      return plan;
    });
  }

  check(plan: DnsNamePlan, { key, signal }: Call): Promise<Presence<DnsNameEvidence>> {
    return onFiles(signal, async () => {
      const zone = await this.#readZone(plan.zone);
      return zone === null ? { is: 'absent' } : this.#look(zone, plan, key.delivery);
    });
  }

  withdraw(plan: DnsNamePlan, _: DnsNameEvidence, { key, signal }: Call): Promise<void> {
    return this.#locked(signal, async (state) => {
      const zone = await this.#readZone(plan.zone);
      if (zone === null) return;
      const lines = withoutOurs(zone.names.lines, plan, key.delivery);
      const changed = lines.length < zone.names.lines.length || !isNotBefore(zone.serial, zone.names.serial);
      if (changed) await this.#write(plan.zone, zone, lines, signal, state);
    });
  }

  async #look(zone: ZoneState, plan: DnsNamePlan, delivery: string): Promise<Presence<DnsNameEvidence>> {
    const there = zone.names.lines.filter(({ name }) => name === plan.name);
    const foreign = there.some((line) => line.delivery !== delivery);
    if (foreign || (await this.#namesByHand(zone, plan.zone)).has(plan.name))
      return { is: 'other', why: otherWords };
    if (there.length === 0) return { is: 'absent' };
    const planned = linesOf(plan, delivery);
    const whole =
      isNotBefore(zone.serial, zone.names.serial) &&
      planned.length === there.length &&
      planned.every((line, at) => line.text === there[at]?.text);
    return whole ? { is: 'present', evidence: plan } : { is: 'partial' };
  }

  /** Names that stand in the zone by the hand of its administrator, also in files of theirs that it includes. */
  #namesByHand({ main }: ZoneState, zone: string): Promise<ReadonlySet<string>> {
    const own = this.#namesPath(zone);
    let files = 0;
    return namesIn(main, zone, async (file) => {
      const path = isAbsolute(file) ? file : join(dirname(own), file);
      if (path === own) return '';
      files += 1;
      if (files > MOST_INCLUDED) throw includesItself();
      // The administrator's own, which may be a link.
      return readIncluded(path);
    });
  }

  /**
   * First the names, with the serial number they will count by, then the zone with that number: whoever finds the first without the
   * second knows that the write broke off. The zone is the administrator's, whom no lock keeps from saving: it is read again before each.
   */
  async #write(
    zone: string,
    { main, serial }: ZoneState,
    lines: readonly NameLine[],
    signal: AbortSignal,
    state: { changed: boolean },
  ): Promise<void> {
    const today = this.#place.clock.now().toZonedDateTimeISO(zoneOfDays).toPlainDate();
    const names = { serial: nextSerial(serial, today), lines };
    await this.#tryOut(zone, main, formatNames(names), signal);
    await this.#assertSame(zone, main, 'none');
    await replaceFile(this.#namesPath(zone), formatNames(names));
    state.changed = true;
    await this.#assertSame(zone, main, 'unknown');
    await replaceFile(this.#mainPath(zone), withSerial(main, names.serial));
  }

  async #assertSame(zone: string, main: string, done: FaultMeaning['done']): Promise<void> {
    if ((await readText(this.#mainPath(zone))) !== main) throw zoneEdited(done);
  }

  /** Has the zone checked as it would be, beside the one that counts. */
  async #tryOut(zone: string, main: string, names: string, signal: AbortSignal): Promise<void> {
    const folder = join(this.#place.directory, '.periksa');
    // A process that was killed may have left it.
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder);
    try {
      const trial = join(folder, 'names');
      await writeFile(trial, names);
      await writeFile(join(folder, 'zone'), main.replaceAll(this.#namesPath(zone), trial));
      const tried = { file: join(folder, 'zone'), beside: this.#place.directory };
      const fault = await zoneFault(zone, tried, signal);
      if (fault !== null) throw refusedByCounterpart('named-checkzone', fault.replaceAll(folder, ''));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Makes the zone where there is none yet. */
  async #openZone(zone: string): Promise<ZoneState> {
    const found = await this.#readZone(zone);
    if (found) return found;
    await replaceFile(this.#namesPath(zone), formatNames({ serial: 0, lines: [] }));
    await replaceFile(this.#mainPath(zone), firstZone(zone, this.#namesPath(zone)));
    return this.#openZone(zone);
  }

  async #readZone(zone: string): Promise<ZoneState | null> {
    const main = await readText(this.#mainPath(zone));
    if (main === '') return null;
    const serial = serialOf(main);
    if (serial === null || !main.includes(this.#namesPath(zone))) throw notOurZone(this.#namesPath(zone));
    return { main, serial, names: readNames(await readText(this.#namesPath(zone))) };
  }

  #mainPath(zone: string): string {
    return join(this.#place.directory, `${zone}.zone`);
  }

  #namesPath(zone: string): string {
    return join(this.#place.directory, `${zone}.names`);
  }

  #locked<T>(signal: AbortSignal, work: (state: { changed: boolean }) => Promise<T>): Promise<T> {
    return onFiles(signal, (state) => withLock(this.#place.directory, signal, () => work(state)));
  }
}

/** A file that is not there has no names; one that cannot be read may have any. */
async function readIncluded(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  }
}

const withoutOurs = (lines: readonly NameLine[], plan: DnsNamePlan, delivery: string): readonly NameLine[] =>
  lines.filter((line) => line.name !== plan.name || line.delivery !== delivery);

/** From then on the file is the administrator's: only its serial number is changed. */
const firstZone = (
  zone: string,
  names: string,
): string => `; Zona ${zone}. Sesuaikan SOA dan NS dengan server Anda; tambahkan nama lain di sini.
; Zone ${zone}. Fit SOA and NS to your servers; add other names here. The system changes the serial number only.
$ORIGIN ${zone}.
$TTL 3600
@ IN SOA localhost. hostmaster.${zone}. (
    1 ; nomor seri, serial number
    3600 900 1209600 300 )
@ IN NS localhost.
$INCLUDE "${names}"
`;

const otherWords: Words = {
  id: 'Nama ini sudah dipakai di zona.',
  en: 'The zone has this name already.',
};

const includesItself = (): CounterpartFault =>
  new CounterpartFault(
    'zone-file-unfit',
    {
      id: 'Berkas zona memuat dirinya sendiri lewat $INCLUDE. Hapus baris itu, lalu coba lagi.',
      en: 'The zone file includes itself. Take that line out, then try again.',
    },
    { done: 'none', passing: false },
  );

const zoneEdited = (done: FaultMeaning['done']): CounterpartFault =>
  new CounterpartFault(
    'zone-edited',
    {
      id: 'Berkas zona disimpan orang lain ketika nama ini ditulis. Dicoba lagi otomatis dengan isi yang baru.',
      en: 'Somebody else saved the zone file while this name was being written. It is tried again by itself, with what stands there now.',
    },
    { done, passing: true },
  );

const notOurZone = (names: string): CounterpartFault =>
  new CounterpartFault(
    'zone-file-unfit',
    {
      id: `Berkas zona tidak memuat SOA atau baris "$INCLUDE ${names}". Kembalikan baris itu, lalu coba lagi.`,
      en: `The zone file lacks its SOA or the line "$INCLUDE ${names}". Put that line back, then try again.`,
    },
    { done: 'none', passing: false },
  );

export const zoneFile: Connector<DnsNamePlan, DnsNameEvidence> = {
  id: 'zone-file',
  title: { id: 'Berkas zona', en: 'Zone file' },
  about: {
    id: 'Nama ditulis ke berkas zona di bawah direktori data dan dibaca oleh BIND, Knot, atau server lain. Tidak perlu server lain; server nama harus memuat ulang zona ketika berkasnya berubah.',
    en: 'Names are written to a zone file below the data directory that BIND, Knot or another server reads. No other server is needed; the name server has to load the zone again when the file changes.',
  },
  embedded: true,
  form: { fields: [], schema: z.object({}) },
  connect: (_, place) => new ZoneFiles(place),
};
