-- What officials typed and could not send yet; and the visitors of a counter: their queue and the visitor book.

create table pendopo.held_form (
  government text not null,
  id         uuid not null,
  official   uuid not null,
  place      text not null check (length(place) <= 300),
  wrapped    bytea not null,
  sealed     bytea not null,
  expires_at timestamptz not null,
  primary key (government, id)
);
comment on table pendopo.held_form is
  'A form of the desk that came back, or that came when its official was no longer signed in: sealed, for that official alone, for a short time. Its files are rows of "file" with its id as draft.';
create index held_form_expiry on pendopo.held_form (expires_at);
alter table pendopo.held_form enable row level security;
create policy held_form_of_government on pendopo.held_form using (government = pendopo.current_government());
grant select, insert, delete on pendopo.held_form to pendopo_app;

create table pendopo.visit (
  government text not null,
  id         uuid not null,
  counter    text not null,
  day        date not null,
  number     integer not null check (number > 0),
  service    text,
  arrived_at timestamptz not null,
  drawn_by   uuid not null,
  called_at  timestamptz,
  called_by  uuid,
  outcome    text check (outcome in ('submitted', 'answered', 'referred', 'no-show')),
  ended_at   timestamptz,
  request    uuid,
  wrapped    bytea,
  sealed     bytea,
  primary key (government, id),
  unique (government, counter, day, number),
  check ((outcome is null) = (ended_at is null)),
  check ((wrapped is null) = (sealed is null))
);
comment on table pendopo.visit is
  'Who came to a counter: queue number of the day, times, outcome; name and purpose sealed under a key of their own and erased after 90 days, the rest stays as figures.';
create index visit_of_day on pendopo.visit (government, day, counter, number);
create index visit_to_forget on pendopo.visit (day) where sealed is not null;
alter table pendopo.visit enable row level security;
create policy visit_of_government on pendopo.visit using (government = pendopo.current_government());
grant select, insert, update on pendopo.visit to pendopo_app;

create function pendopo.forget_held(p_now timestamptz, p_visits_before date) returns void
  language sql security definer set search_path = pendopo, pg_temp as $$
  -- The bytes of these files have no row from here on; the orphan sweep takes them.
  delete from pendopo.file f using pendopo.held_form h
    where f.government = h.government and f.draft = h.id and f.request is null and h.expires_at <= p_now;
  delete from pendopo.held_form where expires_at <= p_now;
  update pendopo.visit set wrapped = null, sealed = null where day < p_visits_before and sealed is not null;
$$;
comment on function pendopo.forget_held is
  'Removes forms of officials whose time is over, and name and purpose of visits before a day, of all governments.';
revoke all on function pendopo.forget_held from public;
grant execute on function pendopo.forget_held to pendopo_worker;
