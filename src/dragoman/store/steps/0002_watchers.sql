-- Queries that people keep, those that are told to others as they match, and what to review.

CREATE TABLE saved_queries (
  n {int} PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  query TEXT NOT NULL,
  who TEXT NOT NULL,
  made TEXT NOT NULL
);

-- `seen` is the key of the last entry that was looked at.
CREATE TABLE webhooks (
  n {int} PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  query TEXT NOT NULL,
  address TEXT NOT NULL,
  secret TEXT NOT NULL,
  who TEXT NOT NULL,
  made TEXT NOT NULL,
  seen {int} NOT NULL
);

-- `state` is waiting, sent or failed; `due` is when it is tried next.
CREATE TABLE deliveries (
  n {int} PRIMARY KEY,
  webhook {int} NOT NULL REFERENCES webhooks (n) ON DELETE CASCADE,
  entry TEXT NOT NULL,
  state TEXT NOT NULL,
  attempts {int} NOT NULL,
  due TEXT NOT NULL,
  answer TEXT NOT NULL,
  made TEXT NOT NULL,
  UNIQUE (webhook, entry)
);
CREATE INDEX deliveries_by_due ON deliveries (state, due);

-- The entries that people should look at first.
CREATE INDEX entries_in_conflict ON entries (standing, confidence, n) WHERE conflicts > 0;
