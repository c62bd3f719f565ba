-- A bucket gives several tokens at once (megabytes), keeps a reserve for others who share it, and is looked into without
-- taking. Before, it gave one at a time, whatever was asked for.

create function pendopo.take_tokens(
  p_name text, p_capacity double precision, p_per_second double precision, p_cost double precision, p_leaving double precision
) returns double precision
  language plpgsql security definer set search_path = pendopo, pg_temp
as $$
declare
  held double precision;
  missing double precision;
begin
  if p_cost > 0 then
    insert into bucket (name, tokens, at, granted) values (p_name, p_capacity, clock_timestamp(), true) on conflict do nothing;
    perform from bucket where name = p_name for update;
  end if;
  select least(p_capacity, tokens + greatest(extract(epoch from clock_timestamp() - at), 0) * p_per_second) into held
    from bucket where name = p_name;
  missing := greatest(greatest(p_cost, 1) + p_leaving - coalesce(held, p_capacity), 0);
  if p_cost > 0 then
    update bucket set tokens = held - case when missing = 0 then p_cost else 0 end, at = clock_timestamp(), granted = missing = 0
     where name = p_name;
  end if;
  return missing;
end
$$;
comment on function pendopo.take_tokens is
  'Takes tokens from a bucket that refills by the second, if so many remain in it; gives how many are missing, 0 when taken. A cost of 0 looks whether one would be given.';
revoke all on function pendopo.take_tokens from public;
grant execute on function pendopo.take_tokens to pendopo_app;

drop function pendopo.take_token;
