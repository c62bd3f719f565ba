-- Of what runs out (the space of a hosting server) no more is promised than there is.

alter table pendopo.delivery add column takes numeric(12, 3) check (takes >= 0);
comment on column pendopo.delivery.takes is
  'How much of what the kind shares out this delivery was promised, in the unit of the kind (hosting: gigabytes); null where nothing runs out. It counts from the order until the product is given back or the order is taken back. Orders add up one after the other, under an advisory lock of government and kind.';
create index delivery_taking on pendopo.delivery (government, kind)
  where state not in ('cancelled', 'withdrawn');
