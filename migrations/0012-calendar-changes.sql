-- A calendar that changes: why it did, the draft of the next one, and which deadlines it moved.

create table pendopo.calendar_change (
  government  text not null,
  n           integer not null check (n > 0),
  decree      text check (decree <> '' and length(decree) <= 300),
  confirmed   boolean not null,
  reason      text check (reason <> '' and length(reason) <= 500),
  official    uuid,
  at          timestamptz not null,
  total       integer check (total >= 0),
  moved       integer check (moved >= 0),
  finished_at timestamptz,
  primary key (government, n),
  foreign key (government, official) references pendopo.official (government, id)
);
comment on table pendopo.calendar_change is
  'What version n of a working calendar rests on, who published it, and how far the re-computation of running requests has come: total at its beginning, moved and finished_at at its end. Not there for a version whose re-computation has not begun and that came from files.';
alter table pendopo.calendar_change enable row level security;
create policy calendar_change_of_government on pendopo.calendar_change using (government = pendopo.current_government());
grant select, insert on pendopo.calendar_change to pendopo_app;
grant select, insert, update on pendopo.calendar_change to pendopo_worker;

create table pendopo.calendar_draft (
  government text not null,
  official   uuid not null,
  base       integer not null check (base > 0),
  text       text not null check (length(text) <= 1000000),
  updated_at timestamptz not null,
  primary key (government, official),
  foreign key (government, official) references pendopo.official (government, id)
);
comment on table pendopo.calendar_draft is
  'The next working calendar as an administrator is writing it, on top of version "base"; gone once published or dropped.';
alter table pendopo.calendar_draft enable row level security;
create policy calendar_draft_of_government on pendopo.calendar_draft using (government = pendopo.current_government());
grant select, insert, update, delete on pendopo.calendar_draft to pendopo_app;

create table pendopo.calendar_move (
  government text not null,
  n          integer not null,
  request    uuid not null,
  due_was    timestamptz,
  due_is     timestamptz,
  primary key (government, n, request),
  foreign key (government, n) references pendopo.calendar_change (government, n),
  foreign key (government, request) references pendopo.request (government, id)
);
comment on table pendopo.calendar_move is
  'Deadlines that version n of the calendar moved, for the page about it and for telling officials. The journal is the record; this is its list.';
alter table pendopo.calendar_move enable row level security;
create policy calendar_move_of_government on pendopo.calendar_move using (government = pendopo.current_government());
grant select on pendopo.calendar_move to pendopo_app;
grant select, insert on pendopo.calendar_move to pendopo_worker;

-- Running requests that an older calendar was used for: none, mostly, and found without looking at the others.
create index request_running on pendopo.request (government, calendar_version, id) where closed_at is null;
