-- Whoever checks a letter is told when the personal data behind it were erased: it names nobody any more.

drop function pendopo.find_letter(text, bytea);
create function pendopo.find_letter(p_code text, p_sha256 bytea)
  returns table (government text, code text, number text, dated date, agency text, template text, state text, way text,
    sha256 bytea, signed_at timestamptz, voided_at timestamptz, erased_at timestamptz)
  language sql stable security definer set search_path = pendopo, pg_temp as $$
  select l.government, l.code, l.number, l.dated, l.agency, l.template, l.state, l.way, l.sha256, l.signed_at, l.voided_at,
         r.erased_at
    from pendopo.letter l
    join pendopo.request r on r.government = l.government and r.id = l.request
   where l.code = p_code or (p_code is null and l.sha256 = p_sha256)
   -- The same scan may have been issued twice: the letter that counts comes first.
   order by l.state = 'void', l.signed_at desc nulls last
   limit 1
$$;
comment on function pendopo.find_letter is
  'A numbered letter by its code, else by the hash of its signed file: what the verification page tells everybody, also that its personal data were erased.';
revoke all on function pendopo.find_letter from public;
grant execute on function pendopo.find_letter to pendopo_app;
comment on column pendopo.letter.sha256 is
  'Of the signed file. It stays after erasure: a signature or a scan has no few spellings to be guessed from, and whoever holds the file proves by it that it is genuine.';
