-- Whoever types "Sari" may still be typing: words that begin so follow those that are just so. And fewer, larger steps
-- through the years: one question for several periods.

create function pendopo.search_pattern(p_government text, p_words text[], p_beginnings text) returns text
  language sql stable
  return (
    select string_agg(
             format('''%s/#/%s''%s', p_government, w.word,
                    case when p_beginnings = 'all' or (p_beginnings = 'last' and w.place = cardinality(p_words)) then ':*' end),
             ' & ')
      from unnest(p_words) with ordinality w (word, place));
comment on function pendopo.search_pattern(text, text[], text) is
  'All of the words as one question to the index, with # where the period comes; as beginnings of words none, the last, or all of them.';
revoke all on function pendopo.search_pattern(text, text[], text) from public;

create function pendopo.search_periods(p_government text) returns text[]
  language sql stable
  return array(
    with recursive came (period) as (
      (select search_period(r.id) from request r where r.government = p_government order by r.id desc limit 1)
      union all
      select (select search_period(r.id)
                from request r
               where r.government = p_government and r.id < (came.period || '0000-0000-0000-0000-000000000000')::uuid
               order by r.id desc limit 1)
        from came where came.period is not null)
    select period from came where period is not null);
comment on function pendopo.search_periods(text) is
  'Periods in which requests of a government came, the newest first; one look at the index for each.';
revoke all on function pendopo.search_periods(text) from public;

create function pendopo.search_hits(p_government text, p_pattern text, p_periods text[], p_most integer) returns uuid[]
  language plpgsql stable
as $$
declare
  hits uuid[] := '{}';
  first integer := 1;
  -- The newest period alone: what is frequent is found there. What is rare is looked for in ever more periods at once.
  width integer := 1;
begin
  while first <= cardinality(p_periods) and cardinality(hits) < p_most loop
    hits := hits || array(
      -- Found first and put in order then: in that order the index of words could not be used.
      select found.request
        from (select a.request from applicant a
               where a.government = p_government
                 and a.search @@ (
                   select string_agg('(' || replace(p_pattern, '#', period) || ')', ' | ')
                     from unnest(p_periods[first : first + width - 1]) period)::tsquery offset 0) found
       order by found.request desc limit p_most - cardinality(hits));
    first := first + width;
    width := width * 2;
  end loop;
  return hits;
end
$$;
comment on function pendopo.search_hits(text, text, text[], integer) is
  'The newest requests that a pattern finds, at most so many. Knows no viewer: for search_requests only.';
revoke all on function pendopo.search_hits(text, text, text[], integer) from public;

create or replace function pendopo.search_requests(
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
    pattern := search_pattern(home, words, step);
    if words <> '{}' then
      hits := hits || search_hits(home, pattern, periods, few + 1 - cardinality(hits));
    end if;
    frequent := cardinality(hits) > few;
    if frequent then
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
      select v.request, min(v.due_at), bool_or(v.open), frequent
        from (select unnest(hits) as hit except select unnest(seen)) found
        join request_viewer v on v.government = home and v.request = found.hit
       where v.position = any (p_positions)
         and (v.position <> '*' or p_services is null or v.service = any (p_services))
         and (p_scope = 'all' or v.open = (p_scope = 'open'))
       group by v.request
       order by 3 desc, 2, 1 desc
       limit most - total;
    get diagnostics given = row_count;
    total := total + given;
    exit when words = '{}' or total >= most or (frequent and total > 0);
    seen := seen || hits;
    hits := '{}';
  end loop;
end
$$;

-- What was written lately lies unsorted beside the index of words, and every search reads all of it: at most so many kB.
alter index pendopo.applicant_search set (gin_pending_list_limit = 256);
