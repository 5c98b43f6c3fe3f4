-- Lists that are quick on large ledgers: indexes in the order in which entries are shown, and words
-- under keys that begin with the day, so that the newest matches are found first.

-- How often the ledger was written: what was worked out of it holds until this grows.
CREATE TABLE changes (n {int} NOT NULL);
INSERT INTO changes (n) VALUES (1);

CREATE INDEX entries_by_any_day ON entries (day, n);
CREATE INDEX entries_by_report ON entries (family, (COALESCE(last_report, '')), n);
CREATE INDEX entries_by_country ON entries (family, country, day, n);
DROP INDEX entries_by_place;
DROP INDEX entries_by_last_report;

-- sqlite
CREATE VIRTUAL TABLE dated_words USING fts5 (words, tokenize = 'unicode61 remove_diacritics 0');
-- sqlite
INSERT INTO dated_words (rowid, words)
  SELECT COALESCE(CAST(NULLIF(REPLACE(e.day, '-', ''), '') AS {int}), 0) * 4294967296 + e.n, w.words
  FROM entry_words w JOIN entries e ON e.n = w.rowid ORDER BY 1;
-- sqlite
DROP TABLE entry_words;
-- sqlite
ALTER TABLE dated_words RENAME TO entry_words;
-- postgresql
UPDATE entry_words w
  SET rowid = COALESCE(CAST(NULLIF(REPLACE(e.day, '-', ''), '') AS {int}), 0) * 4294967296 + e.n
  FROM entries e WHERE e.n = w.rowid;
