-- Whoever waits for a job may ask how it stands; a job whose worker was killed at its last attempt is a failed one too.

create function pendopo.job_standing(government text, job_key text)
  returns table (attempts int, running boolean, next_attempt timestamptz)
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform pendopo.assert_government(government);
  return query
    select job.attempts::int, job.locked_at is not null,
           case when job.attempts < job.max_attempts then job.run_at end
      from graphile_worker._private_jobs job
     where job.key = coalesce(job_standing.government, '') || '/' || job_standing.job_key
       and job.payload ->> 'government' is not distinct from job_standing.government;
end
$$;
comment on function pendopo.job_standing(text, text) is
  'The job of that key, as given to enqueue: how often it was begun, whether it runs now, and when it is tried next (null: never again). No row: there is none.';
revoke all on function pendopo.job_standing(text, text) from public;
grant execute on function pendopo.job_standing(text, text) to pendopo_app;

create or replace function pendopo.failed_jobs(government text)
  returns table (
    id bigint, task text, job_key text, attempts int, max_attempts int,
    next_attempt timestamptz, created timestamptz, reason text
  )
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform pendopo.assert_government(government);
  return query
    select job.id, task.identifier, split_part(job.key, '/', 2), job.attempts::int, job.max_attempts::int,
           case when job.attempts < job.max_attempts then job.run_at end,
           job.created_at,
           coalesce(split_part(job.last_error, E'\n', 1), 'its worker was killed at the last attempt')
      from graphile_worker._private_jobs job
      join graphile_worker._private_tasks task on task.id = job.task_id
     where (job.last_error is not null or (job.attempts >= job.max_attempts and job.locked_at is null))
       and job.payload ->> 'government' is not distinct from failed_jobs.government
     order by job.created_at, job.id
     limit 500;
end
$$;

create or replace function pendopo.retry_job(government text, id bigint) returns boolean
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform pendopo.assert_government(government);
  update graphile_worker._private_jobs job
     set attempts = 0, run_at = now(), updated_at = now()
   where job.id = retry_job.id
     and job.payload ->> 'government' is not distinct from retry_job.government
     and (job.last_error is not null or job.attempts >= job.max_attempts)
     and job.locked_at is null;
  return found;
end
$$;

create or replace function pendopo.give_up_job(government text, id bigint) returns jsonb
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
     and (job.last_error is not null or job.attempts >= job.max_attempts)
     and job.locked_at is null
  returning jsonb_build_object('task', task.identifier, 'payload', job.payload -> 'payload') into given;
  return given;
end
$$;

create or replace function pendopo.job_backlog(government text, at timestamptz)
  returns table (waiting bigint, oldest timestamptz)
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
       and job.attempts < job.max_attempts
       and job.locked_at is null
       and job.payload ->> 'government' is not distinct from job_backlog.government;
end
$$;
