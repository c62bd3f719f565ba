-- What has done its work is forgotten: otherwise every name that somebody tried would stay as a row.

create function pendopo.forget_spent(p_now timestamptz) returns void
  language sql security definer set search_path = pendopo, pg_temp as $$
  -- No bucket takes longer than an hour to be full again, and a full bucket is as good as none.
  delete from pendopo.bucket where at < clock_timestamp() - interval '1 day';
  delete from pendopo.session where expires_at < p_now;
$$;
comment on function pendopo.forget_spent is 'Removes token buckets long full again and sessions that are over, of all governments.';
revoke all on function pendopo.forget_spent from public;
grant execute on function pendopo.forget_spent to pendopo_worker;
