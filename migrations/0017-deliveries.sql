-- Products that the program delivers itself: what was ordered, how far it is, and through what each government delivers.

create table pendopo.delivery (
  government    text not null,
  id            uuid not null,
  request       uuid not null,
  number        text not null,
  name          text not null,
  kind          text not null,
  connector     text not null,
  state         text not null check (state in
    ('ordered', 'calling', 'doubtful', 'stopped', 'delivered', 'by-hand', 'cancelled', 'withdrawing', 'withdrawn')),
  doubt         boolean not null default false,
  plan          uuid not null,
  evidence      uuid,
  sealed_secret bytea,
  attempts      integer not null default 0 check (attempts >= 0),
  calling_until timestamptz,
  next_at       timestamptz,
  cause_code    text,
  cause         jsonb,
  ends_on       date,
  ordered_at    timestamptz not null,
  changed_at    timestamptz not null,
  primary key (government, id),
  foreign key (government, request) references pendopo.request (government, id),
  check ((state = 'calling') = (calling_until is not null)),
  check (state <> 'stopped' or cause_code is not null)
);
comment on table pendopo.delivery is
  'One product of one request that the program delivers: the intent is written before any counterpart is called. "plan" and "evidence" are sealed values of the request, "sealed_secret" a first secret that nobody may open before the product is there. "doubt": a call may have done its work and nobody knows yet. "cause" says to officials why it is not done: no secret, nothing personal.';
create index delivery_by_request on pendopo.delivery (government, request);
create index delivery_waiting on pendopo.delivery (government, next_at) where next_at is not null;
create index delivery_stopped on pendopo.delivery (government, changed_at) where state = 'stopped';
create index delivery_ending on pendopo.delivery (government, ends_on) where ends_on is not null and state in ('delivered', 'by-hand');
alter table pendopo.delivery enable row level security;
create policy delivery_of_government on pendopo.delivery using (government = pendopo.current_government());
grant select, insert, update on pendopo.delivery to pendopo_app, pendopo_worker;

create table pendopo.connector (
  government  text not null,
  kind        text not null,
  connector   text not null,
  settings    jsonb not null,
  own         jsonb not null,
  sealed      bytea,
  changed_at  timestamptz not null,
  changed_by  text not null,
  tested_at   timestamptz,
  test_passed boolean,
  test_words  jsonb,
  primary key (government, kind),
  check ((tested_at is null) = (test_passed is null))
);
comment on table pendopo.connector is
  'How a government delivers a kind of product: "settings" are facts of the kind (its mail domain), "own" those of the connector, "sealed" its passwords and keys under the master key. No row: the embedded connector with the facts of the published government. The connector "by-hand" delivers nothing.';
alter table pendopo.connector enable row level security;
create policy connector_of_government on pendopo.connector using (government = pendopo.current_government());
grant select, insert, update on pendopo.connector to pendopo_app;
grant select on pendopo.connector to pendopo_worker;
