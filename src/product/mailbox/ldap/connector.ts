/** Mail accounts in a directory (LDAP) that the mail servers ask. */
import type { Client } from 'ldapts';
import type { Words } from '../../../ground/index.ts';
import type { Call, Connector, ConnectorPlace, Counterpart, DeliverCall, Presence } from '../../contract.ts';
import { notThere, takenByOther } from '../../faults.ts';
import { argon2idHash, sha512CryptHash } from '../../password/index.ts';
import { firstPassword, officeDay } from '../../first-password.ts';
import { anAddress, evidenceOf } from '../model.ts';
import type { MailboxEvidence, MailboxPlan } from '../model.ts';
import { closedMark, dnOf, isAsPlanned, isOf, localPart, mark, newEntry, quotaOf } from './entry.ts';
import type { Found } from './entry.ts';
import { inSession, isResult } from './session.ts';
import type { Session } from './session.ts';
import { ldapSettings } from './settings.ts';
import type { LdapSettings } from './settings.ts';

/** RFC 4511 A.1. */
const ALREADY_EXISTS = 68;
const NO_SUCH_ATTRIBUTE = 16;

type Modification = readonly [operation: 'add' | 'delete' | 'replace', attribute: string, values: string[]];

class Directory implements Counterpart<MailboxPlan, MailboxEvidence> {
  readonly #settings: LdapSettings;
  readonly #place: ConnectorPlace;

  constructor(settings: LdapSettings, place: ConnectorPlace) {
    this.#settings = settings;
    this.#place = place;
  }

