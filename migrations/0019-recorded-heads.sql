-- What checkpoints have recorded of each chain last. It follows from the checkpoints and is compared with them by `journal
-- verify`; it stands here so that an hourly checkpoint finds what has moved without reading all checkpoints and all requests.

create table pendopo.recorded_head (
  government text not null,
  -- No reference: a request that vanished must still be missed.
  request    uuid not null,
  version    integer not null,
  hash       bytea not null,
  primary key (government, request)
);
comment on table pendopo.recorded_head is 'The head of each journal as the last checkpoint that named it has it; follows from the checkpoints.';
alter table pendopo.recorded_head enable row level security;
create policy recorded_head_of_government on pendopo.recorded_head using (government = pendopo.current_government());
grant select, insert, update on pendopo.recorded_head to pendopo_worker;
grant select on pendopo.recorded_head to pendopo_app;

-- What was tampered with is left out: `journal verify` tells of it, and an upgrade must not fail on it.
insert into pendopo.recorded_head (government, request, version, hash)
select distinct on (c.government, head.request)
       c.government, head.request::uuid, head.version::integer, decode(head.hash, 'hex')
  from pendopo.checkpoint c,
       jsonb_to_recordset(case jsonb_typeof(c.body -> 'heads') when 'array' then c.body -> 'heads' else '[]' end)
         as head(request text, version text, hash text)
 where head.request ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
   and head.version ~ '^[0-9]{1,9}$'
   and head.hash ~ '^[0-9a-f]{64}$'
 order by c.government, head.request, c.n desc;
