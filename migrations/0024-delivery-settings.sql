-- A delivery is held to the settings of its first call: another server knows nothing of it, and would be believed.

alter table pendopo.delivery add column settings_mark text;
comment on column pendopo.delivery.settings_mark is
  'Short hash of the connector and its settings without secrets, as they were at the first call. Other settings stop the delivery until an official has looked.';

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
  update pendopo.request set erased_at = p_at where government = home and id = p_request;
end $$;
