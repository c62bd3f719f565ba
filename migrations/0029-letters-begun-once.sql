-- A letter is begun once: whoever presses twice, or second, is led to the draft that there is.

alter table pendopo.letter add column occasion integer not null default 0 check (occasion >= 0);
comment on column pendopo.letter.occasion is
  'Which decision of its kind a letter is about, where there can be several (the second return is 2); 0 where there is one. Of one occasion there is one draft at a time.';

-- Drafts that were begun twice before stay, each with a number of its own: nobody's words are thrown away here.
update pendopo.letter l set occasion = d.place - 1
  from (select government, id, row_number() over (partition by government, request, template order by created_at, id) as place
          from pendopo.letter where state = 'draft') d
 where l.government = d.government and l.id = d.id and d.place > 1;

create unique index letter_begun_once on pendopo.letter (government, request, template, occasion) where state = 'draft';
