-- Which master key the data is sealed under: a start with another key is noticed before anything is written.

create table pendopo.installation (
  single      boolean primary key default true check (single),
  fingerprint text not null
);
comment on table pendopo.installation is 'One row: names the master key of this database without telling it.';

create function pendopo.claim_key(p_fingerprint text) returns boolean
  language plpgsql security definer set search_path = pendopo, pg_temp as $$
begin
  insert into pendopo.installation (fingerprint) values (p_fingerprint) on conflict do nothing;
  return exists (select from pendopo.installation where fingerprint = p_fingerprint);
end $$;
comment on function pendopo.claim_key is 'True when this master key is the database''s own, which the first one to ask becomes.';
grant execute on function pendopo.claim_key to pendopo_app, pendopo_worker;
