/** Officials, their posts, and how they come in. */
import type { Generated } from 'kysely';
import type { Instant } from './columns.ts';

export interface PeopleTables {
  official: {
    government: string;
    id: string;
    slug: string;
    name: string;
    nip: string | null;
    rank: string | null;
    username: string;
    email: string;
    password_hash: string | null;
    disabled_at: Instant | null;
    password_once: Generated<boolean>;
  };
  competence: {
    government: string;
    official: string;
    code: string;
    from_date: Temporal.PlainDate;
    to_date: Temporal.PlainDate | null;
    evidence: string;
  };
  holding: {
    government: string;
    id: string;
    position: string;
    official: string;
    held_as: 'definitive' | 'plt' | 'plh';
    from_date: Temporal.PlainDate;
    to_date: Temporal.PlainDate | null;
    basis: string | null;
  };
  session: {
    government: string;
    token_hash: Buffer;
    official: string;
    created_at: Instant;
    seen_at: Instant;
    expires_at: Instant;
    id: Generated<string>;
    via: Generated<'password' | 'provider'>;
    second_factor: Generated<boolean>;
    browser: string | null;
    system: string | null;
  };
  second_factor: {
    government: string;
    official: string;
    sealed: Buffer;
    created_at: Instant;
    confirmed_at: Instant | null;
    last_step: number | null;
  };
  recovery_code: { government: string; official: string; code_hash: Buffer };
  sign_in_step: {
    government: string;
    token_hash: Buffer;
    official: string;
    via: 'password' | 'provider';
    expires_at: Instant;
  };
  access_log: {
    government: string;
    id: string;
    at: Instant;
    actor: string;
    act: string;
    subject: string | null;
    reason: string | null;
  };
}
