-- Service requests: the journal, the row with the current state, and the erasable values around them.

create table pendopo.request (
  government       text not null,
  id               uuid not null,
  number           text not null unique,
  service          text not null,
  service_version  integer not null,
  calendar_version integer not null,
  status           text not null check (status in ('in-progress', 'returned', 'closed', 'refused', 'withdrawn', 'cancelled')),
  step             text,
  version          integer not null,
  state            jsonb not null,
  head             bytea not null,
  head_seal        bytea not null,
  received_at      timestamptz not null,
  recorded_at      timestamptz not null,
  due_at           timestamptz,
  overdue_at       timestamptz,
  closed_at        timestamptz,
  tracking_hash    bytea not null,
  erased_at        timestamptz,
  primary key (government, id)
);
comment on table pendopo.request is
  'One service request. "state" is the fold of its journal, kept in the same transaction; lock this row, not the journal.';
create index request_open_by_service on pendopo.request (government, service, due_at, id) where closed_at is null;
create index request_by_service on pendopo.request (government, service, received_at desc, id);
create index request_due on pendopo.request (government, due_at) where closed_at is null and overdue_at is null;
alter table pendopo.request enable row level security;
create policy request_of_government on pendopo.request using (government = pendopo.current_government());
grant select, insert, update on pendopo.request to pendopo_app, pendopo_worker;

create table pendopo.journal (
  government text not null,
  request    uuid not null,
  position   integer not null check (position > 0),
  at         timestamptz not null,
  kind       text not null,
  actor      jsonb not null,
  data       jsonb not null,
  v          smallint not null,
  prev       bytea,
  hash       bytea not null check (length(hash) = 32),
  primary key (government, request, position)
);
comment on table pendopo.journal is
  'Append-only record of all that happened: hash chain per request over canonical bytes (RFC 8785). No personal values.';
alter table pendopo.journal enable row level security;
create policy journal_of_government on pendopo.journal using (government = pendopo.current_government());
grant select, insert on pendopo.journal to pendopo_app, pendopo_worker;

create table pendopo.request_key (
  government text not null,
  request    uuid not null,
  wrapped    bytea not null,
  salt       bytea not null,
  primary key (government, request)
);
comment on table pendopo.request_key is
  'The data key of a request, wrapped by the master key, and the salt of its hashes. Erasing deletes this row.';
alter table pendopo.request_key enable row level security;
create policy request_key_of_government on pendopo.request_key using (government = pendopo.current_government());
grant select, insert on pendopo.request_key to pendopo_app, pendopo_worker;

create table pendopo.request_value (
  government text not null,
  request    uuid not null,
  id         uuid not null,
  kind       text not null,
  sealed     bytea not null,
  primary key (government, request, id)
);
comment on table pendopo.request_value is 'Answers, recorded fields and free text, encrypted under the request''s data key; erasable.';
alter table pendopo.request_value enable row level security;
create policy request_value_of_government on pendopo.request_value using (government = pendopo.current_government());
grant select, insert on pendopo.request_value to pendopo_app, pendopo_worker;

create table pendopo.protected_identity (
  government text not null,
  request    uuid not null,
  sealed     bytea not null,
  primary key (government, request)
);
comment on table pendopo.protected_identity is
  'Identity of a protected reporter (Perpres 76/2013). Not readable by any role of the program: only through read_identity().';
alter table pendopo.protected_identity enable row level security;
create policy identity_insert on pendopo.protected_identity for insert with check (government = pendopo.current_government());
grant insert on pendopo.protected_identity to pendopo_app;

create function pendopo.read_identity(p_request uuid, p_log uuid, p_at timestamptz, p_actor text, p_reason text) returns bytea
  language plpgsql security definer set search_path = pendopo, pg_temp as $$
declare
  found_sealed bytea;
begin
  if coalesce(trim(p_reason), '') = '' then
    raise exception 'reading a protected identity needs a reason' using errcode = '22023';
  end if;
  select sealed into found_sealed from pendopo.protected_identity
    where government = pendopo.current_government() and request = p_request;
  if found_sealed is not null then
    insert into pendopo.access_log (government, id, at, actor, act, subject, reason)
      values (pendopo.current_government(), p_log, p_at, p_actor, 'read-identity', p_request::text, p_reason);
  end if;
  return found_sealed;
end $$;
comment on function pendopo.read_identity is 'The only door to a protected identity: the reading and its reason are logged in the same transaction.';
revoke all on function pendopo.read_identity from public;
grant execute on function pendopo.read_identity to pendopo_app, pendopo_worker;

