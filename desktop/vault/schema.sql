-- Vangnet vault, format 1.
-- TRUTH: meta .. draft. DERIVED, rebuilt from the newest content of every record: record, alias, link, due, search.
-- Never ANALYZE: this build has STAT4, which copies names into a table that survives destruction.
PRAGMA application_id = 0x56474E54;  -- 'VGNT'

CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE account(  -- never deleted: the audit names them
  id BLOB PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, active INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE device(  -- the newest number given out in each chain, so that a tail cut off shows
  id BLOB PRIMARY KEY, label TEXT NOT NULL, last_seq INTEGER NOT NULL, last_audit INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE revision(  -- append-only; no content and no person, so it outlives destruction
  seq INTEGER PRIMARY KEY AUTOINCREMENT,  -- order of arrival HERE; never part of the digest
  id BLOB NOT NULL UNIQUE,
  record BLOB NOT NULL,                   -- constant over all revisions of one record
  parent BLOB, merged BLOB,               -- previous revision; a second one only after an exchange conflict
  kind TEXT NOT NULL, schema INTEGER NOT NULL,
  state TEXT NOT NULL CHECK(state IN ('concept', 'vastgesteld', 'ingetrokken')),
  account BLOB NOT NULL, device BLOB NOT NULL, device_seq INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,           -- milliseconds UTC
  commitment BLOB NOT NULL CHECK(length(commitment) = 32),  -- SHA-256(salt, body): unguessable once the salt is gone
  digest BLOB NOT NULL CHECK(length(digest) = 32),          -- SHA-256 over all columns above except seq
  UNIQUE(device, device_seq)
) STRICT;
CREATE INDEX revision_record ON revision(record, seq);
CREATE TABLE payload(  -- the half that can be destroyed: DELETE here is destruction
  seq INTEGER PRIMARY KEY REFERENCES revision(seq), salt BLOB NOT NULL CHECK(length(salt) = 32), body BLOB NOT NULL
) STRICT;
CREATE TRIGGER revision_fixed BEFORE UPDATE ON revision BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER revision_kept BEFORE DELETE ON revision BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER payload_fixed BEFORE UPDATE ON payload BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TABLE blob(  -- attachments, kept PDFs, signature strokes; id random, never the content's hash
  id BLOB PRIMARY KEY, salt BLOB NOT NULL CHECK(length(salt) = 32),
  commitment BLOB NOT NULL CHECK(length(commitment) = 32), media TEXT NOT NULL, size INTEGER NOT NULL
) STRICT;
CREATE TABLE blob_part(  -- 256 KiB each: a row of 25 MB would be copied whole more than once
  blob BLOB NOT NULL REFERENCES blob(id) ON DELETE CASCADE, n INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY(blob, n)
) STRICT;
CREATE TABLE blob_use(
  blob BLOB NOT NULL REFERENCES blob(id), record BLOB NOT NULL, purpose TEXT NOT NULL, PRIMARY KEY(record, purpose, blob)
) STRICT, WITHOUT ROWID;
CREATE INDEX blob_use_blob ON blob_use(blob);

CREATE TABLE audit(  -- append-only, one chain per device, identifiers only
  seq INTEGER PRIMARY KEY AUTOINCREMENT, device BLOB NOT NULL, device_seq INTEGER NOT NULL, at INTEGER NOT NULL,
  account BLOB, action TEXT NOT NULL, record BLOB, subject BLOB, revision_digest BLOB,
  detail_commitment BLOB,                 -- SHA-256(salt, reason); NULL where no reason was given
  prev BLOB NOT NULL, mac BLOB NOT NULL,  -- mac = HMAC(audit key, prev and the row)
  UNIQUE(device, device_seq)
) STRICT;
CREATE INDEX audit_subject ON audit(subject, seq) WHERE subject IS NOT NULL;  -- who has seen this pupil
CREATE INDEX audit_record ON audit(record, seq) WHERE record IS NOT NULL;
CREATE TABLE audit_detail(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq), salt BLOB NOT NULL CHECK(length(salt) = 32), body BLOB NOT NULL
) STRICT;
CREATE TRIGGER audit_fixed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER audit_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER audit_detail_fixed BEFORE UPDATE ON audit_detail BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TABLE draft(  -- raw form values, valid or not
  record BLOB NOT NULL, account BLOB NOT NULL, kind TEXT NOT NULL, schema INTEGER NOT NULL, base BLOB, subject BLOB,
  updated_at INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY(record, account)
) STRICT;

-- DERIVED -------------------------------------------------------------------------------------------------------------
CREATE TABLE record(
  id INTEGER PRIMARY KEY,   -- seq of the first revision, so a rebuild gives the same; also search.rowid
  uuid BLOB NOT NULL UNIQUE, kind TEXT NOT NULL,
  head INTEGER NOT NULL REFERENCES revision(seq), state TEXT NOT NULL,
  visible INTEGER NOT NULL, -- 0: withdrawn, or merged into another person
  title TEXT NOT NULL, sort TEXT NOT NULL, detail TEXT NOT NULL,
  event_at TEXT NOT NULL,   -- local, without zone; UTC of the first revision where the record has no moment of its own
  recorded_at INTEGER NOT NULL, author BLOB NOT NULL,
  parent BLOB,              -- the record this one belongs to or follows; it need not have arrived yet
  closed_on TEXT,           -- '' = nothing is open; a day = from that day (a pupil leaves); NULL = open
  parnassys_on TEXT
) STRICT;
-- Lists read ids from these alone, without touching the rows.
CREATE INDEX record_kind ON record(kind, event_at DESC, id DESC) WHERE visible = 1;
CREATE INDEX record_sort ON record(kind, sort, id) WHERE visible = 1;
CREATE INDEX record_recent ON record(event_at DESC, id DESC) WHERE visible = 1;
CREATE INDEX record_parent ON record(parent, event_at) WHERE parent IS NOT NULL;
CREATE INDEX record_parnassys ON record(event_at DESC, id DESC, kind)
  WHERE visible = 1 AND parnassys_on IS NULL AND state = 'vastgesteld';
CREATE TABLE alias(old BLOB PRIMARY KEY, new BLOB NOT NULL) STRICT, WITHOUT ROWID;  -- merged persons
CREATE TABLE link(          -- a timeline is one range scan; target is already resolved through alias
  target BLOB NOT NULL, event_at TEXT NOT NULL, record INTEGER NOT NULL REFERENCES record(id) ON DELETE CASCADE,
  role TEXT NOT NULL, PRIMARY KEY(target, event_at, record, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_record ON link(record);
CREATE TABLE due(           -- open work only; item: stable id of the sub-row or person
  record INTEGER NOT NULL REFERENCES record(id) ON DELETE CASCADE, item TEXT NOT NULL, kind TEXT NOT NULL,
  role TEXT NOT NULL, due_on TEXT NOT NULL, PRIMARY KEY(record, item, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX due_role ON due(role, due_on, kind);
CREATE VIRTUAL TABLE search USING fts5(
  naam, titel, tekst, stam, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);
