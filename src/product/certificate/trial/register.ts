/** What the trial authority keeps: one file below the data directory, written whole or not at all. */
import { join } from 'node:path';
import { z } from 'zod';
import type { Fault } from '../../../ground/index.ts';
import { readText, replaceFile, withLock } from '../../kept-files/index.ts';
import { registerDamaged } from './faults.ts';

const Base64 = z.base64();

const Entry = z.object({
  serial: z.string(),
  /** `delivery/<id>` or `official/<id>`. */
  owner: z.string(),
  /** Keyed hash of the NIK, so that nobody has two; of the owner where there is no NIK. */
  person: z.string(),
  holder: z.string(),
  nikEnds: z.string().nullable(),
  position: z.string().nullable(),
  organisation: z.string(),
  crlAddress: z.string(),
  notBefore: z.iso.datetime(),
  notAfter: z.iso.datetime(),
  /** `waiting`: its owner has not chosen a passphrase, so there is neither key nor certificate. */
  state: z.enum(['waiting', 'issued', 'revoked']),
  certificate: Base64.nullable(),
  /** The private key, which only the owner's passphrase opens. */
  lockedKey: Base64.nullable(),
  revokedAt: z.iso.datetime().nullable(),
  reason: z
    .enum(['unspecified', 'key-compromise', 'affiliation-changed', 'superseded', 'no-longer-needed'])
    .nullable(),
});
export type Entry = z.infer<typeof Entry>;

const Register = z.object({
  version: z.literal(1),
  /** The authority's certificate, and its key and the key of hashes sealed under the master key. */
  authority: z.object({ certificate: Base64, sealed: Base64 }),
  entries: z.array(Entry),
});
export type Register = z.infer<typeof Register>;

const fileIn = (directory: string): string => join(directory, 'trial.json');

/** The register, or null before the authority was made. Throws Fault 'trial-register-damaged'. */
export async function readRegister(directory: string): Promise<Register | null> {
  const text = await readText(fileIn(directory));
  if (text === '') return null;
  const read = Register.safeParse(parsed(text));
  if (!read.success) throw damaged(directory);
  return read.data;
}

/** Changes the register while nobody else does; `make` gives the first one. Nothing is written when `change` throws. */
export async function changeRegister<T>(
  directory: string,
  signal: AbortSignal,
  make: () => Promise<Register>,
  change: (register: Register) => Promise<{ readonly register: Register; readonly result: T }>,
): Promise<T> {
  return withLock(directory, signal, async () => {
    const { register, result } = await change((await readRegister(directory)) ?? (await make()));
    signal.throwIfAborted();
    await replaceFile(fileIn(directory), `${JSON.stringify(register, null, 1)}\n`);
    return result;
  });
}

/** The register with one entry put in the place of its serial, or at the end. */
export const withEntry = (register: Register, entry: Entry): Register => ({
  ...register,
  entries: [...register.entries.filter(({ serial }) => serial !== entry.serial), entry],
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What stood for a person is gone; serial number, dates and standing stay, or the list of the revoked would be wrong. */
const withoutPerson = (entry: Entry): Entry => ({
  ...entry,
  person: '',
  holder: '',
  nikEnds: null,
  position: null,
  // The certificate has the name in it; without its key nobody signs with it again.
  certificate: null,
  lockedKey: null,
});

/** Erases who these owners are. Nothing happens where there is no register, or to owners that it does not have. */
export async function forgetOwners(
  directory: string,
  owners: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const known = await readRegister(directory);
  if (!known?.entries.some(({ owner, holder }) => owners.includes(owner) && holder !== '')) return;
  await changeRegister(
    directory,
    signal,
    async () => known,
    async (register) => {
      const entries = register.entries.map((entry) =>
        owners.includes(entry.owner) ? withoutPerson(entry) : entry,
      );
      return { register: { ...register, entries }, result: null };
    },
  );
}

const damaged = (directory: string): Fault => registerDamaged(fileIn(directory));
