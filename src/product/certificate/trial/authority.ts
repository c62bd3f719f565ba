/**
 * The built-in authority. For demonstrations only: everything it certifies says so, and a local government is no certification
 * authority. It lets the whole chain (register, choose a passphrase, sign, verify, revoke) be seen without BSrE.
 */
import { X509Certificate } from 'node:crypto';
import {
  issueCertificate,
  lockKey,
  newSigningKeys,
  revocationList,
  unlockKey,
} from '../../../platform/index.ts';
import type { RevocationReason, Signer, TrustRoot } from '../../../platform/index.ts';
import type { ConnectorPlace, ProgramPlace } from '../../contract.ts';
import { TRIAL_MARK } from '../words.ts';
import { newEntry } from './entry.ts';
import type { TrialPerson } from './entry.ts';
import { alreadyActive, certificateMissing, notActive, personHasOne, trialRefused } from './faults.ts';
import { authorityOf, newRegister, personHash } from './secrets.ts';
import { changeRegister, readRegister, withEntry } from './register.ts';
import type { Entry, Register } from './register.ts';

/** A certificate without its secrets. */
export type TrialCertificate = Omit<Entry, 'person' | 'lockedKey'>;

const DAYS_OF_LIST = 7;
const PATIENCE = 10_000;

/** The authority of one government: `place` is that of the kind `certificate`. Throws Fault 'trial-refused' outside a demo. */
export function openTrialAuthority(place: ConnectorPlace): TrialAuthority {
  if (!place.program?.demo) throw trialRefused();
  return new TrialAuthority(place, place.program);
}

export class TrialAuthority {
  readonly #place: ConnectorPlace;
  readonly #program: ProgramPlace;

  constructor(place: ConnectorPlace, program: ProgramPlace) {
    this.#place = place;
    this.#program = program;
  }

