-- A search looks at twice as many requests as its page can show, and of the viewer's own queue at a page of it. Before, it
-- looked at three hundred and twice a hundred, whatever was asked for, and read all that a frequent word has in 50 days.

create function pendopo.search_among(p_government text, p_requests uuid[], p_pattern text) returns uuid[]
  language plpgsql stable
as $$
begin
  return array(
    with asked as materialized (
      select came.period, replace(p_pattern, '#', came.period)::tsquery as query
        from (select distinct search_period(given.request) as period from unnest(p_requests) given (request)) came)
    select given.request
      from unnest(p_requests) given (request)
      join asked on asked.period = search_period(given.request)
      join applicant a on a.government = p_government and a.request = given.request
     where a.search @@ asked.query);
end
$$;
comment on function pendopo.search_among(text, uuid[], text) is
  'Those of some requests that a pattern finds. Knows no viewer: for search_requests only.';
revoke all on function pendopo.search_among(text, uuid[], text) from public;

create function pendopo.search_latest(p_government text, p_pattern text, p_periods text[], p_most integer) returns uuid[]
  language plpgsql stable
as $$
declare
  -- So many of the newest requests: a word that one in twenty of them has fills a page and its double.
  latest constant integer := 2000;
  since constant uuid := (
    select r.id from request r where r.government = p_government order by r.id desc offset latest limit 1);
begin
  return array(
    select newest.request
      from unnest(p_periods) came (period)
     cross join lateral (
       -- Both indexes together say which rows there are to read; "between", since of one bound alone nothing is expected.
       select found.request
         from (select a.request from applicant a
                where a.government = p_government
                  and a.search @@ replace(p_pattern, '#', came.period)::tsquery
                  and a.request between since and 'ffffffff-ffff-ffff-ffff-ffffffffffff' offset 0) found
        order by found.request desc limit p_most) newest
     where came.period >= search_period(since)
     limit p_most);
end
$$;
comment on function pendopo.search_latest(text, text, text[], integer) is
  'As search_hits, among the newest requests alone; finds nothing where there are no more than these.';
revoke all on function pendopo.search_latest(text, text, text[], integer) from public;

create or replace function pendopo.search_hits(p_government text, p_pattern text, p_periods text[], p_most integer) returns uuid[]
  language plpgsql stable
as $$
begin
  return array(
    select newest.request
      from unnest(p_periods) came (period)
     cross join lateral (
       -- Found first and put in order then: in that order the index of words could not be used.
       select found.request
         from (select a.request from applicant a
                where a.government = p_government
                  and a.search @@ replace(p_pattern, '#', came.period)::tsquery offset 0) found
        order by found.request desc limit p_most) newest
     limit p_most);
end
$$;

create function pendopo.search_nearest(p_government text, p_positions text[], p_services text[], p_most integer) returns uuid[]
  language plpgsql stable
as $$
begin
  return array(
    select distinct on (near.due_at, near.request) near.request
      from unnest(p_positions) p
     cross join lateral (
       select v.request, v.due_at from request_viewer v
        where v.government = p_government and v.position = p and v.open
          and (p <> '*' or p_services is null or v.service = any (p_services))
        order by v.due_at, v.request limit p_most) near
     order by near.due_at, near.request limit p_most);
end
$$;
comment on function pendopo.search_nearest(text, text[], text[], integer) is
  'Open requests of some positions, those with the nearest deadlines. For search_requests only.';
revoke all on function pendopo.search_nearest(text, text[], text[], integer) from public;

create function pendopo.search_ended(p_government text, p_positions text[], p_services text[], p_most integer) returns uuid[]
  language plpgsql stable
as $$
begin
  return array(
    select distinct on (ended.request) ended.request
      from unnest(p_positions) p
     cross join lateral (
       select v.request from request_viewer v
        where v.government = p_government and v.position = p and not v.open
          and (p <> '*' or p_services is null or v.service = any (p_services))
        order by v.request desc limit p_most) ended
     order by ended.request desc limit p_most);
end
$$;
comment on function pendopo.search_ended(text, text[], text[], integer) is
  'Requests of some positions that have ended, the newest. For search_requests only.';
