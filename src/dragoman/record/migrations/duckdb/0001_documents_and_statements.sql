-- Grain of each table in its first comment. No unique indexes on the large ones: the store checks
-- keys itself, and DuckDB's indexes slow bulk inserts and refuse delete-and-insert in one transaction.

-- one row per migration applied
CREATE TABLE migrations (number INTEGER NOT NULL, name VARCHAR NOT NULL, applied TIMESTAMP NOT NULL);

-- one row per text (identity: docs/design/identity.md, I3)
CREATE TABLE documents (
    digest      VARCHAR NOT NULL,   -- SHA-256 of the text
    id          VARCHAR NOT NULL,   -- doc_...
    name        VARCHAR NOT NULL,   -- as evidence refers to it
    text        VARCHAR NOT NULL,
    title       VARCHAR,
    date        VARCHAR,            -- EDTF
    date_source VARCHAR,            -- option, metadata, header, dateline, inferred
    url         VARCHAR,
    outlet      VARCHAR,
    author      VARCHAR,
    language    VARCHAR,
    meta        VARCHAR NOT NULL,   -- JSON object of strings
    rules       VARCHAR NOT NULL,   -- version of the rules that read it
    added       TIMESTAMP NOT NULL  -- UTC, as all times here
);

-- one row per place in which a text was found
CREATE TABLE sources (
    source VARCHAR NOT NULL,        -- absolute path or URI, with #line for one of many
    digest VARCHAR NOT NULL,
    name   VARCHAR NOT NULL,
    added  TIMESTAMP NOT NULL
);

-- one row per statement of a text; numbers twice: exact as text, and as a double to compute with
CREATE TABLE statements (
    id         VARCHAR NOT NULL,
    digest     VARCHAR NOT NULL,
    kind       VARCHAR NOT NULL,
    mode       VARCHAR NOT NULL,
    actor      VARCHAR[] NOT NULL,
    recipient  VARCHAR[] NOT NULL,
    date       VARCHAR,
    status     VARCHAR NOT NULL,
    measure    VARCHAR,
    value      VARCHAR,
    low        VARCHAR,
    high       VARCHAR,
    value_near DOUBLE,
    low_near   DOUBLE,
    high_near  DOUBLE,
    unit       VARCHAR,
    base       VARCHAR,
    rule       VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL,
    passage_start INTEGER NOT NULL, -- code points
    passage_end   INTEGER NOT NULL,
    payload    VARCHAR NOT NULL,    -- the whole statement as JSON
    added      TIMESTAMP NOT NULL
);

-- one row per row of another table that was withdrawn or revised; nothing is overwritten silently (§I7)
CREATE TABLE tombstones (
    what      VARCHAR NOT NULL,     -- document, source, statement, fact, ...
    id        VARCHAR NOT NULL,
    action    VARCHAR NOT NULL,     -- withdrawn, revised
    why       VARCHAR NOT NULL,
    payload   VARCHAR NOT NULL,     -- the row as it was, JSON
    added     TIMESTAMP NOT NULL,
    withdrawn TIMESTAMP NOT NULL
);
