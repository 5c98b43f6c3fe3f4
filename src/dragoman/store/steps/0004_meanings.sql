-- What entries say as vectors, for search by meaning. `n` grows, so that readers who keep vectors in
-- memory ask only for newer ones; `vector` holds one signed byte a dimension.
CREATE TABLE meanings (
  n {int} PRIMARY KEY,
  entry {int} NOT NULL UNIQUE REFERENCES entries (n) ON DELETE CASCADE,
  vector {bytes} NOT NULL
);

-- Entries that are new or changed and have no vector of what they say now.
CREATE TABLE meanings_due (
  entry {int} PRIMARY KEY REFERENCES entries (n) ON DELETE CASCADE
);
INSERT INTO meanings_due (entry) SELECT n FROM entries;
