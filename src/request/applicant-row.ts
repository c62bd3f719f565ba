/** What officials may search a request by. */
import type { Keys, RowsByTable } from '../platform/index.ts';
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
export function applicantRows(keys: Keys, facts: ApplicantFacts): RowsByTable {
  const { applicant, vault, protectedAnswers } = facts;
  const place = { government: vault.government, request: vault.request };
  const { kind, subject, agency, name } = applicant;
  if (Object.keys(protectedAnswers).length === 0) {
    return { applicant: [{ ...place, kind, name, subject, agency }], contact_hash: contactRows(keys, facts) };
  }
  const { email, phone } = applicant;
  const identity: ProtectedIdentity = { answers: protectedAnswers, name, email, phone };
  return {
    applicant: [{ ...place, kind, name: null, subject, agency }],
    protected_identity: [{ ...place, sealed: vault.seal('identity', JSON.stringify(identity)) }],
  };
}

function contactRows(keys: Keys, { applicant, vault }: ApplicantFacts): RowsByTable['contact_hash'] {
  return (['nik', 'phone', 'email'] as const).flatMap((kind) => {
    const value = applicant[kind];
    if (value === null) return [];
    const last_digits = kind === 'email' ? null : lastDigits(value);
    const { government, request } = vault;
    return { government, request, kind, hash: keys.lookupHash(kind, value), last_digits };
  });
}
