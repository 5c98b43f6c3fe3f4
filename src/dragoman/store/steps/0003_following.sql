-- What is followed for ever: sources, the pages that they name, and what is known of their hosts.
-- Times are seconds since 1970.

-- `due` is when a source is looked at next; `failures` are those since it last went well, `said`
-- what went wrong.
CREATE TABLE followed (
  name TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  place TEXT NOT NULL,
  due {real} NOT NULL,
  failures {int} NOT NULL,
  looked {real},
  well {real},
  said TEXT NOT NULL,
  etag TEXT,
  modified TEXT
);

-- `state` is waiting (to be asked for), fetched (its bytes lie in `body` until they are read), read,
-- refused or failed. `role` is page, list or file. `changed` is what its source says of its last
-- change, `content` the hash of the text that was read, `versions` how often that was new.
CREATE TABLE followed_pages (
  n {int} PRIMARY KEY,
  address TEXT NOT NULL UNIQUE,
  host TEXT NOT NULL,
  source TEXT NOT NULL,
  role TEXT NOT NULL,
  state TEXT NOT NULL,
  due {real} NOT NULL,
  attempts {int} NOT NULL,
  versions {int} NOT NULL,
  said TEXT NOT NULL,
  link TEXT NOT NULL,
  changed TEXT,
  etag TEXT,
  modified TEXT,
  content TEXT,
  answer TEXT,
  body {bytes},
  found {real} NOT NULL,
  done {real}
);
CREATE INDEX followed_pages_waiting ON followed_pages (state, host, due);
CREATE INDEX followed_pages_by_source ON followed_pages (source, state);

CREATE TABLE followed_hosts (
  name TEXT PRIMARY KEY,
  free_at {real} NOT NULL,
  failures {int} NOT NULL,
  rules TEXT,
  rules_until {real} NOT NULL
);
