-- Letters that go out over requests: numbered by Permendagri 1/2023, signed, kept when void, verified by everybody.

create table pendopo.letter (
  government text not null,
  id         uuid not null,
  request    uuid not null,
  template   text not null,
  state      text not null check (state in ('draft', 'numbered', 'signed', 'void')),
  sealed     bytea not null,
  agency     text not null,
  year       integer,
  running    integer check (running > 0),
  number     text,
  code       text,
  dated      date,
  signer     text,
  post       text,
  way        text check (way in ('by-hand', 'bsre', 'trial')),
  file       uuid,
  sha256     bytea,
  created_by text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  signed_at  timestamptz,
  voided_at  timestamptz,
  reason     uuid,
  primary key (government, id),
  foreign key (government, request) references pendopo.request (government, id),
  -- Yearly, for each agency, and never drawn twice: a void one keeps its number.
  unique (government, agency, year, running),
  unique (government, code),
  check ((state = 'draft') = (running is null)),
  check ((running is null) = (year is null) and (running is null) = (number is null)
    and (running is null) = (code is null) and (running is null) = (dated is null)
    and (running is null) = (signer is null) and (running is null) = (post is null)),
  check (state <> 'signed' or (way is not null and file is not null and sha256 is not null and signed_at is not null)),
  check ((state = 'void') = (voided_at is not null) and (state = 'void') = (reason is not null))
);
comment on table pendopo.letter is
  'Outgoing letters, the register of each agency. A draft has no number; "numbered" has drawn one and waits for its signature; "void" keeps its number and the reason, a sealed value of the request. "sealed" is what stands on it, under the data key of the request; "code" the address of its public verification, "sha256" of the signed file.';
create index letter_by_request on pendopo.letter (government, request);
create index letter_register on pendopo.letter (government, year, agency, running) where running is not null;
create index letter_by_code on pendopo.letter (code) where code is not null;
create index letter_by_hash on pendopo.letter (sha256) where sha256 is not null;
alter table pendopo.letter enable row level security;
create policy letter_of_government on pendopo.letter using (government = pendopo.current_government());
grant select, insert, update on pendopo.letter to pendopo_app;
grant select on pendopo.letter to pendopo_worker;
-- Only what never had a number may go without a trace.
create policy letter_drafts_go on pendopo.letter as restrictive for delete to pendopo_app using (state = 'draft');
grant delete on pendopo.letter to pendopo_app;

-- Whoever holds a letter does not know which government to ask; nothing personal is given.
create function pendopo.find_letter(p_code text, p_sha256 bytea)
  returns table (government text, code text, number text, dated date, agency text, template text, state text, way text,
    sha256 bytea, signed_at timestamptz, voided_at timestamptz)
  language sql stable security definer set search_path = pendopo, pg_temp as $$
  select l.government, l.code, l.number, l.dated, l.agency, l.template, l.state, l.way, l.sha256, l.signed_at, l.voided_at
    from pendopo.letter l
   where l.code = p_code or (p_code is null and l.sha256 = p_sha256)
   order by l.signed_at desc nulls last
   limit 1
$$;
comment on function pendopo.find_letter is
  'A numbered letter by its code, else by the hash of its signed file: what the verification page tells everybody.';
revoke all on function pendopo.find_letter from public;
grant execute on function pendopo.find_letter to pendopo_app;