  /** Whether there is one yet. Looking does not make it; asking for its certificate or its list does. */
  async exists(): Promise<boolean> {
    return (await readRegister(this.#place.directory)) !== null;
  }

  /** The certificate of the authority, as DER. */
  async caCertificate(): Promise<Buffer> {
    return Buffer.from((await this.#register()).authority.certificate, 'base64');
  }

  /** What is revoked now, signed, as DER; holds for a week. */
  async revocationList(): Promise<Buffer> {
    const register = await this.#register();
    const thisUpdate = this.#place.clock.now();
    const revoked = register.entries.flatMap(({ serial, revokedAt, reason }) =>
      revokedAt === null
        ? []
        : [{ serial, at: Temporal.Instant.from(revokedAt), reason: reason ?? ('unspecified' as const) }],
    );
    // Greater in every list than in the one before (RFC 5280, 5.2.3): the second in which it is made.
    const number = Math.floor(thisUpdate.epochMilliseconds / 1000);
    const nextUpdate = thisUpdate.add({ hours: 24 * DAYS_OF_LIST });
    return revocationList(authorityOf(register, this.#program), { number, thisUpdate, nextUpdate, revoked });
  }

  /** For `verifyPdf`: the authority with its list of this moment. */
  async root(): Promise<TrustRoot> {
    const [certificate, revoked] = [await this.caCertificate(), await this.revocationList()];
    return { certificate: new X509Certificate(certificate), revoked, trial: true };
  }

  /** The newest certificate of an owner; null: never registered. Does not make the authority. */
  async findByOwner(owner: string): Promise<TrialCertificate | null> {
    const register = await readRegister(this.#place.directory);
    return orNull(register?.entries.findLast((entry) => entry.owner === owner) ?? null);
  }

  /** The living certificate of the person with this NIK, whoever ordered it. */
  async findByNik(nik: string): Promise<TrialCertificate | null> {
    const register = await readRegister(this.#place.directory);
    if (!register) return null;
    return orNull(this.#living(register, personHash(register, this.#program, nik)));
  }

  /** Registers a person: a serial number and dates, no key yet. The same owner again gets the same. Throws 'certificate-exists'. */
  async enrol(person: TrialPerson, signal = AbortSignal.timeout(PATIENCE)): Promise<TrialCertificate> {
    return this.#change(signal, async (register) => {
      const own = register.entries.findLast(({ owner }) => owner === person.owner);
      if (own && own.state !== 'revoked') return { register, result: withoutSecrets(own) };
      const hash = personHash(register, this.#program, person.nik ?? person.owner);
      if (person.again !== true && this.#living(register, hash)) throw personHasOne();
      const entry = newEntry(person, hash, this.#program, this.#place.clock.now());
      return { register: withEntry(register, entry), result: withoutSecrets(entry) };
    });
  }

  /**
   * The owner chooses a passphrase: key and certificate come to be. The passphrase is kept nowhere; it opens the key for one
   * signature at a time. Throws 'certificate-missing', 'certificate-active', 'certificate-not-active', 'passphrase-short'.
   */
  async activate(owner: string, passphrase: string): Promise<TrialCertificate> {
    const keys = await newSigningKeys();
    return this.#change(AbortSignal.timeout(PATIENCE), async (register) => {
      const entry = register.entries.findLast((one) => one.owner === owner);
      if (!entry) throw certificateMissing();
      if (entry.state === 'issued') throw alreadyActive();
      if (entry.state === 'revoked') throw notActive();
      const lockedKey = await lockKey(keys.privateKey, passphrase, entry.serial);
      const certificate = await issueCertificate(authorityOf(register, this.#program), {
        subject: {
          commonName: entry.holder,
          organisation: entry.organisation,
          unit: TRIAL_MARK,
          ...(entry.position !== null && { title: entry.position }),
        },
        publicKey: keys.publicKey,
        serial: entry.serial,
        notBefore: Temporal.Instant.from(entry.notBefore),
        notAfter: Temporal.Instant.from(entry.notAfter),
        crlAddress: entry.crlAddress,
      });
      const issued: Entry = {
        ...entry,
        state: 'issued',
        certificate: certificate.toString('base64'),
        lockedKey: lockedKey.toString('base64'),
      };
      return { register: withEntry(register, issued), result: withoutSecrets(issued) };
    });
  }

  /** Takes a certificate back. Nothing happens when there is none, or when it was revoked before. */
  async revoke(
    owner: string,
    reason: RevocationReason,
    signal = AbortSignal.timeout(PATIENCE),
  ): Promise<void> {
    await this.#change(signal, async (register) => {
      const entry = register.entries.findLast((one) => one.owner === owner);
      if (!entry || entry.state === 'revoked') return { register, result: null };
      // Without the key nobody signs with it again, whoever learns the passphrase.
      const revoked: Entry = {
        ...entry,
        state: 'revoked',
        lockedKey: null,
        revokedAt: this.#place.clock.now().toString(),
        reason,
      };
      return { register: withEntry(register, revoked), result: null };
    });
  }

  /** Key and certificate for one signature; let go of them afterwards. Throws as `activate` does, and 'passphrase-wrong'. */
  async unlock(owner: string, passphrase: string): Promise<Signer & { readonly entry: TrialCertificate }> {
    const register = await readRegister(this.#place.directory);
    const entry = register?.entries.findLast((one) => one.owner === owner);
    if (!entry) throw certificateMissing();
    const ended =
      Temporal.Instant.compare(this.#place.clock.now(), Temporal.Instant.from(entry.notAfter)) > 0;
    if (entry.state !== 'issued' || ended || !entry.lockedKey || !entry.certificate) throw notActive();
    const key = await unlockKey(Buffer.from(entry.lockedKey, 'base64'), passphrase, entry.serial);
    // The authority's own certificate stays out: viewers take it from those they trust.
    return {
      certificate: Buffer.from(entry.certificate, 'base64'),
      chain: [],
      key,
      entry: withoutSecrets(entry),
    };
  }

  /** Writes the register as it is: whether that can be done is only known by doing it. Gives the number of certificates. */
  async tryWriting(signal: AbortSignal): Promise<number> {
    return this.#change(signal, async (register) => ({ register, result: register.entries.length }));
  }

  #change<T>(
    signal: AbortSignal,
    change: (register: Register) => Promise<{ readonly register: Register; readonly result: T }>,
  ): Promise<T> {
    return changeRegister(
      this.#place.directory,
      signal,
      () => newRegister(this.#program, this.#place.clock.now()),
      change,
    );
  }

  async #register(): Promise<Register> {
    const known = await readRegister(this.#place.directory);
    const keep = async (register: Register): Promise<{ register: Register; result: Register }> => ({
      register,
      result: register,
    });
    return known ?? this.#change(AbortSignal.timeout(PATIENCE), keep);
  }

  #living({ entries }: Register, person: string): Entry | null {
    const now = this.#place.clock.now();
    const living = (entry: Entry): boolean =>
      entry.person === person &&
      entry.state !== 'revoked' &&
      Temporal.Instant.compare(now, Temporal.Instant.from(entry.notAfter)) <= 0;
    return entries.findLast(living) ?? null;
  }
}

function withoutSecrets(entry: Entry): TrialCertificate {
  const { person: _person, lockedKey: _lockedKey, ...rest } = entry;
  return rest;
}

const orNull = (entry: Entry | null): TrialCertificate | null => entry && withoutSecrets(entry);
