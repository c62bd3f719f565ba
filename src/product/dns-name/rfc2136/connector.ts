/** DNS names by RFC 2136: BIND, Knot, PowerDNS, Windows DNS and others that take signed updates. */
import type { Words } from '../../../ground/index.ts';
import type { Call, Connector, Counterpart, DeliverCall, Presence } from '../../contract.ts';
import { refusedByCounterpart, takenByOther } from '../../faults.ts';
import type { DnsNameEvidence, DnsNamePlan } from '../model.ts';
import { sendMessage } from './nsupdate.ts';
import type { Outcome } from './nsupdate.ts';
import { claim, isFree, isMarked, isThere, isWhole, release, repair } from './script.ts';
import { updateSettings } from './settings.ts';
import type { UpdateSettings } from './settings.ts';

class NameServer implements Counterpart<DnsNamePlan, DnsNameEvidence> {
  readonly #settings: UpdateSettings;

  constructor(settings: UpdateSettings) {
    this.#settings = settings;
  }

  async test(signal: AbortSignal): Promise<Words> {
    const { server, zone } = this.#settings;
    const outcome = await this.#ask(isThere(zone), signal);
    if (outcome === 'unmet') throw refusedByCounterpart(server, `no SOA at ${zone}`);
    return { id: `${server} menerima kunci ini untuk ${zone}.`, en: `${server} takes this key for ${zone}.` };
  }

  async deliver(plan: DnsNamePlan, { key, signal }: DeliverCall): Promise<DnsNameEvidence> {
    this.#assertWithin(plan);
    if ((await this.#change(claim(plan, key.delivery), signal)) === 'done') return plan;
    if ((await this.#ask(isWhole(plan, key.delivery), signal)) === 'done') return plan;
    if ((await this.#change(repair(plan, key.delivery), signal)) === 'done') return plan;
    throw takenByOther(plan.name);
  }

  async check(plan: DnsNamePlan, { key, signal }: Call): Promise<Presence<DnsNameEvidence>> {
    this.#assertWithin(plan);
    if ((await this.#ask(isWhole(plan, key.delivery), signal)) === 'done')
      return { is: 'present', evidence: plan };
    if ((await this.#ask(isMarked(plan, key.delivery), signal)) === 'done') return { is: 'partial' };
    if ((await this.#ask(isFree(plan), signal)) === 'done') return { is: 'absent' };
    return { is: 'other', why: otherWords };
  }

  async withdraw(plan: DnsNamePlan, _: DnsNameEvidence, { key, signal }: Call): Promise<void> {
    this.#assertWithin(plan);
    // Not marked as ours (any more): nothing to take away.
    await this.#change(release(plan, key.delivery), signal);
  }

  #assertWithin({ name }: DnsNamePlan): void {
    const { server, zone } = this.#settings;
    if (!name.endsWith(`.${zone}`)) throw refusedByCounterpart(server, `${name} is not within ${zone}`);
  }

  #ask(lines: readonly string[], signal: AbortSignal): Promise<Outcome> {
    return sendMessage(this.#settings, lines, { changing: false, signal });
  }

  #change(lines: readonly string[], signal: AbortSignal): Promise<Outcome> {
    return sendMessage(this.#settings, lines, { changing: true, signal });
  }
}

const otherWords: Words = {
  id: 'Server nama sudah punya nama ini.',
  en: 'The name server has this name already.',
};

export const rfc2136: Connector<DnsNamePlan, DnsNameEvidence> = {
  id: 'rfc2136',
  title: { id: 'Server nama dengan kunci TSIG', en: 'Name server with a TSIG key' },
  about: {
    id: 'Untuk BIND, Knot, dan server lain yang menerima pembaruan RFC 2136. Nama langsung berlaku. Perlu program nsupdate di server layanan.',
    en: "For BIND, Knot and others that take updates by RFC 2136. Names work at once. Needs the program nsupdate on the service's server.",
  },
  embedded: false,
  form: updateSettings,
  connect: (settings: UpdateSettings) => new NameServer(settings),
};
