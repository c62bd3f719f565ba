-- Of what runs out (the space of a hosting server) no more is promised than there is.

alter table pendopo.delivery add column takes numeric(12, 3) check (takes >= 0);
comment on column pendopo.delivery.takes is
  'How much of what the connector has to share out this delivery was promised, in the connector''s unit (hosting: gigabytes); null where nothing runs out. It counts from the order until the product is given back or the order is taken back. Orders add up under the lock of the row in "connector".';
create index delivery_taking on pendopo.delivery (government, kind, connector)
  where takes is not null and state not in ('cancelled', 'withdrawn');
