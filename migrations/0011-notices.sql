-- The clock at work: when a step falls due, when somebody is to be reminded next, and who has been.

alter table pendopo.request
  add column step_due_at    timestamptz,
  add column next_notice_at timestamptz;

-- One index finds all that is due in a minute; only what still runs is in it.
create index request_next_notice on pendopo.request (government, next_notice_at) where next_notice_at is not null;

-- What ran before this table was there is reckoned by the first round.
update pendopo.request set next_notice_at = now()
 where closed_at is null and status = 'in-progress' and due_at is not null;

create table pendopo.notice (
  government text not null,
  request    uuid not null,
  rule       text not null,
  due_at     timestamptz not null,
  position   text not null,
  -- Who held the position on that day; null where nobody did.
  official   uuid,
  at         timestamptz not null,
  primary key (government, request, rule, due_at, position)
);
comment on table pendopo.notice is
  'Reminders and escalations that went out: under which rule, about which deadline, to whom. The key is what keeps one from going out twice; a deadline that moves is reminded of anew.';
alter table pendopo.notice enable row level security;
create policy notice_of_government on pendopo.notice using (government = pendopo.current_government());
grant select, insert on pendopo.notice to pendopo_app, pendopo_worker;
