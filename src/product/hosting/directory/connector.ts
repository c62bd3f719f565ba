/** Sites as directories that a web server serves, and accounts as lines that a file server reads. */
import { join } from 'node:path';
import type { Words } from '../../../ground/index.ts';
import { makeDirectory } from '../../../platform/index.ts';
import type { Call, Connector, ConnectorPlace, Counterpart, DeliverCall, Presence } from '../../contract.ts';
import { notThere, takenByOther } from '../../faults.ts';
import { firstPassword, officeDay } from '../../first-password.ts';
import {
  findLine,
  onFiles,
  readText,
  replaceFile,
  withLine,
  withLock,
  withoutLine,
} from '../../kept-files/index.ts';
import { sha512CryptHash } from '../../password/index.ts';
import type { HostingEvidence, HostingPlan } from '../model.ts';
import { directorySettings } from './settings.ts';
import type { DirectorySettings } from './settings.ts';
import {
  closeSite,
  diskOf,
  makeSite,
  markOf,
  measureClosed,
  measureSites,
  mendSite,
  readSite,
} from './sites.ts';
import { usageWords } from './usage-words.ts';

const colon = /:/;

/** What is so of each half of a product: the site and its account. */
type Half = 'absent' | 'ours' | 'changed' | 'other';

class SiteFiles implements Counterpart<HostingPlan, HostingEvidence> {
  readonly #settings: DirectorySettings;
  readonly #place: ConnectorPlace;

  constructor(settings: DirectorySettings, place: ConnectorPlace) {
    this.#settings = settings;
    this.#place = place;
  }

  test(signal: AbortSignal): Promise<Words> {
    return this.#locked(signal, async () => {
      await replaceFile(this.#accounts, await readText(this.#accounts));
      await makeDirectory(this.#sites);
      const closed = await measureClosed(this.#closed, signal);
      return usageWords(await measureSites(this.#sites, signal), await diskOf(this.#sites), {
        closed,
        today: officeDay(this.#place.clock),
      });
    });
  }

  deliver(plan: HostingPlan, { key, signal, secret }: DeliverCall): Promise<HostingEvidence> {
    const { delivery } = key;
    return this.#locked(signal, async (state) => {
      const { site, account } = await this.#halves(plan, delivery);
      if (site === 'other') throw takenByOther(plan.domain);
      if (account === 'other') throw takenByOther(anAccount);
      if (site === 'absent') await this.#makeSite(plan, delivery, state);
      if (site === 'changed') await mendSite(this.#site(plan), plan, delivery);
      state.changed = site !== 'ours';
      signal.throwIfAborted();
      if (account !== 'ours') await this.#writeAccount(plan, delivery, secret);
      return plan;
    });
  }

  check(plan: HostingPlan, { key, signal }: Call): Promise<Presence<HostingEvidence>> {
    return onFiles(signal, async () => {
      const { site, account } = await this.#halves(plan, key.delivery);
      if (site === 'other' || account === 'other') return { is: 'other', why: otherWords };
      if (site === 'absent' && account === 'absent') return { is: 'absent' };
      return site === 'ours' && account === 'ours' ? { is: 'present', evidence: plan } : { is: 'partial' };
    });
  }

  renewSecret(plan: HostingPlan, { key, signal, secret }: DeliverCall): Promise<void> {
    return this.#locked(signal, async (state) => {
      const { account } = await this.#halves(plan, key.delivery);
      if (account !== 'ours' && account !== 'changed') throw notThere(anAccount);
      const hash = sha512CryptHash(firstPassword(secret));
      const line = this.#accountLine(plan, key.delivery, hash);
      await replaceFile(this.#accounts, withLine(await readText(this.#accounts), line, colon));
      state.changed = true;
    });
  }

