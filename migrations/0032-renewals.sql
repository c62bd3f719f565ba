-- Which request was begun to renew the product of which: once it is delivered, the old one's end concerns nobody.

create table pendopo.request_renewal (
  government text not null,
  -- The new request, from its form on: a draft becomes the request it is sent as.
  request    uuid not null,
  renews     uuid not null,
  primary key (government, request, renews),
  foreign key (government, renews) references pendopo.request (government, id),
  check (request <> renews)
);
comment on table pendopo.request_renewal is
  'Requests begun with "Ajukan lagi", and every request before them: whatever it renews, it renews what that one renewed too. "request" is its draft until it is sent, so it has no foreign key; the row of a draft that is never sent goes with it. Ids only, nothing personal.';
create index request_renewal_of on pendopo.request_renewal (government, renews);
alter table pendopo.request_renewal enable row level security;
create policy request_renewal_of_government on pendopo.request_renewal using (government = pendopo.current_government());
grant select, insert on pendopo.request_renewal to pendopo_app;
grant select, delete on pendopo.request_renewal to pendopo_worker;
