/**
 * Row types of the tables in migrations/, as the driver gives and takes them (values.ts). Kept by hand beside the SQL;
 * a test compares names and nullability with the real database.
 */
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** jsonb: read as the parsed value, written as JSON text. */
type Json<T> = ColumnType<T, string, string>;
type Instant = Temporal.Instant;

export interface Tables {
  definition: {
    government: string;
    kind: 'government' | 'organisation' | 'calendar' | 'service';
    name: string;
    n: number;
    valid_from: Instant;
    sha256: Buffer;
    text: string;
    published_at: Instant;
    published_by: string;
  };
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
  confirmation: {
    government: string;
    id: string;
    kind: 'government' | 'organisation' | 'calendar' | 'service';
    name: string;
    at_path: string;
    sha256: Buffer;
    verdict: 'confirmed' | 'reopened';
    basis: string;
    official: string;
    judged_at: Instant;
  };
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
  held_form: {
    government: string;
    id: string;
    official: string;
    place: string;
    wrapped: Buffer;
    sealed: Buffer;
    expires_at: Instant;
  };
  visit: {
    government: string;
    id: string;
    counter: string;
    day: Temporal.PlainDate;
    number: number;
    service: string | null;
    arrived_at: Instant;
    drawn_by: string;
    called_at: Instant | null;
    called_by: string | null;
    outcome: 'submitted' | 'answered' | 'referred' | 'no-show' | null;
    ended_at: Instant | null;
    request: string | null;
    wrapped: Buffer | null;
    sealed: Buffer | null;
  };
  idempotency: {
    government: string;
    scope: string;
    key_hash: Buffer;
    body_hash: Buffer;
    request: string;
    answer: Json<unknown>;
    at: Instant;
  };
  message: {
    government: string;
    id: string;
    request: string;
    channel: 'email' | 'whatsapp' | 'webhook';
    template: string;
    lang: 'id' | 'en';
    sealed: Buffer;
    status: 'waiting' | 'sent' | 'kept' | 'failed';
    attempts: ColumnType<number, number | undefined, number>;
    created_at: Instant;
    sent_at: Instant | null;
  };
  secret: {
    government: string;
    id: string;
    request: string;
    sealed: Buffer | null;
    expires_at: Instant;
    opened_at: Instant | null;
  };
  duty: {
    government: string;
    id: string;
    request: string;
    duty: string;
    position: string;
    due_at: Instant;
    opened_at: Instant;
    done_at: Instant | null;
    done_by: string | null;
  };
  notice: {
    government: string;
    request: string;
    rule: string;
    due_at: Instant;
    position: string;
    official: string | null;
    at: Instant;
  };
  calendar_change: {
    government: string;
    n: number;
    decree: string | null;
    confirmed: boolean;
    reason: string | null;
    official: string | null;
    at: Instant;
    total: number | null;
    moved: number | null;
    finished_at: Instant | null;
    rounds: Generated<number>;
  };
  calendar_draft: { government: string; official: string; base: number; text: string; updated_at: Instant };
  calendar_move: {
    government: string;
    n: number;
    request: string;
    due_was: Instant | null;
    due_is: Instant | null;
    round: Generated<number>;
  };
  calendar_aside: {
    government: string;
    n: number;
    request: string;
    version: number;
    reason: string;
    at: Instant;
  };
  decree_import: {
    government: string;
    id: string;
    official: string;
    file_name: string;
    content: Buffer;
    state: 'waiting' | 'read' | 'failed';
    fault: Json<unknown> | null;
    decree: Json<unknown> | null;
    lines: Json<unknown> | null;
    created_at: Instant;
    read_at: Instant | null;
  };
  decree_import_service: {
    government: string;
    import: string;
    n: number;
    title: string;
    components: Json<unknown>;
    places: Json<unknown>;
    findings: Json<unknown>;
    confirmed: Json<unknown>;
    running: Json<unknown> | null;
    saved: number;
    published: string | null;
    updated_at: Instant;
  };
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
  checkpoint: { government: string; n: number; at: Instant; body: Json<unknown> };
  recorded_head: { government: string; request: string; version: number; hash: Buffer };
}
