-- The ground of the database: who may act in it, whose rows a transaction sees, and how jobs are put in the queue.

-- Two roles that nobody logs in as. The logins of DATABASE_URL and DATABASE_WORKER_URL become members and act
-- as them, so neither can change a table's shape, and row-level security binds both.
do $$
declare
  name text;
begin
  foreach name in array array['pendopo_app', 'pendopo_worker'] loop
    begin
      if not exists (select from pg_roles where rolname = name) then
        execute format('create role %I nologin nosuperuser nobypassrls nocreatedb nocreaterole', name);
      end if;
    exception
      -- Roles belong to the whole server: another database of it may be migrated at this moment.
      when duplicate_object or unique_violation then null;
      when insufficient_privilege then
        raise insufficient_privilege using
          message = format('the owner may not create the role %I', name),
          hint = format('As a superuser: CREATE ROLE %I NOLOGIN; GRANT %I TO <login of the portal>;', name, name);
    end;
  end loop;
end
$$;

-- Everything of ours stands in one schema; the one PostgreSQL gives to all is closed.
create schema if not exists pendopo;
comment on schema pendopo is 'All tables and functions of Pendopo.';
grant usage on schema pendopo to pendopo_app, pendopo_worker;
revoke all on schema public from public;

-- A temporary table could stand before a real one of the same name inside a function.
do $$
begin
  execute format('revoke temporary on database %I from public', current_database());
end
$$;

-- Functions are closed until granted; PostgreSQL's default would let everybody run a definer function.
alter default privileges revoke execute on functions from public;

create function pendopo.current_government() returns text
  language sql stable parallel safe
  return nullif(current_setting('pendopo.government', true), '');
comment on function pendopo.current_government() is
  'The government this transaction is bound to; null in a transaction without one, which then sees no row.';
grant execute on function pendopo.current_government() to pendopo_app, pendopo_worker;

create function pendopo.current_viewer() returns text
  language sql stable parallel safe
  return nullif(current_setting('pendopo.viewer', true), '');
comment on function pendopo.current_viewer() is 'Id of the person for whom this transaction reads; null when none was named.';
grant execute on function pendopo.current_viewer() to pendopo_app, pendopo_worker;

-- Jobs. The queue's own tables (schema graphile_worker) are closed to the portal; these functions are the door.

create function pendopo.assert_government(government text) returns void
  language plpgsql stable
as $$
begin
  if government is distinct from pendopo.current_government() then
    raise insufficient_privilege using message = 'this transaction is bound to another government';
  end if;
end
$$;
comment on function pendopo.assert_government(text) is
  'Refuses when the transaction is not bound to this government; definer functions call it before anything else.';

create function pendopo.enqueue(
  task text, government text, payload jsonb, run_at timestamptz default now(), job_key text default null
) returns void
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform pendopo.assert_government(government);
  perform graphile_worker.add_job(
    task,
    json_build_object('government', government, 'payload', payload),
    run_at => enqueue.run_at,
    -- The same key of two governments is two jobs.
    job_key => coalesce(government, '') || '/' || enqueue.job_key
  );
end
$$;
comment on function pendopo.enqueue(text, text, jsonb, timestamptz, text) is
  'Puts a job in the queue within the transaction. A waiting job with the same key is replaced.';
grant execute on function pendopo.enqueue(text, text, jsonb, timestamptz, text) to pendopo_app, pendopo_worker;

create function pendopo.failed_jobs(government text)
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
           split_part(job.last_error, E'\n', 1)
      from graphile_worker._private_jobs job
      join graphile_worker._private_tasks task on task.id = job.task_id
     where job.last_error is not null
       and job.payload ->> 'government' is not distinct from failed_jobs.government
     order by job.created_at, job.id
     limit 500;
end
$$;
comment on function pendopo.failed_jobs(text) is
  'Jobs that failed at least once and are not done; next_attempt is null when no further attempt will be made.';
grant execute on function pendopo.failed_jobs(text) to pendopo_app;

create function pendopo.retry_job(government text, id bigint) returns boolean
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform pendopo.assert_government(government);
  update graphile_worker._private_jobs job
     set attempts = 0, run_at = now(), updated_at = now()
   where job.id = retry_job.id
     and job.payload ->> 'government' is not distinct from retry_job.government
     and job.last_error is not null
     and job.locked_at is null;
  return found;
end
$$;
comment on function pendopo.retry_job(text, bigint) is
  'Makes a failed job run now, with all its attempts again; false when there is no such job or it is running.';
grant execute on function pendopo.retry_job(text, bigint) to pendopo_app;