revoke all on function pendopo.search_ended(text, text[], text[], integer) from public;

create or replace function pendopo.search_requests(
  p_positions text[], p_services text[], p_numbers text[], p_words text[], p_contacts bytea[], p_digits text,
  p_scope text, p_limit integer, p_beginnings boolean default false
) returns table (request uuid, due_at timestamptz, open boolean, partial boolean)
  language plpgsql stable security definer
  -- A search gives at most a page; see 0028.
  rows 20
  set search_path = pendopo, pg_temp
  -- Called with any words: what the planner would guess of them is worth less than the indexes that are there.
  set enable_seqscan = off
  set plan_cache_mode = force_generic_plan
as $$
declare
  home constant text := pendopo.current_government();
  most constant integer := least(p_limit, 200);
  -- Up to so many hits are looked at one by one. Beyond, the newest are, and those with the nearest deadlines and, while the
  -- page is not full, the newest ends among the viewer's own.
  few constant integer := least(greatest(2 * most, 100), 300);
  near constant integer := least(greatest(most, 50), 100);
  far constant integer := 200;
  words constant text[] := array(
    select spelt_words.word
      from (select regexp_replace(spelt(given.word), '[^a-z0-9]', '', 'g') as word, max(given.place) as place
              from unnest(p_words) with ordinality given (word, place) group by 1) spelt_words
     where spelt_words.word <> '' order by spelt_words.place);
  -- Words as they are; then the last, which may not be finished; all as beginnings where nothing else was found. Of one or
  -- two letters too much begins so.
  steps constant text[] := case
    when p_beginnings then '{all}'
    when length(words[cardinality(words)]) >= 3 then '{none,last,all}'
    else '{none,all}' end::text[];
  periods text[];
  step text;
  pattern text;
  newest uuid[];
  hits uuid[];
  seen uuid[] := '{}';
  given integer;
  total integer := 0;
  frequent boolean;
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
    (select c.request from contact_hash c where c.government = home and c.last_digits = p_digits limit few));
  if words <> '{}' then
    periods := search_periods(home);
  end if;
  foreach step in array steps loop
    exit when step = 'all' and total > 0;
    newest := '{}';
    if words <> '{}' then
      pattern := search_pattern(home, words, step);
      -- Few words are in thousands of requests all together; one word alone may be.
      if cardinality(words) = 1 then
        newest := search_latest(home, pattern, periods, few + 1);
      end if;
      if cardinality(newest) <= few then
        newest := search_hits(home, pattern, periods, few + 1);
      end if;
    end if;
    hits := hits || newest;
    frequent := cardinality(newest) > few;
    if frequent and p_scope <> 'ended' then
      -- Whatever came later than the last of the newest is among them.
      hits := hits || search_among(home, array(
        select nearest.id from unnest(search_nearest(home, p_positions, p_services, near)) nearest (id)
         where nearest.id < newest[cardinality(newest)]), pattern);
    end if;
    return query
      select found.hit, own.due_at, own.open, frequent
        from (select unnest(hits) as hit except select unnest(seen)) found
       cross join lateral (
         -- All queue rows of a request say the same of it.
         select v.due_at, v.open from request_viewer v
          where v.government = home and v.request = found.hit and v.position = any (p_positions)
            and (v.position <> '*' or p_services is null or v.service = any (p_services))
            and (p_scope = 'all' or v.open = (p_scope = 'open'))
          limit 1) own
       order by own.open desc, own.due_at, found.hit desc
       limit most - total;
    get diagnostics given = row_count;
    total := total + given;
    seen := seen || hits;
    if frequent and total < most and p_scope <> 'open' then
      return query
        select found.hit, 'infinity'::timestamptz, false, true
          from (select unnest(search_among(home, search_ended(home, p_positions, p_services, far), pattern)) as hit
                except select unnest(seen)) found
         order by found.hit desc
         limit most - total;
      get diagnostics given = row_count;
      total := total + given;
    end if;
    exit when words = '{}' or total >= most or (frequent and total > 0);
    hits := '{}';
  end loop;
end
$$;
