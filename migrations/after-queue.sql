-- Run after every migration of the job queue (graphile_worker), which brings its own tables: the worker role
-- may use them, nobody else. Their row-level security has no policies, so they are given here.
grant usage on schema graphile_worker to pendopo_worker;
grant select, insert, update, delete on all tables in schema graphile_worker to pendopo_worker;
grant usage, select on all sequences in schema graphile_worker to pendopo_worker;
grant execute on all functions in schema graphile_worker to pendopo_worker;

do $$
declare
  closed regclass;
begin
  for closed in
    select c.oid
      from pg_class c
     where c.relnamespace = 'graphile_worker'::regnamespace
       and c.relrowsecurity
       and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'pendopo_worker')
  loop
    execute format('create policy pendopo_worker on %s to pendopo_worker using (true) with check (true)', closed);
  end loop;
end
$$;
