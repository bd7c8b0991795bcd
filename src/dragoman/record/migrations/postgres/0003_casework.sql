-- one row per correction: the statement as it was read, and as a person would have it. Found again by its
-- passage where a later reading gives the statement another id.
CREATE TABLE corrections (
    statement     text COLLATE "C" NOT NULL,
    digest        text COLLATE "C" NOT NULL,   -- of the document's text
    passage_start INTEGER NOT NULL,   -- code points
    passage_end   INTEGER NOT NULL,
    before        text COLLATE "C" NOT NULL,   -- payload as read
    after         text COLLATE "C" NOT NULL,   -- payload as corrected
    who           text COLLATE "C" NOT NULL,
    note          text COLLATE "C" NOT NULL,
    added         TIMESTAMP NOT NULL
);

-- one row per decision on a finding; decisions are added to, never changed
CREATE TABLE decisions (
    id       text COLLATE "C" NOT NULL,
    finding  text COLLATE "C" NOT NULL,
    verdict  text COLLATE "C" NOT NULL,        -- accept, dismiss, assign, comment, reopen
    assignee text COLLATE "C" NOT NULL,        -- of assign, else empty
    who      text COLLATE "C" NOT NULL,
    note     text COLLATE "C" NOT NULL,
    added    TIMESTAMP NOT NULL
);

-- one row per saved search; a removed one keeps its row
CREATE TABLE searches (
    id      text COLLATE "C" NOT NULL,
    name    text COLLATE "C" NOT NULL,
    query   text COLLATE "C" NOT NULL,         -- as in the address of the page
    added   TIMESTAMP NOT NULL,
    removed TIMESTAMP
);

CREATE INDEX corrections_digest ON corrections (digest);
CREATE INDEX decisions_finding ON decisions (finding);
