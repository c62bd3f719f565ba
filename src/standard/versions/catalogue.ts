import { Fault } from '../../ground/index.ts';
import type { Clock } from '../../ground/index.ts';
import { compileCalendar } from '../../working-time/index.ts';
import type { WorkingCalendar, WorkingCalendarFile } from '../../working-time/index.ts';
import type { Government, Organisation } from '../model/government.ts';
import type { Service } from '../model/service.ts';
import type { DefinitionKind } from '../reading/definitions.ts';
import type { KeptReadings } from './kept-readings.ts';
import { versionOf } from './version.ts';
import type { StoredDefinition, Version } from './version.ts';

/** A working calendar as it stood in one version, ready for arithmetic. */
export interface CalendarVersion {
  readonly n: number;
  readonly file: WorkingCalendarFile;
  readonly calendar: WorkingCalendar;
}

/** Where published versions come from; the database, or rows in a test. */
export interface DefinitionSource {
  /** Changes whenever anything was published. */
  stamp(): Promise<string>;
  /** All versions except those whose key (`government/kind/name/n`) is known. */
  load(known: readonly string[]): Promise<readonly StoredDefinition[]>;
}

/** The key of a version, as `government/kind/name/n`. */
const keyOf = (row: Pick<StoredDefinition, 'government' | 'kind' | 'name' | 'n'>): string =>
  `${row.government}/${row.kind}/${row.name}/${row.n}`;

/**
 * All published versions of all governments in memory, so that no page waits for the database to learn what a
 * service is. Versions never change: a refresh only adds. "Current" is the newest version already in force.
 * Methods throw a fault of kind `not-found` for what does not exist, and `version-not-yet-known` (`unavailable`) for a
 * numbered version that is not here; `find…` give null.
 */
export class Catalogue {
  readonly #source: DefinitionSource;
  readonly #clock: Clock;
  readonly #kept: KeptReadings | undefined;
  readonly #known = new Set<string>();
  /** Versions by kind and name within a government, in order of `n`. */
  readonly #versions = new Map<string, Version[]>();
  /** Names of the services of each government: pages ask for them often, and not for those of all others. */
  readonly #services = new Map<string, string[]>();
  readonly #calendars = new Map<Version<'calendar'>, CalendarVersion>();
  #stamp = '';
  #refreshing: Promise<boolean> | null = null;
  #nextRefresh: Promise<boolean> | null = null;

  /** `kept`: where what the texts say is found again after a start; without it each is parsed. */
  constructor(source: DefinitionSource, clock: Clock, kept?: KeptReadings) {
    this.#source = source;
    this.#clock = clock;
    this.#kept = kept;
  }

  /** Changes whenever anything new was taken in; tells whether something made from definitions still fits them. */
  get stamp(): string {
    return this.#stamp;
  }

