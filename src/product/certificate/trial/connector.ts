import { z } from 'zod';
import { Fault } from '../../../ground/index.ts';
import type { Words } from '../../../ground/index.ts';
import { CounterpartFault } from '../../contract.ts';
import type {
  Call,
  Connector,
  ConnectorPlace,
  Counterpart,
  DeliverCall,
  Presence,
  SettingsForm,
} from '../../contract.ts';
import { onFiles } from '../../kept-files/index.ts';
import type { CertificateEvidence, CertificatePlan } from '../model.ts';
import { TRIAL_MARK } from '../words.ts';
import { openTrialAuthority } from './authority.ts';
import type { TrialAuthority, TrialCertificate } from './authority.ts';
import { REGISTER_DAMAGED, registerUnusable, trialNotDelivered } from './faults.ts';
import { forgetOwners } from './register.ts';

const nothing: SettingsForm<Record<string, never>> = { fields: [], schema: z.object({}).catch({}) };

/** The built-in authority, for demonstrations: it registers the person, who then chooses a passphrase. */
export const trial: Connector<CertificatePlan, CertificateEvidence> = {
  id: 'trial',
  title: { id: TRIAL_MARK, en: 'Trial – not a certified electronic signature' },
  about: {
    id: 'Otoritas bawaan untuk peragaan, agar pendaftaran, tanda tangan, verifikasi, dan pencabutan dapat dicoba tanpa BSrE. Di luar peragaan menolak bekerja.',
    en: 'The built-in authority for demonstrations, to try registration, signing, verification and revocation without BSrE. Refuses to work outside one.',
  },
  embedded: false,
  form: nothing,
  connect: (_, place) => new TrialCounterpart(place),
  // Also where this is no demonstration any more: what was kept then is erased as well.
  forget: ({ directory }, deliveries) =>
    forgetOwners(directory, deliveries.map(ownerNamed), AbortSignal.timeout(FORGETTING)),
};

const FORGETTING = 10_000;

const ownerNamed = (delivery: string): string => `delivery/${delivery}`;
const ownerOf = ({ key }: Call): string => ownerNamed(key.delivery);
const nameOf = ({ nik }: CertificatePlan): string => `NIK ····${nik.slice(-4)}`;

/** Asked for before the old one ends, as its notices advise: the two live side by side until then. */
const isRenewal = ({ purpose }: CertificatePlan): boolean => purpose === 'again';

class TrialCounterpart implements Counterpart<CertificatePlan, CertificateEvidence> {
  readonly #place: ConnectorPlace;

  constructor(place: ConnectorPlace) {
    this.#place = place;
  }

  get #authority(): TrialAuthority {
    if (!this.#place.program?.demo) throw trialNotDelivered();
    return openTrialAuthority(this.#place);
  }

  test(signal: AbortSignal): ReturnType<Counterpart<CertificatePlan, CertificateEvidence>['test']> {
    return this.#onRegister(signal, async () => {
      const count = await this.#authority.tryWriting(signal);
      return {
        id: `Otoritas percobaan siap; ${count} sertifikat terdaftar.`,
        en: `The trial authority is ready; ${count} certificates are registered.`,
      };
    });
  }

  deliver(plan: CertificatePlan, call: DeliverCall): Promise<CertificateEvidence> {
    return this.#onRegister(call.signal, async (state) => {
      const presence = await this.#look(plan, call);
      if (presence.is === 'other') throw notNow(presence.why);
      if (presence.is === 'present') return presence.evidence;
      call.signal.throwIfAborted();
      state.changed = true;
      return evidenceOf(await this.#enrolled(plan, call, state));
    });
  }

  check(plan: CertificatePlan, call: Call): Promise<Presence<CertificateEvidence>> {
    return this.#onRegister(call.signal, () => this.#look(plan, call));
  }

  /** Revokes; from then on the authority's list says so. */
  withdraw(_plan: CertificatePlan, _evidence: CertificateEvidence, call: Call): Promise<void> {
    return this.#onRegister(call.signal, () =>
      this.#authority.revoke(ownerOf(call), 'no-longer-needed', call.signal),
    );
  }

  #onRegister<T>(signal: AbortSignal, work: (state: { changed: boolean }) => Promise<T>): Promise<T> {
    return onFiles(signal, async (state) => {
      try {
        return await work(state);
      } catch (error) {
        if (!(error instanceof Fault) || error.code !== REGISTER_DAMAGED) throw error;
        throw registerUnusable(this.#place.directory);
      }
    });
  }

  async #look(plan: CertificatePlan, call: Call): Promise<Presence<CertificateEvidence>> {
    const own = await this.#authority.findByOwner(ownerOf(call));
    if (own?.state === 'revoked') return { is: 'other', why: revokedWords };
    if (own) return { is: 'present', evidence: evidenceOf(own) };
    const others = isRenewal(plan) ? null : await this.#authority.findByNik(plan.nik);
    return others ? { is: 'other', why: hasOneWords(plan) } : { is: 'absent' };
  }

  /** Of two who want one at the same moment, the register lets one in. */
  async #enrolled(
    plan: CertificatePlan,
    call: DeliverCall,
    state: { changed: boolean },
  ): Promise<TrialCertificate> {
    const { holder, nik, position, organisation } = plan;
    const { government } = call.key;
    try {
      const named = { government, holder, nik, position, organisation };
      const person = { ...named, owner: ownerOf(call), again: isRenewal(plan) };
      return await this.#authority.enrol(person, call.signal);
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'certificate-exists') throw error;
      state.changed = false;
      throw notNow(hasOneWords(plan));
    }
  }
}

/** Nothing was done, and waiting does not help. */
const notNow = (why: Words): CounterpartFault =>
  new CounterpartFault('name-taken', why, { done: 'none', passing: false });

const hasOneWords = (plan: CertificatePlan): Words => ({
  id: `${nameOf(plan)} masih memiliki sertifikat percobaan. Bila ini perpanjangan, ajukan sebagai perpanjangan; bila tidak, cabut yang lama dahulu.`,
  en: `${nameOf(plan)} still has a trial certificate. To renew it, ask for a renewal; otherwise revoke the old one first.`,
});

const revokedWords = {
  id: 'Sertifikat permohonan ini sudah dicabut. Buat permohonan penerbitan ulang.',
  en: 'The certificate of this request was revoked. Make a new request for another one.',
};

const dayOf = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('UTC').toPlainDate().toString();

const evidenceOf = (entry: TrialCertificate): CertificateEvidence => ({
  issuer: 'trial',
  holder: entry.holder,
  nikEnds: entry.nikEnds ?? '',
  status: entry.state === 'issued' ? 'issued' : 'waiting',
  serial: entry.serial,
  validFrom: dayOf(entry.notBefore),
  validUntil: dayOf(entry.notAfter),
  guidance: null,
});
