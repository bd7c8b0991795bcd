-- one row per correction: the statement as it was read, and as a person would have it. Found again by its
-- passage where a later reading gives the statement another id.
CREATE TABLE corrections (
    statement     VARCHAR NOT NULL,
    digest        VARCHAR NOT NULL,   -- of the document's text
    passage_start INTEGER NOT NULL,   -- code points
    passage_end   INTEGER NOT NULL,
    before        VARCHAR NOT NULL,   -- payload as read
    after         VARCHAR NOT NULL,   -- payload as corrected
    who           VARCHAR NOT NULL,
    note          VARCHAR NOT NULL,
    added         TIMESTAMP NOT NULL
);

-- one row per decision on a finding; decisions are added to, never changed
CREATE TABLE decisions (
    id       VARCHAR NOT NULL,
    finding  VARCHAR NOT NULL,
    verdict  VARCHAR NOT NULL,        -- accept, dismiss, assign, comment, reopen
    assignee VARCHAR NOT NULL,        -- of assign, else empty
    who      VARCHAR NOT NULL,
    note     VARCHAR NOT NULL,
    added    TIMESTAMP NOT NULL
);

-- one row per saved search; a removed one keeps its row
CREATE TABLE searches (
    id      VARCHAR NOT NULL,
    name    VARCHAR NOT NULL,
    query   VARCHAR NOT NULL,         -- as in the address of the page
    added   TIMESTAMP NOT NULL,
    removed TIMESTAMP
);
