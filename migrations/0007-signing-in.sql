-- Signing in: passwords that are given once, sessions that people can see and end, a second factor (RFC 6238) with recovery
-- codes, and signing in through an identity provider.

alter table pendopo.official add column password_once boolean not null default false;
comment on column pendopo.official.password_once is
  'The password was given by somebody else: whoever signs in with it changes it before anything else.';
create index official_by_email on pendopo.official (lower(email));

alter table pendopo.session
  add column id uuid not null default gen_random_uuid(),
  add column via text not null default 'password' check (via in ('password', 'provider')),
  add column second_factor boolean not null default false,
  add column browser text check (length(browser) <= 40),
  add column system text check (length(system) <= 40),
  add unique (government, id);
comment on column pendopo.session.second_factor is 'Opened with a second factor, ours or the one the provider says it asked for.';
comment on column pendopo.session.browser is 'From the browser''s own description, as few words as people recognise it by.';

create table pendopo.second_factor (
  government   text not null,
  official     uuid not null,
  sealed       bytea not null,
  created_at   timestamptz not null,
  confirmed_at timestamptz,
  last_step    bigint,
  primary key (government, official),
  foreign key (government, official) references pendopo.official (government, id)
);
comment on table pendopo.second_factor is
  'Secret of an official''s authenticator, sealed under the master key; counts once a code has confirmed it. last_step: newest time step whose code was taken, so that no code counts twice.';
alter table pendopo.second_factor enable row level security;
create policy second_factor_of_government on pendopo.second_factor using (government = pendopo.current_government());
grant select, insert, update, delete on pendopo.second_factor to pendopo_app;

create table pendopo.recovery_code (
  government text not null,
  official   uuid not null,
  code_hash  bytea not null check (length(code_hash) = 32),
  primary key (government, official, code_hash),
  foreign key (government, official) references pendopo.second_factor (government, official) on delete cascade
);
comment on table pendopo.recovery_code is
  'Codes that stand in for a lost authenticator, as keyed hashes; each is removed when it is used.';
alter table pendopo.recovery_code enable row level security;
create policy recovery_code_of_government on pendopo.recovery_code using (government = pendopo.current_government());
grant select, insert, delete on pendopo.recovery_code to pendopo_app;

create table pendopo.sign_in_step (
  government text not null,
  token_hash bytea not null,
  official   uuid not null,
  via        text not null check (via in ('password', 'provider')),
  expires_at timestamptz not null,
  primary key (government, token_hash),
  foreign key (government, official) references pendopo.official (government, id)
);
comment on table pendopo.sign_in_step is
  'Browsers that have shown the first factor and owe the second. Not a session: nothing but the page that asks for the code looks here.';
create index sign_in_step_by_token on pendopo.sign_in_step (token_hash);
create index sign_in_step_by_official on pendopo.sign_in_step (government, official);
alter table pendopo.sign_in_step enable row level security;
create policy sign_in_step_of_government on pendopo.sign_in_step using (government = pendopo.current_government());
grant select, insert, delete on pendopo.sign_in_step to pendopo_app;

create function pendopo.find_sign_in_step(p_token_hash bytea, p_now timestamptz)
  returns table (government text, official uuid, username text, via text)
  language sql stable security definer set search_path = pendopo, pg_temp as $$
  select s.government, s.official, o.username, s.via
    from pendopo.sign_in_step s join pendopo.official o on o.government = s.government and o.id = s.official
    where s.token_hash = p_token_hash and s.expires_at > p_now and o.disabled_at is null
$$;
comment on function pendopo.find_sign_in_step is 'Needed before a government is known: who owes the second factor in this browser.';

create function pendopo.find_official_by_email(p_email text)
  returns table (government text, official uuid)
  language sql stable security definer set search_path = pendopo, pg_temp as $$
  select o.government, o.id from pendopo.official o
    where lower(o.email) = lower(p_email) and o.disabled_at is null limit 2
$$;
comment on function pendopo.find_official_by_email is
  'Needed before a government is known: whose verified address this is. Two rows say that it is not one person''s.';

-- Who a session belongs to and how they stand, in one call: this is asked for every page of the desk. Holdings and competences
-- come with their dates, a day more on either side; which day it is where the government lies is the caller's to say. A session
-- opened without a second factor ends the moment its official has one.
drop function pendopo.find_session(bytea, timestamptz);
create function pendopo.find_session(p_token_hash bytea, p_now timestamptz)
  returns table (
    government text, official uuid, id uuid, name text, username text, via text, second_factor boolean, password_once boolean,
    created_at timestamptz, seen_at timestamptz, held jsonb, competences jsonb
  )
  language sql stable security definer set search_path = pendopo, pg_temp as $$
  select s.government, s.official, s.id, o.name, o.username, s.via, s.second_factor, o.password_once, s.created_at, s.seen_at,
         (select jsonb_agg(jsonb_build_object('position', h.position, 'as', h.held_as, 'from', h.from_date, 'to', h.to_date)
                           order by h.from_date, h.position)
            from pendopo.holding h
           where h.government = s.government and h.official = s.official
             and h.from_date <= (p_now at time zone 'UTC')::date + 1
             and (h.to_date is null or h.to_date >= (p_now at time zone 'UTC')::date - 1)),
         (select jsonb_agg(jsonb_build_object('code', c.code, 'from', c.from_date, 'to', c.to_date))
            from pendopo.competence c
           where c.government = s.government and c.official = s.official
             and c.from_date <= (p_now at time zone 'UTC')::date + 1
             and (c.to_date is null or c.to_date >= (p_now at time zone 'UTC')::date - 1))
    from pendopo.session s join pendopo.official o on o.government = s.government and o.id = s.official
    where s.token_hash = p_token_hash and s.expires_at > p_now and o.disabled_at is null
      and (s.second_factor or not exists (
        select from pendopo.second_factor f
         where f.government = s.government and f.official = s.official and f.confirmed_at is not null))
$$;
comment on function pendopo.find_session is
  'Needed before a government is known: whose session a cookie is, and what that official holds around this day.';

revoke all on function pendopo.find_session, pendopo.find_sign_in_step, pendopo.find_official_by_email from public;
grant execute on function pendopo.find_session, pendopo.find_sign_in_step, pendopo.find_official_by_email to pendopo_app;

create or replace function pendopo.forget_spent(p_now timestamptz) returns void
  language sql security definer set search_path = pendopo, pg_temp as $$
  -- No bucket takes longer than an hour to be full again, and a full bucket is as good as none.
  delete from pendopo.bucket where at < clock_timestamp() - interval '1 day';
  delete from pendopo.session where expires_at < p_now;
  delete from pendopo.sign_in_step where expires_at < p_now;
  -- An authenticator that was begun and never confirmed.
  delete from pendopo.second_factor where confirmed_at is null and created_at < p_now - interval '1 day';
$$;
comment on function pendopo.forget_spent is
  'Removes token buckets long full again, sessions and half sign-ins that are over, and authenticators never confirmed, of all governments.';
