/** A request: its row, its journal, and whom it concerns. */
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Instant, Json } from './columns.ts';

export interface RequestTables {
  request: {
    government: string;
    id: string;
    number: string;
    service: string;
    service_version: number;
    calendar_version: number;
    status: 'in-progress' | 'returned' | 'closed' | 'refused' | 'withdrawn' | 'cancelled';
    step: string | null;
    version: number;
    state: Json<unknown>;
    head: Buffer;
    head_seal: Buffer;
    received_at: Instant;
    recorded_at: Instant;
    due_at: Instant | null;
    overdue_at: Instant | null;
    closed_at: Instant | null;
    step_due_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
    next_notice_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
    tracking_hash: Buffer;
    erased_at: Instant | null;
  };
  journal: {
    government: string;
    request: string;
    position: number;
    at: Instant;
    kind: string;
    actor: Json<unknown>;
    data: Json<unknown>;
    v: number;
    prev: Buffer | null;
    hash: Buffer;
  };
  checkpoint: { government: string; n: number; at: Instant; body: Json<unknown> };
  recorded_head: { government: string; request: string; version: number; hash: Buffer };
  request_key: { government: string; request: string; wrapped: Buffer; salt: Buffer };
  request_value: { government: string; request: string; id: string; kind: string; sealed: Buffer };
  protected_identity: { government: string; request: string; sealed: Buffer };
  applicant: {
    government: string;
    request: string;
    kind: string;
    name: string | null;
    subject: string | null;
    agency: string | null;
    search: GeneratedAlways<string>;
  };
  contact_hash: {
    government: string;
    kind: 'nik' | 'phone' | 'email';
    hash: Buffer;
    request: string;
    last_digits: string | null;
  };
  request_viewer: {
    government: string;
    position: string;
    request: string;
    service: string;
    open: boolean;
    acts: boolean;
    /** Written as `infinity` while the clock stands; as such it can be compared but not read. */
    due_at: Instant | 'infinity';
    step: string | null;
    channel: Generated<string>;
    taken_by: string | null;
    returned: Generated<boolean>;
  };
  file: {
    government: string;
    id: string;
    request: string | null;
    draft: string | null;
    requirement: string;
    sealed_name: Buffer;
    type: string;
    size: number;
    sha256: Buffer;
    given_by: 'applicant' | 'official';
    for_applicant: boolean;
    personal: boolean;
    created_at: Instant;
    erased_at: Instant | null;
  };
  draft: {
    government: string;
    id: string;
    token_hash: Buffer;
    service: string;
    service_version: number;
    wrapped: Buffer;
    sealed: Buffer;
    updated_at: Instant;
    expires_at: Instant;
  };
  request_renewal: { government: string; request: string; renews: string };
  idempotency: {
    government: string;
    scope: string;
    key_hash: Buffer;
    body_hash: Buffer;
    request: string;
    answer: Json<unknown>;
    at: Instant;
  };
}
