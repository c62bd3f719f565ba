/** The keys of the trial authority, sealed under the master key in its register. */
import { X509Certificate, createHmac, createPrivateKey, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { newSigningKeys, selfSigned } from '../../../platform/index.ts';
import type { Authority } from '../../../platform/index.ts';
import type { ProgramPlace } from '../../contract.ts';
import { TRIAL_MARK } from '../words.ts';
import type { Register } from './register.ts';

/** The authority's private key (PKCS #8), and the key of the hashes that stand for people. */
const Secrets = z.object({ key: z.base64(), people: z.base64() });
type Secrets = z.infer<typeof Secrets>;

const YEARS = 10;

/** A new authority, without anybody. */
export async function newRegister(program: ProgramPlace, now: Temporal.Instant): Promise<Register> {
  const { privateKey } = await newSigningKeys();
  const notAfter = now.toZonedDateTimeISO('UTC').add({ years: YEARS }).toInstant();
  const certificate = await selfSigned(
    privateKey,
    { commonName: 'Otoritas Percobaan Pendopo', organisation: TRIAL_MARK },
    { notBefore: now, notAfter },
  );
  const secrets: Secrets = {
    key: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    people: randomBytes(32).toString('base64'),
  };
  const sealed = program.wrap(Buffer.from(JSON.stringify(secrets)), placeOf(certificate));
  return {
    version: 1,
    authority: { certificate: certificate.toString('base64'), sealed: sealed.toString('base64') },
    entries: [],
  };
}

/** The authority, ready to sign. */
export const authorityOf = (register: Register, program: ProgramPlace): Authority => ({
  certificate: certificateOf(register),
  key: createPrivateKey({
    key: Buffer.from(secretsOf(register, program).key, 'base64'),
    format: 'der',
    type: 'pkcs8',
  }),
});

/** What stands for a person: the same for the same NIK, and of no use to anybody without the key. */
export function personHash(register: Register, program: ProgramPlace, person: string): string {
  const key = Buffer.from(secretsOf(register, program).people, 'base64');
  return createHmac('sha256', key).update(person).digest('hex');
}

const certificateOf = ({ authority }: Register): Buffer => Buffer.from(authority.certificate, 'base64');

function secretsOf(register: Register, program: ProgramPlace): Secrets {
  const sealed = Buffer.from(register.authority.sealed, 'base64');
  return Secrets.parse(JSON.parse(program.unwrap(sealed, placeOf(certificateOf(register))).toString()));
}

/** Sealed for this authority, which its certificate names. */
const placeOf = (certificate: Buffer): string =>
  `trial-authority/${new X509Certificate(certificate).serialNumber}`;