  /** The account goes first: from then on nobody gets in. */
  withdraw(plan: HostingPlan, _: HostingEvidence, { key, signal }: Call): Promise<void> {
    const { delivery } = key;
    return this.#locked(signal, async (state) => {
      const { site, account } = await this.#halves(plan, delivery);
      if (account === 'ours' || account === 'changed') {
        const text = await readText(this.#accounts);
        await replaceFile(this.#accounts, withoutLine(text, plan.account, colon));
        state.changed = true;
      }
      if (site !== 'ours' && site !== 'changed') return;
      const until = officeDay(this.#place.clock).add({ days: plan.keepDays });
      await closeSite(this.#site(plan), this.#closed, { domain: plan.domain, delivery, until });
    });
  }

  /** A site may stand although making it failed in the end; that nothing was done is only said where none stands. */
  async #makeSite(plan: HostingPlan, delivery: string, state: { changed: boolean }): Promise<void> {
    state.changed = true;
    try {
      await makeSite(this.#site(plan), plan, delivery);
    } catch (error) {
      state.changed = (await this.#siteHalf(plan, delivery)) !== 'absent';
      throw error;
    }
  }

  async #halves(
    plan: HostingPlan,
    delivery: string,
  ): Promise<{ readonly site: Half; readonly account: Half }> {
    return { site: await this.#siteHalf(plan, delivery), account: await this.#accountHalf(plan, delivery) };
  }

  async #siteHalf(plan: HostingPlan, delivery: string): Promise<Half> {
    const site = await readSite(this.#site(plan));
    if (site === null) return 'absent';
    if (site.mark?.delivery !== delivery) return 'other';
    const planned = JSON.stringify(markOf(plan, delivery));
    return site.whole && JSON.stringify(site.mark) === planned ? 'ours' : 'changed';
  }

  async #accountHalf(plan: HostingPlan, delivery: string): Promise<Half> {
    const line = findLine(await readText(this.#accounts), plan.account, colon);
    if (line === null) return 'absent';
    const [, hash = '', , , comment] = line.split(colon);
    if (comment !== commentOf(delivery)) return 'other';
    return line === this.#accountLine(plan, delivery, hash) ? 'ours' : 'changed';
  }

  async #writeAccount(plan: HostingPlan, delivery: string, secret: string | null): Promise<void> {
    const text = await readText(this.#accounts);
    // What has a hash already keeps it: the owner may have changed the password since.
    const before = findLine(text, plan.account, colon)?.split(colon)[1];
    const hash = before ?? sha512CryptHash(firstPassword(secret));
    await replaceFile(this.#accounts, withLine(text, this.#accountLine(plan, delivery, hash), colon));
  }

  /** passwd(5), as ProFTPD's AuthUserFile and others read it. No shell: the account is for files only. */
  #accountLine(plan: HostingPlan, delivery: string, hash: string): string {
    const { uid, gid } = this.#settings;
    // Its owner gets no further up than what is served, so that nobody but us reaches the site's mark.
    const home = join(this.#site(plan), 'public');
    return [plan.account, hash, uid, gid, commentOf(delivery), home, '/usr/sbin/nologin'].join(':');
  }

  get #accounts(): string {
    return join(this.#place.directory, 'accounts');
  }

  get #sites(): string {
    return join(this.#place.directory, 'sites');
  }

  get #closed(): string {
    return join(this.#place.directory, 'closed');
  }

  #site({ domain }: HostingPlan): string {
    return join(this.#sites, domain);
  }

  #locked<T>(signal: AbortSignal, work: (state: { changed: boolean }) => Promise<T>): Promise<T> {
    return onFiles(signal, (state) => withLock(this.#place.directory, signal, () => work(state)));
  }
}

/** An account may be called by a person's name. */
const anAccount: Words = { id: 'Nama akun itu', en: 'That account name' };

const commentOf = (delivery: string): string => `pendopo-delivery=${delivery}`;

const otherWords: Words = {
  id: 'Situs atau akun dengan nama ini sudah ada.',
  en: 'There is a site or an account of this name already.',
};

export const siteDirectory: Connector<HostingPlan, HostingEvidence> = {
  id: 'directory',
  title: { id: 'Direktori situs', en: 'Site directories' },
  about: {
    id: 'Tiap situs mendapat direktori di bawah direktori data dan tiap akun satu baris di berkas akun. Server web dan server berkas (SFTP, FTPS) harus diarahkan ke sana. Yang dijanjikan tidak melebihi kapasitas yang diatur; isi tiap situs diukur, tidak dibatasi.',
    en: 'Each site gets a directory below the data directory and each account a line in the file of accounts. A web server and a file server (SFTP, FTPS) have to be pointed there. No more is promised than the capacity that was set; what each site holds is measured, not limited.',
  },
  embedded: true,
  form: directorySettings,
  connect: (settings: DirectorySettings, place) => new SiteFiles(settings, place),
};
