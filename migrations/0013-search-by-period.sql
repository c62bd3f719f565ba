-- Search whose cost does not grow with the years: words are kept by the time at which a request came, and looked for from
-- the newest time to the oldest, until enough is found.

create function pendopo.search_period(p_request uuid) returns text
  language sql immutable parallel safe
  return left(p_request::text, 4);
comment on function pendopo.search_period(uuid) is
  'The period of about 50 days (2^32 ms) in which a request came: what its id (UUIDv7) begins with. Periods stand in order as texts.';
grant execute on function pendopo.search_period(uuid) to pendopo_app, pendopo_worker;

create function pendopo.search_vector(p_government text, p_request uuid, p_text text) returns tsvector
  language sql immutable parallel safe
  return array_to_tsvector(array(
    select distinct p_government || '/' || pendopo.search_period(p_request) || '/' || word
      from regexp_split_to_table(pendopo.spelt(p_text), '[^a-z0-9]+') word
     where word <> ''));
comment on function pendopo.search_vector(text, uuid, text) is
  'What search finds a request by. Every word begins with its government and period, so that others'' words lengthen no search.';
grant execute on function pendopo.search_vector(text, uuid, text) to pendopo_app, pendopo_worker;

alter table pendopo.applicant drop column search;
alter table pendopo.applicant add column search tsvector not null generated always as
  (pendopo.search_vector(government, request,
     coalesce(name, '') || ' ' || coalesce(subject, '') || ' ' || coalesce(agency, ''))) stored;
create index applicant_search on pendopo.applicant using gin (search);
drop function pendopo.search_vector(text, text);

-- What lists and search ask of a request's queue rows is answered by the index alone.
drop index pendopo.request_viewer_by_request;
create index request_viewer_by_request on pendopo.request_viewer (government, request, position)
  include (service, open, acts, due_at);

drop function pendopo.search_requests(text[], text[], text[], text[], bytea[], text, text, integer);
create function pendopo.search_requests(
  p_positions text[], p_services text[], p_numbers text[], p_words text[], p_contacts bytea[], p_digits text,
  p_scope text, p_limit integer, p_beginnings boolean default false
) returns table (request uuid, due_at timestamptz, open boolean, partial boolean)
  language plpgsql stable security definer
  set search_path = pendopo, pg_temp
  -- Called with any words: what the planner would guess of them is worth less than the indexes that are there.
  set enable_seqscan = off
  set plan_cache_mode = force_generic_plan
as $$
declare
  home constant text := pendopo.current_government();
  most constant integer := least(p_limit, 200);
  -- Up to so many hits are looked at one by one. Beyond, the newest are, and those with the nearest deadlines and the
  -- newest ends among the viewer's own.
  few constant integer := 300;
  far constant integer := 100;
  words constant text[] := array(
    select distinct word
      from (select regexp_replace(spelt(given), '[^a-z0-9]', '', 'g') as word from unnest(p_words) given) spelt_words
     where word <> '');
  known uuid[];
  hits uuid[];
  ending text;
  -- All of the words, with '#' where the period comes.
  pattern text;
  period text;
  before uuid;
begin
  if home is null then
    return;
  end if;
  known := array(
    select r.id from request r where r.government = home and r.number = any (p_numbers)
    union
    select c.request from contact_hash c
     where c.government = home and c.kind in ('nik', 'phone', 'email') and c.hash = any (p_contacts)
    union
    (select c.request from contact_hash c where c.government = home and c.last_digits = p_digits limit few));
  -- Whole words; where there are none, words that begin so.
  foreach ending in array case when p_beginnings then '{:*}' else '{"",:*}'::text[] end loop
    hits := known;
    pattern := (select string_agg(format('''%s/#/%s''%s', home, word, ending), ' & ') from unnest(words) word);
    before := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
    while words <> '{}' and cardinality(hits) <= few loop
      select search_period(r.id) into period
        from request r where r.government = home and r.id < before order by r.id desc limit 1;
      exit when not found;
      before := (period || '0000-0000-0000-0000-000000000000')::uuid;
      hits := hits || array(
        -- Found first and put in order then: in that order the index of words could not be used.
        select found.request
          from (select a.request from applicant a
                 where a.search @@ replace(pattern, '#', period)::tsquery and a.government = home offset 0) found
         order by found.request desc limit few + 1 - cardinality(hits));
    end loop;
    if cardinality(hits) > few then
      hits := hits || array(
        with near as materialized (
          (select distinct on (q.due_at, q.request) q.request
             from unnest(p_positions) p
            cross join lateral (
              select v.request, v.due_at from request_viewer v
               where v.government = home and v.position = p and v.open
                 and (p <> '*' or p_services is null or v.service = any (p_services))
               order by v.due_at, v.request limit far) q
            where p_scope <> 'ended'
            order by q.due_at, q.request limit far)
          union all
          (select distinct on (q.request) q.request
             from unnest(p_positions) p
            cross join lateral (
              select v.request from request_viewer v
               where v.government = home and v.position = p and not v.open
                 and (p <> '*' or p_services is null or v.service = any (p_services))
               order by v.request desc limit far) q
            where p_scope <> 'open'
            order by q.request desc limit far)),
        asked as materialized (
          select came.period, replace(pattern, '#', came.period)::tsquery as query
            from (select distinct search_period(near.request) as period from near) came)
        select near.request
          from near
          join asked on asked.period = search_period(near.request)
         where exists (
           select from applicant a
            where a.government = home and a.request = near.request and a.search @@ asked.query));
    end if;
    return query
      select v.request, min(v.due_at), bool_or(v.open), cardinality(hits) > few
        from (select distinct hit from unnest(hits) hit) found
        join request_viewer v on v.government = home and v.request = found.hit
       where v.position = any (p_positions)
         and (v.position <> '*' or p_services is null or v.service = any (p_services))
         and (p_scope = 'all' or v.open = (p_scope = 'open'))
       group by v.request
       order by 3 desc, 2, 1 desc
       limit most;
    exit when found or words = '{}';
  end loop;
end
$$;
comment on function pendopo.search_requests is
  'Text search with the government''s and the viewer''s condition inside: row-level security switches text indexes off, so it is done here.';
revoke all on function pendopo.search_requests from public;
grant execute on function pendopo.search_requests to pendopo_app;
