-- A search gives at most a page. Thought to give a thousand, as PostgreSQL thinks of every function, it made all requests be
-- read beside it in an office that has two thousand.
alter function pendopo.search_requests(text[], text[], text[], text[], bytea[], text, text, integer, boolean) rows 20;
