-- What the administrator does: confirming what was assumed, giving up a job that cannot succeed, seeing what waits.

create table pendopo.confirmation (
  government text not null,
  id         uuid not null,
  kind       text not null check (kind in ('government', 'organisation', 'calendar', 'service')),
  name       text not null,
  at_path    text not null,
  sha256     bytea not null check (length(sha256) = 32),
  verdict    text not null check (verdict in ('confirmed', 'reopened')),
  basis      text not null check (basis <> '' and length(basis) <= 500),
  official   uuid not null,
  judged_at  timestamptz not null,
  primary key (government, id),
  foreign key (government, official) references pendopo.official (government, id)
);
comment on table pendopo.confirmation is
  'Who compared an assumption of a definition with its source, when, and by what. Append-only; the newest verdict on a text counts. The hash is of the assumption''s words: once they change, it is to be confirmed anew.';
create index confirmation_by_text on pendopo.confirmation (government, kind, name, sha256);
alter table pendopo.confirmation enable row level security;
create policy confirmation_of_government on pendopo.confirmation using (government = pendopo.current_government());
grant select, insert on pendopo.confirmation to pendopo_app;

create index access_log_by_time on pendopo.access_log (government, at desc, id desc);

create function pendopo.give_up_job(government text, id bigint) returns jsonb
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  given jsonb;
begin
  perform pendopo.assert_government(government);
  delete from graphile_worker._private_jobs job
   using graphile_worker._private_tasks task
   where task.id = job.task_id
     and job.id = give_up_job.id
     and job.payload ->> 'government' is not distinct from give_up_job.government
     and job.last_error is not null
     and job.locked_at is null
  returning jsonb_build_object('task', task.identifier, 'payload', job.payload -> 'payload') into given;
  return given;
end
$$;
comment on function pendopo.give_up_job(text, bigint) is
  'Takes a failed job out of the queue for good and tells what it was; null when there is no such job or it is running.';
grant execute on function pendopo.give_up_job(text, bigint) to pendopo_app;

create function pendopo.job_backlog(government text, at timestamptz) returns table (waiting bigint, oldest timestamptz)
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform pendopo.assert_government(government);
  return query
    select count(*), min(job.run_at)
      from graphile_worker._private_jobs job
     where job.run_at <= job_backlog.at
       and job.last_error is null
       and job.locked_at is null
       and job.payload ->> 'government' is not distinct from job_backlog.government;
end
$$;
comment on function pendopo.job_backlog(text, timestamptz) is
  'Jobs of a government that should have begun by now and have not; failed ones are told by failed_jobs.';
grant execute on function pendopo.job_backlog(text, timestamptz) to pendopo_app;

create function pendopo.withdraw_holding(p_id uuid, p_today date) returns boolean
  language plpgsql security definer set search_path = pendopo, pg_temp as $$
begin
  delete from pendopo.holding
    where government = pendopo.current_government() and id = p_id and from_date > p_today;
  return found;
end $$;
comment on function pendopo.withdraw_holding is
  'Takes back a holding that has not begun: nothing was decided under it. One that has begun is only ever ended.';
revoke all on function pendopo.withdraw_holding from public;
grant execute on function pendopo.withdraw_holding to pendopo_app;

-- A letter whose job was given up is marked as not delivered.
grant update (status) on pendopo.message to pendopo_app;
