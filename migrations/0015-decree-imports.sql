-- Decrees on their way to services: the document, what was read in it, and the review of each service.

create table pendopo.decree_import (
  government text not null,
  id         uuid not null,
  official   uuid not null,
  file_name  text not null check (file_name <> '' and length(file_name) <= 200),
  content    bytea not null check (octet_length(content) <= 16000000),
  state      text not null check (state in ('waiting', 'read', 'failed')),
  fault      jsonb,
  decree     jsonb,
  lines      jsonb,
  created_at timestamptz not null,
  read_at    timestamptz,
  primary key (government, id),
  foreign key (government, official) references pendopo.official (government, id),
  check ((state = 'failed') = (fault is not null)),
  check ((state = 'read') = (lines is not null))
);
comment on table pendopo.decree_import is
  'A decree that an administrator gave to be read: the file as it came, the lines of its text with their places, the head of the decree, or why it could not be read. Decrees are public, so nothing here is sealed.';
alter table pendopo.decree_import enable row level security;
create policy decree_import_of_government on pendopo.decree_import using (government = pendopo.current_government());
grant select, insert, update, delete on pendopo.decree_import to pendopo_app;
grant select, update on pendopo.decree_import to pendopo_worker;

create table pendopo.decree_import_service (
  government text not null,
  import     uuid not null,
  n          integer not null check (n > 0),
  title      text not null check (length(title) <= 500),
  components jsonb not null,
  places     jsonb not null,
  findings   jsonb not null,
  confirmed  jsonb not null,
  running    jsonb,
  saved      integer not null check (saved >= 0),
  published  text check (published <> ''),
  updated_at timestamptz not null,
  primary key (government, import, n),
  foreign key (government, import) references pendopo.decree_import (government, id) on delete cascade
);
comment on table pendopo.decree_import_service is
  'One service of a decree under review: components as they were read and corrected, where each stood, what a clerk would say, which components were confirmed, and how the service is to run. "saved" counts the savings, so that two reviewers do not overwrite each other; "published" is the service it became.';
alter table pendopo.decree_import_service enable row level security;
create policy decree_import_service_of_government on pendopo.decree_import_service
  using (government = pendopo.current_government());
grant select, insert, update, delete on pendopo.decree_import_service to pendopo_app;
grant select, insert on pendopo.decree_import_service to pendopo_worker;