create table pendopo.applicant (
  government text not null,
  request    uuid not null,
  kind       text not null,
  name       text,
  subject    text,
  agency     text,
  search     tsvector not null generated always as
    (to_tsvector('simple', coalesce(name, '') || ' ' || coalesce(subject, '') || ' ' || coalesce(agency, ''))) stored,
  primary key (government, request)
);
comment on table pendopo.applicant is 'What officials may search: name, subject, agency. Restricted to search_requests() for searching; erasable.';
create index applicant_search on pendopo.applicant using gin (search);
alter table pendopo.applicant enable row level security;
create policy applicant_of_government on pendopo.applicant using (government = pendopo.current_government());
grant select, insert on pendopo.applicant to pendopo_app, pendopo_worker;

create table pendopo.contact_hash (
  government text not null,
  kind       text not null check (kind in ('nik', 'phone', 'email')),
  hash       bytea not null,
  request    uuid not null,
  last_digits text,
  primary key (government, kind, hash, request)
);
comment on table pendopo.contact_hash is 'Keyed hashes of NIK, phone and e-mail for exact search; the values themselves are encrypted elsewhere.';
create index contact_hash_by_request on pendopo.contact_hash (government, request);
alter table pendopo.contact_hash enable row level security;
create policy contact_hash_of_government on pendopo.contact_hash using (government = pendopo.current_government());
grant select, insert on pendopo.contact_hash to pendopo_app, pendopo_worker;

create table pendopo.request_viewer (
  government text not null,
  position   text not null,
  request    uuid not null,
  service    text not null,
  open       boolean not null,
  acts       boolean not null,
  due_at     timestamptz not null default 'infinity',
  primary key (government, position, request)
);
comment on table pendopo.request_viewer is
  'Which positions a request concerns, for queues: one short index scan a position, whatever the number of requests. due_at is infinity while the clock stands.';
create index request_viewer_queue on pendopo.request_viewer (government, position, due_at, request) where open;
create index request_viewer_acts on pendopo.request_viewer (government, position, due_at, request) where open and acts;
create index request_viewer_done on pendopo.request_viewer (government, position, request) where not open;
create index request_viewer_by_request on pendopo.request_viewer (government, request);
alter table pendopo.request_viewer enable row level security;
create policy request_viewer_of_government on pendopo.request_viewer using (government = pendopo.current_government());
grant select, insert, update, delete on pendopo.request_viewer to pendopo_app, pendopo_worker;

create table pendopo.file (
  government  text not null,
  id          uuid not null,
  request     uuid,
  draft       uuid,
  requirement text not null,
  sealed_name bytea not null,
  type        text not null,
  size        integer not null,
  sha256      bytea not null,
  given_by    text not null check (given_by in ('applicant', 'official')),
  for_applicant boolean not null default false,
  personal    boolean not null default false,
  created_at  timestamptz not null,
  erased_at   timestamptz,
  primary key (government, id),
  check (request is not null or draft is not null)
);
comment on table pendopo.file is 'Records of stored files; the bytes lie encrypted in the file store. Only those linked from a request or draft are kept.';
create index file_by_request on pendopo.file (government, request);
create index file_by_draft on pendopo.file (government, draft) where draft is not null;
alter table pendopo.file enable row level security;
create policy file_of_government on pendopo.file using (government = pendopo.current_government());
grant select, insert, update on pendopo.file to pendopo_app, pendopo_worker;
grant delete on pendopo.file to pendopo_app, pendopo_worker;
-- A file that belongs to a request is history: it may not be deleted, only a draft's may.
create policy file_delete_drafts on pendopo.file as restrictive for delete using (request is null);

create table pendopo.draft (
  government text not null,
  id         uuid not null,
  token_hash bytea not null,
  service    text not null,
  service_version integer not null,
  wrapped    bytea not null,
  sealed     bytea not null,
  updated_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (government, id),
  unique (government, token_hash)
);
comment on table pendopo.draft is 'Forms begun and not yet sent: encrypted, opened by a secret link, erased after 14 days.';
create index draft_expiry on pendopo.draft (government, expires_at);
alter table pendopo.draft enable row level security;
create policy draft_of_government on pendopo.draft using (government = pendopo.current_government());
grant select, insert, update, delete on pendopo.draft to pendopo_app, pendopo_worker;

