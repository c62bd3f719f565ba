/** Accounts for Dovecot and Postfix, as files that both read by themselves. */
import { join } from 'node:path';
import type { Words } from '../../../ground/index.ts';
import type { Call, Connector, ConnectorPlace, Counterpart, DeliverCall, Presence } from '../../contract.ts';
import { notThere, takenByOther } from '../../faults.ts';
import { onFiles, readText, replaceFile, withLine, withLock, withoutLine } from '../../kept-files/index.ts';
import { argon2idHash } from '../../password/index.ts';
import { firstPassword, officeDay } from '../../first-password.ts';
import { anAddress, evidenceOf } from '../model.ts';
import type { MailboxEvidence, MailboxPlan } from '../model.ts';
import { findKept, withClosed } from './archive.ts';
import {
  accountLine,
  blank,
  colon,
  countAccounts,
  findAccount,
  findMapped,
  formatAccount,
  isAsPlanned,
  isOf,
  mailPath,
  mapLine,
} from './lines.ts';
import { fileSettings } from './settings.ts';
import type { FileSettings } from './settings.ts';

class MailFiles implements Counterpart<MailboxPlan, MailboxEvidence> {
  readonly #settings: FileSettings;
  readonly #place: ConnectorPlace;

  constructor(settings: FileSettings, place: ConnectorPlace) {
    this.#settings = settings;
    this.#place = place;
  }

  get #accounts(): string {
    return join(this.#place.directory, 'passwd');
  }

  get #map(): string {
    return join(this.#place.directory, 'virtual-mailboxes');
  }

  get #archive(): string {
    return join(this.#place.directory, 'closed.jsonl');
  }

