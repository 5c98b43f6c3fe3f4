-- Keys `n` are internal and given by the writer, who holds the only lock; ids are content hashes.
-- Days are ISO dates, so that they sort as text; an unknown day is the empty string in sort keys.

CREATE TABLE runs (
  n {int} PRIMARY KEY,
  started TEXT NOT NULL,
  finished TEXT,
  command TEXT NOT NULL,
  dragoman TEXT NOT NULL,
  reader TEXT NOT NULL,
  resolver TEXT NOT NULL,
  documents {int} NOT NULL DEFAULT 0,
  failed {int} NOT NULL DEFAULT 0
);

CREATE TABLE documents (
  n {int} PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  uri TEXT NOT NULL,
  url TEXT,
  outlet TEXT,
  agency TEXT,
  language TEXT,
  title TEXT,
  published_earliest TEXT,
  published_latest TEXT,
  published_basis TEXT,
  published_because TEXT,
  retrieved TEXT,
  raw {bytes} NOT NULL,
  signature {bytes},
  report TEXT NOT NULL,
  day TEXT NOT NULL,
  recorded TEXT NOT NULL
);
CREATE INDEX documents_by_report ON documents (report);
CREATE INDEX documents_by_day ON documents (day, n);
CREATE INDEX documents_by_outlet ON documents (outlet, day);
CREATE INDEX documents_by_language ON documents (language, day);

-- Other places where the same bytes were found.
CREATE TABLE sightings (
  document {int} NOT NULL REFERENCES documents (n) ON DELETE CASCADE,
  uri TEXT NOT NULL,
  outlet TEXT,
  run {int} NOT NULL REFERENCES runs (n),
  PRIMARY KEY (document, uri)
){clustered};

CREATE TABLE readings (
  document {int} PRIMARY KEY REFERENCES documents (n) ON DELETE CASCADE,
  reader TEXT NOT NULL,
  run {int} NOT NULL REFERENCES runs (n),
  recorded TEXT NOT NULL,
  notes TEXT NOT NULL
);

CREATE TABLE stories (
  document {int} NOT NULL REFERENCES documents (n) ON DELETE CASCADE,
  id TEXT NOT NULL,
  position {int} NOT NULL,
  role TEXT NOT NULL,
  language TEXT,
  title TEXT,
  spans TEXT NOT NULL,
  published TEXT,
  PRIMARY KEY (document, id)
){clustered};

CREATE TABLE entities (
  n {int} PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  names TEXT NOT NULL,
  country TEXT,
  wikidata TEXT
);
CREATE INDEX entities_by_kind ON entities (kind, country);

-- Every name of an entity, folded; `whole` is the name, `part` one word of it.
CREATE TABLE entity_names (
  folded TEXT NOT NULL,
  entity {int} NOT NULL REFERENCES entities (n) ON DELETE CASCADE,
  whole {int} NOT NULL,
  PRIMARY KEY (folded, entity)
){clustered};
CREATE INDEX entity_names_by_entity ON entity_names (entity);

CREATE TABLE entries (
  n {int} PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  family TEXT NOT NULL,
  type TEXT NOT NULL,
  status TEXT NOT NULL,
  day TEXT NOT NULL,
  earliest TEXT,
  latest TEXT,
  first_report TEXT,
  last_report TEXT,
  reports {int} NOT NULL,
  sources {int} NOT NULL,
  conflicts {int} NOT NULL,
  confidence {real} NOT NULL,
  score {real},
  quad TEXT,
  level TEXT,
  country TEXT,
  city TEXT,
  engagement TEXT,
  standing TEXT NOT NULL,
  body TEXT NOT NULL
);
CREATE INDEX entries_by_day ON entries (family, day, n);
CREATE INDEX entries_by_type ON entries (family, type, day, n);
CREATE INDEX entries_by_place ON entries (country, city, day);
CREATE INDEX entries_by_engagement ON entries (engagement);
CREATE INDEX entries_by_last_report ON entries (family, last_report, n);
CREATE INDEX entries_to_review ON entries (standing, confidence, n);

-- One row a record of a document: `record` as it was read, with its evidence, `matching` what
-- is compared with other documents; `origin` is `read`, `added` or `kept` (by a correction).
CREATE TABLE claims (
  n {int} PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  family TEXT NOT NULL,
  document {int} NOT NULL REFERENCES documents (n) ON DELETE CASCADE,
  story TEXT NOT NULL,
  entry {int} REFERENCES entries (n) ON DELETE SET NULL,
  origin TEXT NOT NULL,
  record TEXT NOT NULL,
  matching TEXT NOT NULL
);
CREATE INDEX claims_by_document ON claims (document, family);
CREATE INDEX claims_by_entry ON claims (entry);

-- Ids under which a claim was known before its document was read again.
CREATE TABLE claim_aliases (
  id TEXT PRIMARY KEY,
  claim {int} NOT NULL REFERENCES claims (n) ON DELETE CASCADE
){clustered};
CREATE INDEX claim_aliases_by_claim ON claim_aliases (claim);

CREATE TABLE blocks (
  key {int} NOT NULL,
  claim {int} NOT NULL REFERENCES claims (n) ON DELETE CASCADE,
  PRIMARY KEY (key, claim)
){clustered};
CREATE INDEX blocks_by_claim ON blocks (claim);

