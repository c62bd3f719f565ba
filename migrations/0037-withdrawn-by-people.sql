-- What people made is withdrawn by people: nothing is tried, so there is no time at which it is tried next. Before, a job looked at it
-- every hour and counted a failed try.

alter table pendopo.delivery
  drop constraint delivery_goes_on,
  add constraint delivery_goes_on check (
    case
      when state in ('ordered', 'calling', 'doubtful') then next_at is not null
      when state = 'withdrawing' then next_at is not null or stuck_since is not null
      else next_at is null
    end);