  test(signal: AbortSignal): Promise<Words> {
    return this.#locked(signal, async () => {
      const accounts = await readText(this.#accounts);
      // Written as they are: whether they can be written is only known by writing, and the servers need them to be there.
      await replaceFile(this.#accounts, accounts);
      await replaceFile(this.#map, await readText(this.#map));
      const count = countAccounts(accounts);
      return {
        id: `Berkas dapat ditulis. Ada ${count} akun dari sistem ini.`,
        en: `The files can be written. They hold ${count} accounts of this system.`,
      };
    });
  }

  deliver(plan: MailboxPlan, { key, signal, secret }: DeliverCall): Promise<MailboxEvidence> {
    return this.#locked(signal, async (state) => {
      const presence = await this.#look(plan, key.delivery);
      if (presence.is === 'other') throw takenByOther(anAddress);
      if (presence.is === 'present') return presence.evidence;
      signal.throwIfAborted();
      await this.#writeAccount(plan, key.delivery, secret);
      state.changed = true;
      signal.throwIfAborted();
      const map = await readText(this.#map);
      if (findMapped(map, plan.address) === null)
        await replaceFile(this.#map, withLine(map, mapLine(plan.address, key.delivery), blank));
      return evidenceOf(plan);
    });
  }

  check(plan: MailboxPlan, { key, signal }: Call): Promise<Presence<MailboxEvidence>> {
    return onFiles(signal, () => this.#look(plan, key.delivery));
  }

  renewSecret(plan: MailboxPlan, { key, signal, secret }: DeliverCall): Promise<void> {
    return this.#locked(signal, async (state) => {
      const accounts = await readText(this.#accounts);
      const account = findAccount(accounts, plan.address);
      if (!account || !isOf(account, key.delivery)) throw notThere(anAddress);
      const hash = `{ARGON2ID}${await argon2idHash(firstPassword(secret))}`;
      signal.throwIfAborted();
      await replaceFile(this.#accounts, withLine(accounts, formatAccount({ ...account, hash }), colon));
      state.changed = true;
    });
  }

  /** The account goes first: from then on nobody signs in. Its mail stays where it is. */
  withdraw(plan: MailboxPlan, _: MailboxEvidence, { key, signal }: Call): Promise<void> {
    return this.#locked(signal, async (state) => {
      const accounts = await readText(this.#accounts);
      const account = findAccount(accounts, plan.address);
      if (account && isOf(account, key.delivery)) {
        await this.#archiveAccount(plan, key.delivery, formatAccount(account));
        await replaceFile(this.#accounts, withoutLine(accounts, plan.address, colon));
        state.changed = true;
      }
      const map = await readText(this.#map);
      if (this.#isOurMapping(map, plan.address, key.delivery))
        await replaceFile(this.#map, withoutLine(map, plan.address, blank));
    });
  }

  async #look(plan: MailboxPlan, delivery: string): Promise<Presence<MailboxEvidence>> {
    const account = findAccount(await readText(this.#accounts), plan.address);
    const map = await readText(this.#map);
    if (account === null) return this.#lookWithoutAccount(plan, delivery, map);
    if (!isOf(account, delivery)) return { is: 'other', why: otherWords };
    const whole =
      isAsPlanned(account, accountLine(plan, delivery, account.hash, this.#settings)) &&
      findMapped(map, plan.address) !== null;
    return whole ? { is: 'present', evidence: evidenceOf(plan) } : { is: 'partial' };
  }

  async #lookWithoutAccount(
    plan: MailboxPlan,
    delivery: string,
    map: string,
  ): Promise<Presence<MailboxEvidence>> {
    const kept = findKept(await readText(this.#archive), plan.address, officeDay(this.#place.clock));
    if (kept) return { is: 'other', why: closedWords(kept.keepUntil) };
    if (this.#isOurMapping(map, plan.address, delivery)) return { is: 'partial' };
    return findMapped(map, plan.address) === null ? { is: 'absent' } : { is: 'other', why: otherWords };
  }

  /** An account that is there keeps its password and the place of its mail. */
  async #writeAccount(plan: MailboxPlan, delivery: string, secret: string | null): Promise<void> {
    const accounts = await readText(this.#accounts);
    const before = findAccount(accounts, plan.address);
    const hash = before?.hash ?? `{ARGON2ID}${await argon2idHash(firstPassword(secret))}`;
    const planned = accountLine(plan, delivery, hash, this.#settings);
    const line = formatAccount({ ...planned, home: before?.home ?? planned.home });
    await replaceFile(this.#accounts, withLine(accounts, line, colon));
  }

  async #archiveAccount(plan: MailboxPlan, delivery: string, account: string): Promise<void> {
    const today = officeDay(this.#place.clock);
    const closed = {
      address: plan.address,
      delivery,
      closed: today.toString(),
      keepUntil: today.add({ days: plan.keepDays }).toString(),
      account,
    };
    const archive = await readText(this.#archive);
    await replaceFile(this.#archive, withClosed(archive, closed));
  }

  #isOurMapping(map: string, address: string, delivery: string): boolean {
    return findMapped(map, address)?.startsWith(`${mailPath(address, delivery)}/`) ?? false;
  }

  #locked<T>(signal: AbortSignal, work: (state: { changed: boolean }) => Promise<T>): Promise<T> {
    return onFiles(signal, (state) => withLock(this.#place.directory, signal, () => work(state)));
  }
}

const otherWords: Words = {
  id: 'Alamat ini sudah dipakai akun lain.',
  en: 'Another account has this address already.',
};

const closedWords = (until: string): Words => ({
  id: `Akun dengan alamat ini sudah ditutup; alamatnya tidak diberikan lagi sampai ${until}.`,
  en: `The account of this address was closed; the address is not given away again before ${until}.`,
});

export const dovecotFiles: Connector<MailboxPlan, MailboxEvidence> = {
  id: 'dovecot-files',
  title: { id: 'Berkas untuk Dovecot dan Postfix', en: 'Files for Dovecot and Postfix' },
  about: {
    id: 'Akun ditulis ke berkas di bawah direktori data, dan Dovecot serta Postfix membacanya. Tidak perlu server lain; kedua server itu harus diarahkan ke berkas ini.',
    en: 'Accounts are written to files below the data directory, which Dovecot and Postfix read. No other server is needed; both have to be pointed at these files.',
  },
  embedded: true,
  form: fileSettings,
  connect: (settings: FileSettings, place) => new MailFiles(settings, place),
};