CREATE TABLE text_keys (
  key {int} NOT NULL,
  document {int} NOT NULL REFERENCES documents (n) ON DELETE CASCADE,
  PRIMARY KEY (key, document)
){clustered};
CREATE INDEX text_keys_by_document ON text_keys (document);

-- Append-only: what was decided, by which rules or whom; ids of claims, or of documents.
CREATE TABLE judgements (
  n {int} PRIMARY KEY,
  left_id TEXT NOT NULL,
  right_id TEXT NOT NULL,
  verdict TEXT NOT NULL,
  score {real} NOT NULL,
  reason TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  made TEXT NOT NULL,
  run {int},
  correction TEXT
);
CREATE INDEX judgements_by_left ON judgements (left_id);
CREATE INDEX judgements_by_right ON judgements (right_id);

-- Append-only: what people decided; `undoes` names a correction that no longer counts.
CREATE TABLE corrections (
  n {int} PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  action TEXT NOT NULL,
  family TEXT NOT NULL,
  target TEXT NOT NULL,
  content TEXT NOT NULL,
  snapshot TEXT NOT NULL,
  who TEXT NOT NULL,
  made TEXT NOT NULL,
  why TEXT NOT NULL,
  undoes TEXT
);
CREATE INDEX corrections_by_target ON corrections (target);

CREATE TABLE entry_sides (
  side TEXT NOT NULL,
  family TEXT NOT NULL,
  day TEXT NOT NULL,
  entry {int} NOT NULL REFERENCES entries (n) ON DELETE CASCADE,
  role TEXT NOT NULL,
  PRIMARY KEY (side, family, day, entry, role)
){clustered};
CREATE INDEX entry_sides_by_entry ON entry_sides (entry);

-- Two sides that an entry is about, `a` before `b` in the alphabet.
CREATE TABLE entry_pairs (
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  family TEXT NOT NULL,
  day TEXT NOT NULL,
  entry {int} NOT NULL REFERENCES entries (n) ON DELETE CASCADE,
  PRIMARY KEY (a, b, family, day, entry)
){clustered};
CREATE INDEX entry_pairs_by_entry ON entry_pairs (entry);

CREATE TABLE entry_people (
  entity {int} NOT NULL REFERENCES entities (n),
  day TEXT NOT NULL,
  entry {int} NOT NULL REFERENCES entries (n) ON DELETE CASCADE,
  side TEXT,
  office TEXT,
  PRIMARY KEY (entity, day, entry)
){clustered};
CREATE INDEX entry_people_by_entry ON entry_people (entry);
CREATE INDEX entry_people_by_office ON entry_people (side, office, day);

CREATE TABLE entry_topics (
  topic TEXT NOT NULL,
  day TEXT NOT NULL,
  entry {int} NOT NULL REFERENCES entries (n) ON DELETE CASCADE,
  PRIMARY KEY (topic, day, entry)
){clustered};
CREATE INDEX entry_topics_by_entry ON entry_topics (entry);

CREATE TABLE entry_reports (
  entry {int} NOT NULL REFERENCES entries (n) ON DELETE CASCADE,
  document {int} NOT NULL REFERENCES documents (n) ON DELETE CASCADE,
  PRIMARY KEY (entry, document)
){clustered};
CREATE INDEX entry_reports_by_document ON entry_reports (document);

-- sqlite
CREATE VIRTUAL TABLE entry_words USING fts5 (words, tokenize = 'unicode61 remove_diacritics 0');
-- sqlite
CREATE VIRTUAL TABLE document_words USING fts5 (words, tokenize = 'unicode61 remove_diacritics 0');
-- postgresql
CREATE TABLE entry_words (rowid BIGINT PRIMARY KEY, words TSVECTOR NOT NULL);
-- postgresql
CREATE INDEX entry_words_index ON entry_words USING gin (words);
-- postgresql
CREATE TABLE document_words (rowid BIGINT PRIMARY KEY, words TSVECTOR NOT NULL);
-- postgresql
CREATE INDEX document_words_index ON document_words USING gin (words);

CREATE VIEW engagements AS SELECT * FROM entries WHERE family = 'engagement';
CREATE VIEW statements AS SELECT * FROM entries WHERE family = 'statement';
CREATE VIEW outcomes AS SELECT * FROM entries WHERE family = 'outcome';
CREATE VIEW events AS SELECT * FROM entries WHERE family = 'event';
-- sqlite
CREATE VIEW evidence AS
  SELECT c.id AS claim, c.document, json_extract(e.value, '$.story') AS story,
         json_extract(e.value, '$.start') AS "start", json_extract(e.value, '$.end') AS "end",
         json_extract(e.value, '$.text') AS text
  FROM claims c, json_each(c.record, '$.evidence') e;
-- postgresql
CREATE VIEW evidence AS
  SELECT c.id AS claim, c.document, e ->> 'story' AS story,
         (e ->> 'start')::bigint AS "start", (e ->> 'end')::bigint AS "end", e ->> 'text' AS text
  FROM claims c, json_array_elements(c.record::json -> 'evidence') e;