create table pendopo.idempotency (
  government text not null,
  scope      text not null,
  key_hash   bytea not null,
  body_hash  bytea not null,
  request    uuid not null,
  answer     jsonb not null,
  at         timestamptz not null,
  primary key (government, scope, key_hash)
);
comment on table pendopo.idempotency is 'One row a submit or action key: the unique constraint is what makes a repetition harmless.';
alter table pendopo.idempotency enable row level security;
create policy idempotency_of_government on pendopo.idempotency using (government = pendopo.current_government());
grant select, insert on pendopo.idempotency to pendopo_app, pendopo_worker;

create table pendopo.message (
  government text not null,
  id         uuid not null,
  request    uuid not null,
  channel    text not null check (channel in ('email', 'whatsapp', 'webhook')),
  template   text not null,
  lang       text not null check (lang in ('id', 'en')),
  sealed     bytea not null,
  status     text not null check (status in ('waiting', 'sent', 'kept', 'failed')),
  attempts   integer not null default 0,
  created_at timestamptz not null,
  sent_at    timestamptz,
  primary key (government, id)
);
comment on table pendopo.message is 'Outbox: every message out, written in the transaction of its cause. "kept": the demo''s mailbox page.';
create index message_by_request on pendopo.message (government, request);
create index message_recent on pendopo.message (government, created_at desc);
alter table pendopo.message enable row level security;
create policy message_of_government on pendopo.message using (government = pendopo.current_government());
grant select, insert on pendopo.message to pendopo_app;
grant select, insert, update on pendopo.message to pendopo_worker;

create table pendopo.secret (
  government text not null,
  id         uuid not null,
  request    uuid not null,
  sealed     bytea,
  expires_at timestamptz not null,
  opened_at  timestamptz,
  primary key (government, id)
);
comment on table pendopo.secret is 'One-time secrets of a delivery: opened once by POST by the applicant, then gone.';
create index secret_by_request on pendopo.secret (government, request);
alter table pendopo.secret enable row level security;
create policy secret_of_government on pendopo.secret using (government = pendopo.current_government());
grant select, insert, update on pendopo.secret to pendopo_app, pendopo_worker;

create table pendopo.duty (
  government text not null,
  id         uuid not null,
  request    uuid not null,
  duty       text not null,
  position   text not null,
  due_at     timestamptz not null,
  opened_at  timestamptz not null,
  done_at    timestamptz,
  done_by    uuid,
  primary key (government, id),
  unique (government, request, duty)
);
comment on table pendopo.duty is 'What a broken promise opens for the direct superior, with its own clock; never an automatic sanction.';
create index duty_open on pendopo.duty (government, position, due_at) where done_at is null;
alter table pendopo.duty enable row level security;
create policy duty_of_government on pendopo.duty using (government = pendopo.current_government());
grant select, insert, update on pendopo.duty to pendopo_app, pendopo_worker;

create table pendopo.register (
  government text not null,
  name       text not null,
  year       integer not null,
  last       integer not null,
  primary key (government, name, year)
);
comment on table pendopo.register is 'Gap-free numbers of registers (agenda, letters), drawn inside the transaction that uses them.';
alter table pendopo.register enable row level security;
create policy register_of_government on pendopo.register using (government = pendopo.current_government());

create function pendopo.next_number(p_name text, p_year integer) returns integer
  language sql security definer set search_path = pendopo, pg_temp as $$
  insert into pendopo.register (government, name, year, last) values (pendopo.current_government(), p_name, p_year, 1)
    on conflict (government, name, year) do update set last = register.last + 1
    returning last
$$;
comment on function pendopo.next_number is 'Draws the next number of a register; rolled back with its transaction, so without gaps.';
revoke all on function pendopo.next_number from public;
grant execute on function pendopo.next_number to pendopo_app, pendopo_worker;

create table pendopo.checkpoint (
  government text not null,
  n          integer not null,
  at         timestamptz not null,
  body       jsonb not null,
  primary key (government, n)
);
comment on table pendopo.checkpoint is 'Signed Merkle roots over the journal heads that changed since the last one; a copy lies outside the database.';
alter table pendopo.checkpoint enable row level security;
create policy checkpoint_of_government on pendopo.checkpoint using (government = pendopo.current_government());
grant select, insert on pendopo.checkpoint to pendopo_worker;
grant select on pendopo.checkpoint to pendopo_app;

create unlogged table pendopo.bucket (
  name    text primary key,
  tokens  double precision not null,
  at      timestamptz not null,
  granted boolean not null
);
comment on table pendopo.bucket is 'Token buckets against abuse, by hashed address or contact. Unlogged: losing them after a crash only forgives.';

