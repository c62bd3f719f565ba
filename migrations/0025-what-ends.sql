-- What ends by itself, and first passwords that nobody opened in time.

create table pendopo.ending_notice (
  government  text not null,
  delivery    uuid not null,
  ends_on     date not null,
  days_before integer not null check (days_before > 0),
  -- Whether a message went out; false where the applicant left no address.
  told        boolean not null,
  at          timestamptz not null,
  primary key (government, delivery, ends_on, days_before),
  foreign key (government, delivery) references pendopo.delivery (government, id)
);
comment on table pendopo.ending_notice is
  'Notices that a product ends: the key is what keeps one from going out twice. Of several that were missed only the newest is sent. Another end is announced anew.';
alter table pendopo.ending_notice enable row level security;
create policy ending_notice_of_government on pendopo.ending_notice using (government = pendopo.current_government());
grant select, insert on pendopo.ending_notice to pendopo_app, pendopo_worker;

create table pendopo.secret_renewal (
  government    text not null,
  delivery      uuid not null,
  sealed_secret bytea,
  attempts      integer not null default 0 check (attempts >= 0),
  next_at       timestamptz,
  cause_code    text,
  cause         jsonb,
  asked_at      timestamptz not null,
  primary key (government, delivery),
  foreign key (government, delivery) references pendopo.delivery (government, id)
);
comment on table pendopo.secret_renewal is
  'A new first password on its way to a counterpart: the secret is written before the counterpart hears of it, and every try sets the same one. "sealed_secret" is null once the applicant can open it, or was erased; "next_at" null: nothing is tried by itself.';
create index secret_renewal_waiting on pendopo.secret_renewal (government, next_at) where next_at is not null;
alter table pendopo.secret_renewal enable row level security;
create policy secret_renewal_of_government on pendopo.secret_renewal using (government = pendopo.current_government());
grant select, insert, update on pendopo.secret_renewal to pendopo_app, pendopo_worker;

create or replace function pendopo.erase_request(p_request uuid, p_at timestamptz) returns void
  language plpgsql security definer set search_path = pendopo, pg_temp as $$
declare
  home text := pendopo.current_government();
begin
  delete from pendopo.request_key where government = home and request = p_request;
  delete from pendopo.request_value where government = home and request = p_request;
  delete from pendopo.protected_identity where government = home and request = p_request;
  delete from pendopo.applicant where government = home and request = p_request;
  delete from pendopo.contact_hash where government = home and request = p_request;
  delete from pendopo.secret where government = home and request = p_request;
  delete from pendopo.message where government = home and request = p_request;
  -- The hash of a form is a means of guessing it: names and NIK have few spellings.
  delete from pendopo.idempotency where government = home and request = p_request;
  -- What was uploaded in answer to a return and never sent, and the link to the receipt.
  delete from pendopo.file where government = home and draft = p_request and request is null;
  delete from pendopo.draft where government = home and id = p_request;
  update pendopo.file set erased_at = p_at, sha256 = ''::bytea where government = home and request = p_request;
  -- A first secret that nobody opened, and what an official reads about a delivery, go too.
  update pendopo.delivery set sealed_secret = null, cause = null where government = home and request = p_request;
  update pendopo.secret_renewal set sealed_secret = null, next_at = null, cause = null
   where government = home
     and delivery in (select id from pendopo.delivery where government = home and request = p_request);
  update pendopo.request set erased_at = p_at where government = home and id = p_request;
end $$;
