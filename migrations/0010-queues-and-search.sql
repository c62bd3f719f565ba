-- Queues with filters, and search that forgives: at a cost that depends on what is shown, not on how much there is.

-- What lists are narrowed by stands in the queue rows themselves, and their indexes carry it along: a page and its
-- counts are read from short stretches of an index, without a look at the requests behind them.
alter table pendopo.request_viewer
  add column step     text,
  add column channel  text not null default 'portal',
  add column taken_by uuid,
  add column returned boolean not null default false;

update pendopo.request_viewer v
   set step = r.step,
       channel = r.state ->> 'channel',
       taken_by = (r.state ->> 'takenBy')::uuid,
       returned = r.status = 'returned'
  from pendopo.request r
 where r.government = v.government and r.id = v.request;

-- Auditors and evaluators read what they oversee from the same rows as everybody else: one more row a request.
insert into pendopo.request_viewer
    (government, position, request, service, open, acts, due_at, step, channel, taken_by, returned)
  select r.government, '*', r.id, r.service, r.closed_at is null, false, coalesce(r.due_at, 'infinity'),
         r.step, r.state ->> 'channel', (r.state ->> 'takenBy')::uuid, r.status = 'returned'
    from pendopo.request r;

comment on table pendopo.request_viewer is
  'Which positions a request concerns, for queues: one short index scan a position, whatever the number of requests. '
  'Position * stands for whoever oversees. due_at is infinity while the clock stands.';

drop index pendopo.request_viewer_queue;
drop index pendopo.request_viewer_acts;
drop index pendopo.request_viewer_done;
create index request_viewer_queue on pendopo.request_viewer (government, position, due_at, request)
  include (service, step, channel, taken_by, returned) where open;
create index request_viewer_acts on pendopo.request_viewer (government, position, due_at, request)
  include (service, step, channel, taken_by, returned) where open and acts;
-- Few of many: those that wait for their applicant.
create index request_viewer_returned on pendopo.request_viewer (government, position, request)
  include (service, step, channel, taken_by) where open and returned;
create index request_viewer_done on pendopo.request_viewer (government, position, request)
  include (service, channel) where not open;
create index request_viewer_done_service on pendopo.request_viewer (government, position, service, request)
  include (channel) where not open;

-- Search ------------------------------------------------------------------------------------------------------------------

create function pendopo.spelt(p_text text) returns text
  language sql immutable parallel safe
  return regexp_replace(
    translate(
      replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
        lower(p_text),
        'oe', 'u'), 'dj', 'j'), 'tj', 'c'), 'sj', 's'), 'sy', 's'), 'sh', 's'), 'kh', 'h'), 'ch', 'h'),
        'ph', 'f'), 'th', 't'), 'dh', 'd'), 'bh', 'b'), 'gh', 'g'),
      'vyjzqoéèêëáàâäíìîïóòôöúùûüñç', 'fiiskueeeeaaaaiiiiuuuuuuuunc'),
    '([a-z])\1+', '\1', 'g');
comment on function pendopo.spelt(text) is
  'Words as they sound: Soekarno and Sukarno, Achmad and Ahmad, Yusuf and Jusuf, Muhammad and Mohamad are spelt alike.';
grant execute on function pendopo.spelt(text) to pendopo_app, pendopo_worker;

create function pendopo.search_vector(p_government text, p_text text) returns tsvector
  language sql immutable parallel safe
  return array_to_tsvector(array(
    select distinct p_government || '/' || word
      from regexp_split_to_table(pendopo.spelt(p_text), '[^a-z0-9]+') word
     where word <> ''));
comment on function pendopo.search_vector(text, text) is
  'What search finds a request by. Every word begins with its government, so that others'' words lengthen no search.';
grant execute on function pendopo.search_vector(text, text) to pendopo_app, pendopo_worker;

drop function pendopo.search_requests(text[], text[], boolean, tsquery, text, boolean, integer);
alter table pendopo.applicant drop column search;
alter table pendopo.applicant add column search tsvector not null generated always as
  (pendopo.search_vector(government, coalesce(name, '') || ' ' || coalesce(subject, '') || ' ' || coalesce(agency, ''))) stored;
create index applicant_search on pendopo.applicant using gin (search);
create index contact_hash_digits on pendopo.contact_hash (government, last_digits) where last_digits is not null;

create function pendopo.search_requests(
  p_positions text[], p_services text[], p_numbers text[], p_words text[], p_contacts bytea[], p_digits text,
  p_scope text, p_limit integer
) returns table (request uuid, due_at timestamptz, open boolean, partial boolean)
  language plpgsql stable security definer
  set search_path = pendopo, pg_temp
  -- Called with any words: what the planner would guess of them is worth less than the indexes that are there.
  set enable_seqscan = off
as $$
declare
  home constant text := pendopo.current_government();
  most constant integer := least(p_limit, 200);
  -- Up to so many hits are looked at one by one; beyond, hits are so frequent that walking the queue meets them soon.
  few constant integer := 400;
  -- So far a queue is walked: the nearest deadlines, and the newest of what has ended.
  far constant integer := 600;
  query constant tsquery := (
    select string_agg(format('''%s/%s'':*', home, word), ' & ')
      from (select distinct regexp_replace(spelt(given), '[^a-z0-9]', '', 'g') as word from unnest(p_words) given) words
     where word <> '')::tsquery;
  hits uuid[];
begin
  if home is null then
    return;
  end if;
  hits := array(
    select r.id from request r where r.government = home and r.number = any (p_numbers)
    union
    select c.request from contact_hash c
     where c.government = home and c.kind in ('nik', 'phone', 'email') and c.hash = any (p_contacts)
    union
    (select c.request from contact_hash c where c.government = home and c.last_digits = p_digits limit few)
    union
    (select a.request from applicant a where a.search @@ query and a.government = home limit few + 1));
  if cardinality(hits) <= few then
    return query
      select v.request, min(v.due_at), bool_or(v.open), false
        from unnest(hits) hit
        join request_viewer v on v.government = home and v.request = hit
       where v.position = any (p_positions)
         and (v.position <> '*' or p_services is null or v.service = any (p_services))
         and (p_scope = 'all' or v.open = (p_scope = 'open'))
       group by v.request
       order by 3 desc, 2, 1 desc
       limit most;
    return;
  end if;
  return query
    select w.request, w.due_at, w.open, true
      from (
        (select distinct on (q.due_at, q.request) q.request, q.due_at, true as open
           from unnest(p_positions) p
          cross join lateral (
            select v.request, v.due_at from request_viewer v
             where v.government = home and v.position = p and v.open
               and (p <> '*' or p_services is null or v.service = any (p_services))
             order by v.due_at, v.request limit far) q
          where p_scope <> 'ended'
          order by q.due_at, q.request limit far)
        union all
        (select distinct on (q.request) q.request, 'infinity'::timestamptz, false
           from unnest(p_positions) p
          cross join lateral (
            select v.request from request_viewer v
             where v.government = home and v.position = p and not v.open
               and (p <> '*' or p_services is null or v.service = any (p_services))
             order by v.request desc limit far) q
          where p_scope <> 'open'
          order by q.request desc limit far)) w
     where exists (select from applicant a where a.government = home and a.request = w.request and a.search @@ query)
     order by w.open desc, w.due_at, w.request desc
     limit most;
end
$$;
comment on function pendopo.search_requests is
  'Text search with the government''s and the viewer''s condition inside: row-level security switches text indexes off, so it is done here.';
grant execute on function pendopo.search_requests to pendopo_app;
