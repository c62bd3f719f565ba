-- What only people finish. What they made is withdrawn by them: nothing is tried, so there is no time at which it is tried next. Before, a job looked at it
-- every hour and counted a failed try.

alter table pendopo.delivery
  drop constraint delivery_goes_on,
  add constraint delivery_goes_on check (
    case
      when state in ('ordered', 'calling', 'doubtful') then next_at is not null
      when state = 'withdrawing' then next_at is not null or stuck_since is not null
      else next_at is null
    end);

-- A letter that is found wrong after its request was erased is declared void without a reason: no words are kept of it any more.
alter table pendopo.letter
  drop constraint letter_check3,
  add constraint letter_void check (
    (state = 'void') = (voided_at is not null) and (state = 'void' or reason is null));
