import { newSerial } from '../../../platform/index.ts';
import type { ProgramPlace } from '../../contract.ts';
import type { Entry } from './register.ts';

/** Who gets a certificate. `owner`: `delivery/<id>` or `official/<id>`. */
export interface TrialPerson {
  readonly owner: string;
  readonly government: string;
  readonly holder: string;
  /** Officials of the demonstration have none. */
  readonly nik: string | null;
  readonly position: string | null;
  readonly organisation: string;
  /** Renewing: the one of before lives on until it ends or is revoked. */
  readonly again?: boolean;
}

/** As BSrE's own. */
const YEARS = 2;

/** Public addresses below that of the government; the portal serves them. */
export const trialPaths = { authority: 'tte-percobaan/ca.crt', list: 'tte-percobaan/daftar-cabut.crl' };

/** A person registered at this instant: serial number and dates, no key yet. `hash` stands for the person. */
export function newEntry(
  person: TrialPerson,
  hash: string,
  program: ProgramPlace,
  now: Temporal.Instant,
): Entry {
  const notBefore = now.round({ smallestUnit: 'second', roundingMode: 'floor' });
  return {
    serial: newSerial(),
    owner: person.owner,
    person: hash,
    holder: person.holder,
    nikEnds: person.nik?.slice(-4) ?? null,
    position: person.position,
    organisation: person.organisation,
    crlAddress: `${program.publicUrl}/${person.government}/${trialPaths.list}`,
    notBefore: notBefore.toString(),
    notAfter: notBefore.toZonedDateTimeISO('UTC').add({ years: YEARS }).toInstant().toString(),
    state: 'waiting',
    certificate: null,
    lockedKey: null,
    revokedAt: null,
    reason: null,
  };
}
