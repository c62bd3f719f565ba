-- Whoever turns to "by hand" for a while (a server is moved, a licence ends) finds the connection as it was.

alter table pendopo.connector add column settings_of text;
update pendopo.connector set settings_of = connector where connector <> 'by-hand';
comment on column pendopo.connector.settings_of is
  'Which connector "own" and "sealed" belong to; it differs from "connector" while the kind is done by hand. Null: to none.';
