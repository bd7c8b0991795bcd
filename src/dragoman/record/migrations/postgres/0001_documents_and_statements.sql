-- As in DuckDB, grain of each table in its first comment. Text sorts by code point, as DuckDB sorts it.

-- one row per migration applied
CREATE TABLE migrations (number INTEGER NOT NULL, name text COLLATE "C" NOT NULL, applied TIMESTAMP NOT NULL);

-- one row per text (identity: docs/design/identity.md, I3)
CREATE TABLE documents (
    digest      text COLLATE "C" NOT NULL,   -- SHA-256 of the text
    id          text COLLATE "C" NOT NULL,   -- doc_...
    name        text COLLATE "C" NOT NULL,   -- as evidence refers to it
    text        text COLLATE "C" NOT NULL,
    title       text COLLATE "C",
    date        text COLLATE "C",            -- EDTF
    date_source text COLLATE "C",            -- option, metadata, header, dateline, inferred
    url         text COLLATE "C",
    outlet      text COLLATE "C",
    author      text COLLATE "C",
    language    text COLLATE "C",
    meta        text COLLATE "C" NOT NULL,   -- JSON object of strings
    rules       text COLLATE "C" NOT NULL,   -- version of the rules that read it
    added       TIMESTAMP NOT NULL  -- UTC, as all times here
);

-- one row per place in which a text was found
CREATE TABLE sources (
    source text COLLATE "C" NOT NULL,        -- absolute path or URI, with #line for one of many
    digest text COLLATE "C" NOT NULL,
    name   text COLLATE "C" NOT NULL,
    added  TIMESTAMP NOT NULL
);

-- one row per statement of a text; numbers twice: exact as text, and as a double to compute with
CREATE TABLE statements (
    id         text COLLATE "C" NOT NULL,
    digest     text COLLATE "C" NOT NULL,
    kind       text COLLATE "C" NOT NULL,
    mode       text COLLATE "C" NOT NULL,
    actor      text[] NOT NULL,
    recipient  text[] NOT NULL,
    date       text COLLATE "C",
    status     text COLLATE "C" NOT NULL,
    measure    text COLLATE "C",
    value      text COLLATE "C",
    low        text COLLATE "C",
    high       text COLLATE "C",
    value_near double precision,
    low_near   double precision,
    high_near  double precision,
    unit       text COLLATE "C",
    base       text COLLATE "C",
    rule       text COLLATE "C" NOT NULL,
    confidence double precision NOT NULL,
    passage_start INTEGER NOT NULL, -- code points
    passage_end   INTEGER NOT NULL,
    payload    text COLLATE "C" NOT NULL,    -- the whole statement as JSON
    added      TIMESTAMP NOT NULL
);

-- one row per row of another table that was withdrawn or revised; nothing is overwritten silently (§I7)
CREATE TABLE tombstones (
    what      text COLLATE "C" NOT NULL,     -- document, source, statement, fact, ...
    id        text COLLATE "C" NOT NULL,
    action    text COLLATE "C" NOT NULL,     -- withdrawn, revised
    why       text COLLATE "C" NOT NULL,
    payload   text COLLATE "C" NOT NULL,     -- the row as it was, JSON
    added     TIMESTAMP NOT NULL,
    withdrawn TIMESTAMP NOT NULL
);

-- one row: the time of the last write. Every write takes it, so writers come one after another and
-- no write carries a time before an earlier one's (docs/design/identity.md, I7).
CREATE TABLE moments (last TIMESTAMP NOT NULL);
INSERT INTO moments VALUES ('-infinity');

CREATE UNIQUE INDEX documents_digest ON documents (digest);
CREATE INDEX documents_id ON documents (id);
-- by hash: names and sources may be longer than a b-tree takes
CREATE INDEX documents_name ON documents USING hash (name);
CREATE INDEX documents_added ON documents USING brin (added);
CREATE UNIQUE INDEX sources_once ON sources (md5(source));
CREATE INDEX sources_source ON sources USING hash (source);
CREATE INDEX sources_digest ON sources (digest);
CREATE UNIQUE INDEX statements_digest ON statements (digest, id);
CREATE INDEX statements_id ON statements (id);
CREATE INDEX statements_kind ON statements (kind);
CREATE INDEX statements_parties ON statements USING gin ((actor || recipient));
CREATE INDEX statements_added ON statements USING brin (added);
CREATE INDEX tombstones_id ON tombstones (what, id);
CREATE INDEX tombstones_withdrawn ON tombstones USING brin (withdrawn);
