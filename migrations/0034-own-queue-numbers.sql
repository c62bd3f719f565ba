-- Visitors who take their queue number themselves, where a counter lets them.

create table pendopo.self_service (
  government text not null,
  counter    text not null check (length(counter) <= 100),
  salt       uuid not null,
  since      timestamptz not null,
  opened_by  uuid not null,
  primary key (government, counter)
);
comment on table pendopo.self_service is
  'Counters at which visitors take queue numbers themselves. The code of the day and the addresses of screen and kiosk are derived from the salt with the master key: a new salt ends them all.';
alter table pendopo.self_service enable row level security;
create policy self_service_of_government on pendopo.self_service using (government = pendopo.current_government());
grant select, insert, update, delete on pendopo.self_service to pendopo_app;

alter table pendopo.visit alter column drawn_by drop not null;
comment on column pendopo.visit.drawn_by is
  'The officer who drew the number; null when the visitor took it: of whoever takes one nothing is asked and nothing kept.';
