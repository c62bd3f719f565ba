/** Products that are delivered, and letters. */
import type { Generated } from 'kysely';
import type { Instant, Json } from './columns.ts';

export interface ProductTables {
  delivery: {
    government: string;
    id: string;
    request: string;
    number: string;
    name: string;
    kind: string;
    connector: string;
    state:
      | 'ordered'
      | 'calling'
      | 'doubtful'
      | 'stopped'
      | 'delivered'
      | 'by-hand'
      | 'cancelled'
      | 'withdrawing'
      | 'withdrawn';
    doubt: Generated<boolean>;
    plan: string;
    evidence: string | null;
    sealed_secret: Buffer | null;
    attempts: Generated<number>;
    calling_until: Instant | null;
    next_at: Instant | null;
    stuck_since: Instant | null;
    cause_code: string | null;
    cause: Json<{ id: string; en: string }> | null;
    ends_on: Temporal.PlainDate | null;
    settings_mark: string | null;
    /** Exact, as text. */
    takes: string | number | null;
    ordered_at: Instant;
    changed_at: Instant;
  };
  ending_notice: {
    government: string;
    delivery: string;
    ends_on: Temporal.PlainDate;
    days_before: number;
    told: boolean;
    at: Instant;
  };
  secret_renewal: {
    government: string;
    delivery: string;
    sealed_secret: Buffer | null;
    attempts: number;
    next_at: Instant | null;
    cause_code: string | null;
    cause: Json<{ id: string; en: string }> | null;
    asked_at: Instant;
  };
  connector: {
    government: string;
    kind: string;
    connector: string;
    settings: Json<Record<string, unknown>>;
    own: Json<Record<string, unknown>>;
    sealed: Buffer | null;
    settings_of: string | null;
    changed_at: Instant;
    changed_by: string;
    tested_at: Instant | null;
    test_passed: boolean | null;
    test_words: Json<{ id: string; en: string }> | null;
  };
  letter: {
    government: string;
    id: string;
    request: string;
    template: string;
    occasion: Generated<number>;
    state: 'draft' | 'numbered' | 'signed' | 'void';
    sealed: Buffer;
    agency: string;
    year: number | null;
    running: number | null;
    number: string | null;
    code: string | null;
    dated: Temporal.PlainDate | null;
    signer: string | null;
    post: string | null;
    way: 'by-hand' | 'bsre' | 'trial' | null;
    file: string | null;
    sha256: Buffer | null;
    created_by: string;
    created_at: Instant;
    changed_at: Instant;
    signed_at: Instant | null;
    voided_at: Instant | null;
    reason: string | null;
  };
}
