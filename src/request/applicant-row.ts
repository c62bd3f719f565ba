/** What officials may search a request by. */
import { sql } from 'kysely';
import type { Keys, Tx } from '../platform/index.ts';
import type { Answers, Applicant } from '../standard/index.ts';
import type { ProtectedIdentity } from './contact.ts';
import type { Vault } from './vault.ts';

const lastDigits = (value: string): string => value.replaceAll(/\D/g, '').slice(-4);

interface ApplicantFacts {
  readonly applicant: Applicant;
  readonly vault: Vault;
  /** Answers that would tell who a protected reporter is; none where nobody is protected. */
  readonly protectedAnswers: Answers;
}

/** What officials may search by. A protected reporter leaves no name here, and no contact that others could find. */
export async function writeApplicant(
  tx: Tx,
  keys: Keys,
  { applicant, vault, protectedAnswers }: ApplicantFacts,
): Promise<void> {
  const place = { government: vault.government, request: vault.request };
  const hidden = Object.keys(protectedAnswers).length > 0;
  if (hidden) {
    const { name, email, phone } = applicant;
    const identity: ProtectedIdentity = { answers: protectedAnswers, name, email, phone };
    const sealed = vault.seal('identity', JSON.stringify(identity));
    await tx
      .insertInto('protected_identity')
      .values({ ...place, sealed })
      .execute();
  }
  const name = hidden ? null : applicant.name;
  const searched = [name, applicant.subject, applicant.agency].filter((text) => text !== null).join(' ');
  await tx
    .insertInto('applicant')
    .values({
      ...place,
      kind: applicant.kind,
      name,
      subject: applicant.subject,
      agency: applicant.agency,
      search: sql`to_tsvector('simple', ${searched})`,
    })
    .execute();
  const contacts = (['nik', 'phone', 'email'] as const).flatMap((kind) => {
    const value = applicant[kind];
    if (value === null || hidden) return [];
    const last_digits = kind === 'email' ? null : lastDigits(value);
    return { ...place, kind, hash: keys.lookupHash(kind, value), last_digits };
  });
  if (contacts.length > 0) await tx.insertInto('contact_hash').values(contacts).execute();
}
