-- A request that a new calendar cannot be computed for stops nobody else's; and what was found late is told as well.

create table pendopo.calendar_aside (
  government text not null,
  n          integer not null,
  request    uuid not null,
  version    integer not null check (version > 0),
  reason     text not null check (reason <> ''),
  at         timestamptz not null,
  primary key (government, n, request),
  foreign key (government, n) references pendopo.calendar_change (government, n),
  foreign key (government, request) references pendopo.request (government, id)
);
comment on table pendopo.calendar_aside is
  'Running requests whose deadline version n of the calendar did not give, and why (a code, nothing of a person). They keep the calendar they stood on until something is done on them (version: of the request when it was tried) or another calendar comes.';
alter table pendopo.calendar_aside enable row level security;
create policy calendar_aside_of_government on pendopo.calendar_aside using (government = pendopo.current_government());
grant select on pendopo.calendar_aside to pendopo_app;
grant select, insert, update on pendopo.calendar_aside to pendopo_worker;

-- Requests submitted by a process that had not heard of the calendar yet are found when the others are done. Their moves
-- are a round of their own, so that whoever has the work is told of these and not of all once more.
alter table pendopo.calendar_change add column rounds integer not null default 1 check (rounds > 0);
alter table pendopo.calendar_move add column round integer not null default 1 check (round > 0);
