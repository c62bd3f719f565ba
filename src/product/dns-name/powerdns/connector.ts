/** DNS names through the HTTP API of PowerDNS. */
import type { Words } from '../../../ground/index.ts';
import type { Call, Connector, ConnectorPlace, Counterpart, DeliverCall, Presence } from '../../contract.ts';
import { interrupted, refusedByCounterpart, takenByOther } from '../../faults.ts';
import { onFiles, withLock } from '../../kept-files/index.ts';
import { markName, markText, quoted } from '../mark.ts';
import type { DnsNameEvidence, DnsNamePlan, DnsRecord } from '../model.ts';
import { changeRecords, readRecords } from './api.ts';
import type { Change, RecordSet } from './api.ts';
import { powerDnsSettings } from './settings.ts';
import type { PowerDnsSettings } from './settings.ts';

const types = ['A', 'AAAA', 'CNAME', 'TXT'] as const;

class PowerDns implements Counterpart<DnsNamePlan, DnsNameEvidence> {
  readonly #settings: PowerDnsSettings;
  readonly #place: ConnectorPlace;

  constructor(settings: PowerDnsSettings, place: ConnectorPlace) {
    this.#settings = settings;
    this.#place = place;
  }

  async test(signal: AbortSignal): Promise<Words> {
    const { url, zone } = this.#settings;
    const sets = await readRecords(this.#settings, zone, signal);
    if (!sets.some(({ type }) => type === 'SOA')) throw refusedByCounterpart(url, `no SOA at ${zone}`);
    return { id: `PowerDNS mengelola ${zone}.`, en: `PowerDNS keeps ${zone}.` };
  }

  /**
   * The API knows no "only if nobody has it". Between looking and writing nobody else of this program comes in, by the lock; that another
   * tool takes the name in that moment is seen afterwards.
   */
  deliver(plan: DnsNamePlan, { key, signal }: DeliverCall): Promise<DnsNameEvidence> {
    return this.#alone(signal, async () => {
      const before = await this.#look(plan, key.delivery, signal);
      if (before.is === 'other') throw takenByOther(plan.name);
      if (before.is === 'present') return before.evidence;
      await changeRecords(this.#settings, wanted(plan, key.delivery), signal);
      const after = await this.#look(plan, key.delivery, signal).catch(() => {
        throw interrupted(this.#settings.url);
      });
      if (after.is === 'present') return after.evidence;
      throw after.is === 'other' ? takenByOther(plan.name) : interrupted(this.#settings.url);
    });
  }

  check(plan: DnsNamePlan, { key, signal }: Call): Promise<Presence<DnsNameEvidence>> {
    return this.#look(plan, key.delivery, signal);
  }

  withdraw(plan: DnsNamePlan, _: DnsNameEvidence, { key, signal }: Call): Promise<void> {
    return this.#alone(signal, async () => {
      const { is } = await this.#look(plan, key.delivery, signal);
      if (is === 'present' || is === 'partial') await changeRecords(this.#settings, unwanted(plan), signal);
    });
  }

  async #look(plan: DnsNamePlan, delivery: string, signal: AbortSignal): Promise<Presence<DnsNameEvidence>> {
    const { url, zone } = this.#settings;
    if (!plan.name.endsWith(`.${zone}`))
      throw refusedByCounterpart(url, `${plan.name} is not within ${zone}`);
    const marks = contentsOf(await readRecords(this.#settings, markName(plan.name), signal), 'TXT');
    const there = await readRecords(this.#settings, plan.name, signal);
    if (marks.length === 0 && there.length === 0) return { is: 'absent' };
    if (marks.length !== 1 || marks[0] !== quoted(markText(delivery)))
      return { is: 'other', why: otherWords };
    return isAsPlanned(plan, there) ? { is: 'present', evidence: plan } : { is: 'partial' };
  }

  #alone<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    return onFiles(signal, () => withLock(this.#place.directory, signal, work));
  }
}

const contentOf = ({ type, value }: DnsRecord): string => {
  if (type === 'TXT') return quoted(value);
  return type === 'CNAME' ? `${value}.` : value;
};

const contentsOf = (sets: readonly RecordSet[], type: string): readonly string[] =>
  sets
    .filter((set) => set.type === type)
    .flatMap(({ records }) =>
      records.filter(({ disabled }) => disabled !== true).map(({ content }) => content),
    );

const plannedContents = ({ records }: DnsNamePlan, type: string): readonly string[] =>
  records.filter((record) => record.type === type).map(contentOf);

const isAsPlanned = (plan: DnsNamePlan, sets: readonly RecordSet[]): boolean =>
  types.every((type) => {
    const [planned, there] = [new Set(plannedContents(plan, type)), new Set(contentsOf(sets, type))];
    return planned.symmetricDifference(there).size === 0;
  });

/** The name as planned, and its mark. */
function wanted(plan: DnsNamePlan, delivery: string): readonly Change[] {
  const ttl = plan.ttl;
  const replaced = (name: string, type: string, contents: readonly string[]): Change => ({
    name: `${name}.`,
    type,
    ttl,
    changetype: 'REPLACE',
    records: contents.map((content) => ({ content, disabled: false })),
  });
  return [
    ...types.map((type) => {
      const contents = plannedContents(plan, type);
      return contents.length === 0 ? removed(plan.name, type) : replaced(plan.name, type, contents);
    }),
    replaced(markName(plan.name), 'TXT', [quoted(markText(delivery))]),
  ];
}

/** Records of other types, which others added, stay. */
const unwanted = ({ name }: DnsNamePlan): readonly Change[] => [
  ...types.map((type) => removed(name, type)),
  removed(markName(name), 'TXT'),
];

const removed = (name: string, type: string): Change => ({
  name: `${name}.`,
  type,
  changetype: 'DELETE',
  records: [],
});

const otherWords: Words = {
  id: 'PowerDNS sudah punya nama ini.',
  en: 'PowerDNS has this name already.',
};

export const powerDns: Connector<DnsNamePlan, DnsNameEvidence> = {
  id: 'powerdns',
  title: { id: 'PowerDNS', en: 'PowerDNS' },
  about: {
    id: 'Untuk server yang API HTTP-nya terbuka bagi server layanan. Nama langsung berlaku.',
    en: "For servers whose HTTP API is open to the service's server. Names work at once.",
  },
  embedded: false,
  form: powerDnsSettings,
  connect: (settings: PowerDnsSettings, place) => new PowerDns(settings, place),
};
