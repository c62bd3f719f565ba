-- Definitions (every published version in full) and people. Each table: RLS by government, its grants and a comment.
-- Government stands first in every key, so that tables can be distributed by it when one server is outgrown.

create table pendopo.definition (
  government   text not null,
  kind         text not null check (kind in ('government', 'organisation', 'calendar', 'service')),
  name         text not null,
  n            integer not null check (n > 0),
  valid_from   timestamptz not null,
  sha256       bytea not null check (length(sha256) = 32),
  text         text not null check (length(text) <= 1000000),
  published_at timestamptz not null default now(),
  published_by text not null,
  primary key (government, kind, name, n)
);
comment on table pendopo.definition is
  'Every published version of a government''s definitions, in full. A version never changes; requests are pinned to one.';
alter table pendopo.definition enable row level security;
-- Definitions are public law: any session may read them; nobody but publish_definition() writes them.
create policy definition_read on pendopo.definition for select using (true);
grant select on pendopo.definition to pendopo_app, pendopo_worker;

create function pendopo.publish_definition(
  p_government text, p_kind text, p_name text, p_valid_from timestamptz, p_sha256 bytea, p_text text, p_by text
) returns integer language plpgsql security definer set search_path = pendopo, pg_temp as $$
declare
  newest pendopo.definition;
begin
  if p_government is distinct from pendopo.current_government() then
    raise exception 'definitions are published inside their own government' using errcode = '42501';
  end if;
  perform pg_advisory_xact_lock(hashtext('definition/' || p_government || '/' || p_kind || '/' || p_name));
  select * into newest from pendopo.definition
    where government = p_government and kind = p_kind and name = p_name order by n desc limit 1;
  if newest.sha256 = p_sha256 then
    return newest.n;
  end if;
  insert into pendopo.definition (government, kind, name, n, valid_from, sha256, text, published_by)
    values (p_government, p_kind, p_name, coalesce(newest.n, 0) + 1, p_valid_from, p_sha256, p_text, p_by);
  return coalesce(newest.n, 0) + 1;
end $$;
comment on function pendopo.publish_definition is
  'The only way a definition enters: appends a version, or answers the newest one when the text is the same.';
revoke all on function pendopo.publish_definition from public;
grant execute on function pendopo.publish_definition to pendopo_app, pendopo_worker;

create function pendopo.catalogue_stamp() returns text
  language sql stable security definer set search_path = pendopo, pg_temp as $$
  select count(*) || '/' || coalesce(max(published_at)::text, '') from pendopo.definition
$$;
comment on function pendopo.catalogue_stamp is 'Changes whenever a definition was published; lets web processes refresh their cache.';
revoke all on function pendopo.catalogue_stamp from public;
grant execute on function pendopo.catalogue_stamp to pendopo_app, pendopo_worker;

-- People --------------------------------------------------------------------------------------------------------------

create table pendopo.official (
  government    text not null,
  id            uuid not null,
  slug          text not null,
  name          text not null,
  nip           text,
  rank          text,
  username      text not null unique,
  email         text not null,
  password_hash text,
  disabled_at   timestamptz,
  primary key (government, id),
  unique (government, slug)
);
comment on table pendopo.official is 'Officials (petugas). The password hash is argon2id; without one nobody can sign in.';
alter table pendopo.official enable row level security;
create policy official_of_government on pendopo.official using (government = pendopo.current_government());
grant select, insert, update on pendopo.official to pendopo_app;
grant select on pendopo.official to pendopo_worker;

create table pendopo.competence (
  government text not null,
  official   uuid not null,
  code       text not null,
  from_date  date not null,
  to_date    date,
  evidence   text not null,
  primary key (government, official, code, from_date),
  foreign key (government, official) references pendopo.official (government, id)
);
comment on table pendopo.competence is 'Competences and written assignments of officials, by dates; hard ones bar a step.';
alter table pendopo.competence enable row level security;
create policy competence_of_government on pendopo.competence using (government = pendopo.current_government());
grant select, insert, update on pendopo.competence to pendopo_app;
grant select on pendopo.competence to pendopo_worker;

create table pendopo.holding (
  government text not null,
  id         uuid not null,
  position   text not null,
  official   uuid not null,
  held_as    text not null check (held_as in ('definitive', 'plt', 'plh')),
  from_date  date not null,
  to_date    date check (to_date >= from_date),
  basis      text,
  primary key (government, id),
  foreign key (government, official) references pendopo.official (government, id)
);
comment on table pendopo.holding is 'Who holds which position from when to when (both days included); Plt: post vacant, Plh: holder absent.';
create index holding_by_official on pendopo.holding (government, official);
create index holding_by_position on pendopo.holding (government, position);
alter table pendopo.holding enable row level security;
create policy holding_of_government on pendopo.holding using (government = pendopo.current_government());
grant select, insert, update on pendopo.holding to pendopo_app;
grant select on pendopo.holding to pendopo_worker;

create table pendopo.session (
  government text not null,
  token_hash bytea not null,
  official   uuid not null,
  created_at timestamptz not null,
  seen_at    timestamptz not null,
  expires_at timestamptz not null,
  primary key (government, token_hash),
  foreign key (government, official) references pendopo.official (government, id)
);
comment on table pendopo.session is 'Signed-in sessions; only the hash of the cookie is kept.';
create index session_by_official on pendopo.session (government, official);
alter table pendopo.session enable row level security;
create policy session_of_government on pendopo.session using (government = pendopo.current_government());
grant select, insert, update, delete on pendopo.session to pendopo_app;

create function pendopo.find_sign_in(p_username text)
  returns table (government text, official uuid, password_hash text)
  language sql stable security definer set search_path = pendopo, pg_temp as $$
  select o.government, o.id, o.password_hash from pendopo.official o
    where o.username = lower(p_username) and o.disabled_at is null
$$;
comment on function pendopo.find_sign_in is 'Needed before a government is known: who signs in under this user name.';

create function pendopo.find_session(p_token_hash bytea, p_now timestamptz)
  returns table (government text, official uuid, name text, seen_at timestamptz)
  language sql stable security definer set search_path = pendopo, pg_temp as $$
  select s.government, s.official, o.name, s.seen_at
    from pendopo.session s join pendopo.official o on o.government = s.government and o.id = s.official
    where s.token_hash = p_token_hash and s.expires_at > p_now and o.disabled_at is null
$$;
comment on function pendopo.find_session is 'Needed before a government is known: whose session a cookie is.';
create index session_by_token on pendopo.session (token_hash);
revoke all on function pendopo.find_sign_in, pendopo.find_session from public;
grant execute on function pendopo.find_sign_in, pendopo.find_session to pendopo_app;

create table pendopo.access_log (
  government text not null,
  id         uuid not null,
  at         timestamptz not null,
  actor      text not null,
  act        text not null,
  subject    text,
  reason     text,
  primary key (government, id)
);
comment on table pendopo.access_log is
  'Readings of personal data, sign-ins and tokens printed; append-only (UU 27/2022 art. 31). Holds ids, never values.';
alter table pendopo.access_log enable row level security;
create policy access_log_of_government on pendopo.access_log using (government = pendopo.current_government());
grant select, insert on pendopo.access_log to pendopo_app, pendopo_worker;