  /**
   * Takes in what was published up to this call; cheap when nothing was. True when something new came. One that is under
   * way may have looked before that was published: whoever asks meanwhile waits for the next, all of them for the same.
   */
  async refresh(): Promise<boolean> {
    if (this.#refreshing === null) return this.#beginRefresh();
    this.#nextRefresh ??= this.#refreshing
      .catch(() => false)
      .then(async (cameBefore) => {
        this.#nextRefresh = null;
        const cameNow = await (this.#refreshing ?? this.#beginRefresh());
        return cameBefore || cameNow;
      });
    return this.#nextRefresh;
  }

  #beginRefresh(): Promise<boolean> {
    this.#refreshing = this.#takeIn().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  async #takeIn(): Promise<boolean> {
    const stamp = await this.#source.stamp();
    if (stamp === this.#stamp) return false;
    const rows = await this.#source.load([...this.#known]);
    for (const row of rows) this.#add(row);
    this.#stamp = stamp;
    return rows.length > 0;
  }

  #add(row: StoredDefinition): void {
    const key = keyOf(row);
    if (this.#known.has(key)) return;
    this.#known.add(key);
    const shelf = shelfOf(row.government, row.kind, row.name);
    const earlier = this.#versions.get(shelf);
    if (row.kind === 'service' && !earlier)
      this.#services.set(row.government, [...(this.#services.get(row.government) ?? []), row.name]);
    const versions = [...(earlier ?? []), versionOf(row.kind, row, this.#kept)];
    this.#versions.set(
      shelf,
      versions.sort((left, right) => left.n - right.n),
    );
  }

  /** Every published version of a definition, oldest first; for the desk's list of versions. */
  versions<K extends DefinitionKind>(government: string, kind: K, name: string): readonly Version<K>[] {
    return (this.#versions.get(shelfOf(government, kind, name)) ?? []) as unknown as readonly Version<K>[];
  }

  /** The newest version in force at an instant (default: now), or null. */
  findVersion<K extends DefinitionKind>(
    government: string,
    kind: K,
    name: string,
    at: Temporal.Instant = this.#clock.now(),
  ): Version<K> | null {
    // Asked a dozen times a page; comparing instants costs several times as much.
    const now = at.epochNanoseconds;
    const inForce = ({ validFrom }: Version<K>): boolean => validFrom.epochNanoseconds <= now;
    return this.versions(government, kind, name).findLast(inForce) ?? null;
  }

  /** Version `n` of a definition, or without it the one in force now. */
  version<K extends DefinitionKind>(government: string, kind: K, name: string, n?: number): Version<K> {
    const found =
      n === undefined
        ? this.findVersion(government, kind, name)
        : this.versions(government, kind, name).find((version) => version.n === n);
    if (found) return found;
    throw n === undefined ? notFound(kind) : this.#notYetKnown();
  }

  /**
   * Requests are pinned to versions that exist; one that is missing here was published by another process since the
   * last refresh. It is fetched at once, and whoever asks again a moment later finds it.
   */
  #notYetKnown(): Fault {
    this.refresh().catch(() => undefined);
    return new Fault('unavailable', 'version-not-yet-known', {
      id: 'Versi standar ini baru saja diterbitkan. Coba lagi sebentar lagi.',
      en: 'This version of the standard was published just now. Try again in a moment.',
    });
  }

  /** The governments that take requests, by name. */
  governments(): readonly Government[] {
    return this.governmentIds()
      .flatMap((id) => this.findVersion(id, 'government', 'government')?.value ?? [])
      .sort((left, right) => left.name.localeCompare(right.name, 'id'));
  }

  governmentIds(): readonly string[] {
    return [...new Set([...this.#versions.values()].flatMap(([version]) => version?.government ?? []))];
  }

  findGovernment(id: string): Government | null {
    return this.findVersion(id, 'government', 'government')?.value ?? null;
  }

  government(id: string): Government {
    return this.version(id, 'government', 'government').value;
  }

  organisation(government: string, n?: number): Organisation {
    return this.version(government, 'organisation', 'organisation', n).value;
  }

  /** The working calendar, compiled once a version. */
  calendar(government: string, n?: number): CalendarVersion {
    const version = this.version(government, 'calendar', 'calendar', n);
    const compiled = this.#calendars.get(version) ?? {
      n: version.n,
      file: version.value,
      calendar: compileCalendar(version.value),
    };
    this.#calendars.set(version, compiled);
    return compiled;
  }

  /** A service as it is in force, or as it was in version `n`, to which a request is pinned. */
  service(government: string, id: string, n?: number): Version<'service'> {
    return this.version(government, 'service', id, n);
  }

  findService(government: string, id: string): Version<'service'> | null {
    return this.findVersion(government, 'service', id);
  }

  /** The services of a government in force now, by title. */
  services(government: string): readonly Version<'service'>[] {
    return (this.#services.get(government) ?? [])
      .flatMap((name) => this.findService(government, name) ?? [])
      .sort((left, right) => byTitle.compare(left.value.title.id, right.value.title.id));
  }

  /** Every service in its newest version, also those that are not in force yet, by title: what a next version is made from. */
  newestServices(government: string): readonly Version<'service'>[] {
    return (this.#services.get(government) ?? [])
      .flatMap((name) => this.versions(government, 'service', name).at(-1) ?? [])
      .sort((left, right) => byTitle.compare(left.value.title.id, right.value.title.id));
  }

  /** The requests of which service a service attacks, read the other way: the services that attack this one. */
  servicesAttacking(government: string, id: string): readonly Service[] {
    return this.services(government).flatMap(({ value }) => (value.answersRequestOf === id ? [value] : []));
  }
}

/** Made once: making it costs more than sorting does. */
const byTitle = new Intl.Collator('id');

const shelfOf = (government: string, kind: DefinitionKind, name: string): string =>
  `${government}/${kind}/${name}`;

const missing: Readonly<Record<DefinitionKind, readonly [id: string, en: string]>> = {
  government: ['Pemerintah daerah ini tidak terdaftar.', 'This government is not listed.'],
  organisation: ['Susunan organisasi belum diterbitkan.', 'The organisation is not published yet.'],
  calendar: ['Kalender kerja belum diterbitkan.', 'The working calendar is not published yet.'],
  service: [
    'Layanan ini tidak ada atau belum berlaku.',
    'This service does not exist or is not yet in force.',
  ],
};

function notFound(kind: DefinitionKind): Fault {
  const [id, en] = missing[kind];
  return new Fault('not-found', `${kind}-not-found`, { id, en });
}
