-- What does not go on without an official, withdrawals too, and since when; what goes on is always found again.

alter table pendopo.delivery add column stuck_since timestamptz;
update pendopo.delivery set stuck_since = changed_at where state = 'stopped';
-- What stood without a time was of an erased request: the next round finds it and lays it to rest.
update pendopo.delivery set next_at = changed_at
 where next_at is null and state in ('ordered', 'calling', 'doubtful', 'withdrawing');
update pendopo.delivery set next_at = null
 where state not in ('ordered', 'calling', 'doubtful', 'withdrawing');

-- A withdrawal has one worker at a time, like a delivery.
alter table pendopo.delivery drop constraint delivery_check;
alter table pendopo.delivery
  add constraint delivery_calling check (
    (state <> 'calling' or calling_until is not null)
    and (calling_until is null or state in ('calling', 'withdrawing'))),
  add constraint delivery_goes_on check (
    (next_at is not null) = (state in ('ordered', 'calling', 'doubtful', 'withdrawing'))),
  add constraint delivery_stuck check (
    (state <> 'stopped' or stuck_since is not null)
    and (stuck_since is null or state in ('stopped', 'withdrawing')));

drop index pendopo.delivery_stopped;
create index delivery_stuck on pendopo.delivery (government, stuck_since) where stuck_since is not null;
comment on column pendopo.delivery.stuck_since is
  'Since when an official is needed: a delivery that stopped, or a withdrawal that does not succeed and is tried on.';
