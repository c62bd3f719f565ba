-- A list says at which posts its requests wait: the index alone answers, and holds only what waits.
create index request_viewer_waiting on pendopo.request_viewer (government, request) include (position) where acts;