  test(signal: AbortSignal): Promise<Words> {
    const { host, base } = this.#settings;
    return inSession(this.#settings, signal, async ({ client }) => {
      await client.search(base, { scope: 'base', attributes: ['1.1'] });
      return {
        id: `${host} menerima akun ini untuk ${base}.`,
        en: `${host} takes this account for ${base}.`,
      };
    });
  }

  async deliver(plan: MailboxPlan, { key, signal, secret }: DeliverCall): Promise<MailboxEvidence> {
    const { delivery } = key;
    return inSession(this.#settings, signal, async (session) => {
      const there = await this.#entries(session.client, plan);
      const ours = there.find((entry) => isOf(entry, delivery, this.#settings));
      if (!ours && there.length > 0) throw takenByOther(anAddress);
      if (!ours) await this.#add(session, plan, delivery, firstPassword(secret));
      else if (!isAsPlanned(ours, plan, this.#settings)) await this.#complete(session, ours, plan);
      return evidenceOf(plan);
    });
  }

  check(plan: MailboxPlan, { key, signal }: Call): Promise<Presence<MailboxEvidence>> {
    return inSession(this.#settings, signal, async ({ client }) => {
      const there = await this.#entries(client, plan);
      const ours = there.find((entry) => isOf(entry, key.delivery, this.#settings));
      if (!ours) return there.length === 0 ? { is: 'absent' } : { is: 'other', why: otherWords };
      return isAsPlanned(ours, plan, this.#settings)
        ? { is: 'present', evidence: evidenceOf(plan) }
        : { is: 'partial' };
    });
  }

  /** One change of one attribute: the same password again is as good as once. */
  renewSecret(plan: MailboxPlan, { key, signal, secret }: DeliverCall): Promise<void> {
    return inSession(this.#settings, signal, async (session) => {
      const ours = await this.#findOurs(session.client, plan, key.delivery);
      if (!ours) throw notThere(anAddress);
      const password = await this.#hashed(firstPassword(secret));
      await this.#modify(session, ours.dn, [['replace', 'userPassword', [password]]]);
    });
  }

  /**
   * One change: without a password nobody signs in, without an address no mail comes. The entry stays, and with it the name, until the
   * directory's administrator removes it together with the mail.
   */
  withdraw(plan: MailboxPlan, _: MailboxEvidence, { key, signal }: Call): Promise<void> {
    const { markAttribute } = this.#settings;
    return inSession(this.#settings, signal, async (session) => {
      const ours = await this.#findOurs(session.client, plan, key.delivery);
      if (!ours) return;
      const today = officeDay(this.#place.clock);
      const closing: readonly Modification[] = [
        ['replace', 'userPassword', []],
        ['replace', 'mail', []],
        ['delete', markAttribute, [mark(key.delivery)]],
        ['add', markAttribute, [closedMark(key.delivery, today)]],
      ];
      try {
        await this.#modify(session, ours.dn, closing);
      } catch (error) {
        // The mark is gone: another attempt of this withdrawal was faster.
        if (!isResult(error) || error.code !== NO_SUCH_ATTRIBUTE) throw error;
        if (await this.#findOurs(session.client, plan, key.delivery)) throw error;
      }
    });
  }

  async #findOurs(client: Client, plan: MailboxPlan, delivery: string): Promise<Found | undefined> {
    const there = await this.#entries(client, plan);
    return there.find((entry) => isOf(entry, delivery, this.#settings));
  }

  /** Every entry that has this address, or the name that the account has or would have. */
  async #entries(client: Client, { address }: MailboxPlan): Promise<readonly Found[]> {
    const { base, markAttribute, quotaAttribute } = this.#settings;
    const attributes = ['uid', 'mail', markAttribute, ...(quotaAttribute === null ? [] : [quotaAttribute])];
    const filter = `(|(mail=${address})(uid=${localPart(address)}))`;
    const { searchEntries } = await client.search(base, { scope: 'sub', filter, attributes });
    return searchEntries;
  }

  async #add(session: Session, plan: MailboxPlan, delivery: string, secret: string): Promise<void> {
    const password = await this.#hashed(secret);
    const entry = newEntry(plan, delivery, password, this.#settings);
    session.changing();
    try {
      await session.client.add(dnOf(plan.address, this.#settings), entry);
    } catch (error) {
      if (!isResult(error) || error.code !== ALREADY_EXISTS) throw error;
      // Somebody was faster: another attempt of this delivery, or another one.
      const there = await this.#entries(session.client, plan);
      if (!there.some((one) => isOf(one, delivery, this.#settings))) throw takenByOther(anAddress);
    }
  }

  async #complete(session: Session, { dn }: Found, plan: MailboxPlan): Promise<void> {
    const { quotaAttribute } = this.#settings;
    await this.#modify(session, dn, [
      ['replace', 'mail', [plan.address]],
      ...(quotaAttribute === null ? [] : [['replace', quotaAttribute, [quotaOf(plan)]] as Modification]),
    ]);
  }

  /** All of it or nothing (RFC 4511 4.6). Replacing by no values takes an attribute away, also one that is not there. */
  async #modify(session: Session, dn: string, changes: readonly Modification[]): Promise<void> {
    const { Attribute, Change } = await import('ldapts');
    session.changing();
    await session.client.modify(
      dn,
      changes.map(
        ([operation, type, values]) =>
          new Change({ operation, modification: new Attribute({ type, values }) }),
      ),
    );
  }

  async #hashed(secret: string): Promise<string> {
    if (this.#settings.hash === 'argon2id') return `{ARGON2}${await argon2idHash(secret)}`;
    return `{CRYPT}${sha512CryptHash(secret)}`;
  }
}

const otherWords: Words = {
  id: 'Alamat ini sudah ada di direktori, atau pernah dipakai dan belum dihapus.',
  en: 'The directory has this address already, or had it and has not removed it yet.',
};

export const ldapAccounts: Connector<MailboxPlan, MailboxEvidence> = {
  id: 'ldap',
  title: { id: 'Direktori LDAP', en: 'LDAP directory' },
  about: {
    id: 'Akun dibuat di direktori yang dibaca server surat (OpenLDAP, 389 Directory Server, dan lainnya). Server surat langsung mengenalnya.',
    en: 'Accounts are made in the directory that the mail servers read (OpenLDAP, 389 Directory Server and others). They know them at once.',
  },
  embedded: false,
  form: ldapSettings,
  connect: (settings: LdapSettings, place) => new Directory(settings, place),
};