create function pendopo.take_token(p_name text, p_capacity double precision, p_per_second double precision) returns boolean
  language sql security definer set search_path = pendopo, pg_temp as $$
  insert into pendopo.bucket as b (name, tokens, at, granted) values (p_name, p_capacity - 1, clock_timestamp(), true)
    on conflict (name) do update set
      granted = least(p_capacity, b.tokens + extract(epoch from clock_timestamp() - b.at) * p_per_second) >= 1,
      tokens = least(p_capacity, b.tokens + extract(epoch from clock_timestamp() - b.at) * p_per_second)
        - case when least(p_capacity, b.tokens + extract(epoch from clock_timestamp() - b.at) * p_per_second) >= 1 then 1 else 0 end,
      at = clock_timestamp()
    returning granted
$$;
comment on function pendopo.take_token is 'Takes one token from a bucket that refills by the second; false when it is empty.';
revoke all on function pendopo.take_token from public;
grant execute on function pendopo.take_token to pendopo_app;

-- Before a government is known --------------------------------------------------------------------------------------------

create function pendopo.find_request_home(p_number text) returns table (government text, id uuid)
  language sql stable security definer set search_path = pendopo, pg_temp as $$
  select r.government, r.id from pendopo.request r where r.number = p_number
$$;
comment on function pendopo.find_request_home is 'Which government a request number belongs to; says nothing else.';
revoke all on function pendopo.find_request_home from public;
grant execute on function pendopo.find_request_home to pendopo_app, pendopo_worker;

-- Search ------------------------------------------------------------------------------------------------------------------

create function pendopo.search_requests(
  p_positions text[], p_services text[], p_everything boolean, p_query tsquery, p_number text, p_open boolean, p_limit integer
) returns table (request uuid) language sql stable security definer set search_path = pendopo, pg_temp as $$
  select r.id
    from pendopo.request r
    left join pendopo.applicant a on a.government = r.government and a.request = r.id
    where r.government = pendopo.current_government()
      and ((p_number is not null and r.number = p_number)
        or r.id in (select s.request from pendopo.applicant s
                     where s.government = pendopo.current_government() and s.search @@ p_query
                     limit 2000))
      and (p_open is null or (r.closed_at is null) = p_open)
      and (p_everything
        or r.service = any (p_services)
        or exists (select from pendopo.request_viewer v
                    where v.government = r.government and v.request = r.id and v.position = any (p_positions)))
    order by r.due_at nulls last, r.id
    limit least(p_limit, 200)
$$;
comment on function pendopo.search_requests is
  'Text search with the government''s and the viewer''s condition inside: row-level security switches text indexes off, so it is done here.';
revoke all on function pendopo.search_requests from public;
grant execute on function pendopo.search_requests to pendopo_app;

create function pendopo.find_by_contact(p_kind text, p_hash bytea, p_limit integer)
  returns table (request uuid) language sql stable security definer set search_path = pendopo, pg_temp as $$
  select c.request from pendopo.contact_hash c
    where c.government = pendopo.current_government() and c.kind = p_kind and c.hash = p_hash
    order by c.request desc limit least(p_limit, 50)
$$;
comment on function pendopo.find_by_contact is 'Exact search by NIK, phone or e-mail through their keyed hash.';
revoke all on function pendopo.find_by_contact from public;
grant execute on function pendopo.find_by_contact to pendopo_app;

-- Erasure -----------------------------------------------------------------------------------------------------------------

create function pendopo.erase_request(p_request uuid, p_at timestamptz) returns void
  language plpgsql security definer set search_path = pendopo, pg_temp as $$
declare
  home text := pendopo.current_government();
begin
  delete from pendopo.request_key where government = home and request = p_request;
  delete from pendopo.request_value where government = home and request = p_request;
  delete from pendopo.protected_identity where government = home and request = p_request;
  delete from pendopo.applicant where government = home and request = p_request;
  delete from pendopo.contact_hash where government = home and request = p_request;
  delete from pendopo.secret where government = home and request = p_request;
  delete from pendopo.message where government = home and request = p_request;
  update pendopo.file set erased_at = p_at where government = home and request = p_request;
  update pendopo.request set erased_at = p_at where government = home and id = p_request;
end $$;
comment on function pendopo.erase_request is
  'UU 27/2022 art. 42-45: destroys key, salt and values of a request; the journal stays and still verifies.';
revoke all on function pendopo.erase_request from public;
grant execute on function pendopo.erase_request to pendopo_worker;
