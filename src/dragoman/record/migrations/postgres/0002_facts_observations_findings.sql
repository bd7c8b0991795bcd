-- one row per fact: tellings of the same thing, merged
CREATE TABLE facts (
    id           text COLLATE "C" NOT NULL,
    kind         text COLLATE "C" NOT NULL,
    report_count INTEGER NOT NULL,  -- tellings that do not copy one another
    event_count  INTEGER NOT NULL,  -- how many acts, where the text counts them
    payload      text COLLATE "C" NOT NULL,
    added        TIMESTAMP NOT NULL
);

-- one row per (fact, statement) merged into it, with the reason
CREATE TABLE tellings (
    fact      text COLLATE "C" NOT NULL,
    statement text COLLATE "C" NOT NULL,
    because   text COLLATE "C" NOT NULL
);

-- one row per pair of statements that somebody said must not be merged: how a merge is revoked
CREATE TABLE separations (
    id        text COLLATE "C" NOT NULL,
    statement text COLLATE "C" NOT NULL,
    other     text COLLATE "C" NOT NULL,
    who       text COLLATE "C" NOT NULL,
    why       text COLLATE "C" NOT NULL,
    added     TIMESTAMP NOT NULL
);

-- one row per (source, series, period, as_of, valuation)
CREATE TABLE observations (
    id         text COLLATE "C" NOT NULL,
    source     text COLLATE "C" NOT NULL,
    indicator  text COLLATE "C" NOT NULL,
    reporter   text COLLATE "C" NOT NULL,
    partner    text COLLATE "C",
    product    text COLLATE "C",
    unit       text COLLATE "C" NOT NULL,
    period     text COLLATE "C" NOT NULL,
    value      text COLLATE "C" NOT NULL,    -- exact decimal
    value_near double precision NOT NULL,
    as_of      text COLLATE "C",
    valuation  text COLLATE "C",             -- FOB, CIF or unknown (NULL)
    status     text COLLATE "C",             -- SDMX observation status
    payload    text COLLATE "C" NOT NULL,
    added      TIMESTAMP NOT NULL
);

-- one row per finding
CREATE TABLE findings (
    id        text COLLATE "C" NOT NULL,
    rule      text COLLATE "C" NOT NULL,
    verdict   text COLLATE "C" NOT NULL,
    indicator text COLLATE "C",
    reporter  text COLLATE "C",
    partner   text COLLATE "C",
    period    text COLLATE "C",
    payload   text COLLATE "C" NOT NULL,
    added     TIMESTAMP NOT NULL
);

-- one row per decision of a person on a statement; decisions are added to, never changed
CREATE TABLE reviews (
    id        text COLLATE "C" NOT NULL,
    statement text COLLATE "C" NOT NULL,
    verdict   text COLLATE "C" NOT NULL,
    who       text COLLATE "C" NOT NULL,
    note      text COLLATE "C" NOT NULL,
    added     TIMESTAMP NOT NULL
);

-- one row per group of near-duplicate tellings: one claim told several times
CREATE TABLE claim_groups (
    id      text COLLATE "C" NOT NULL,
    because text COLLATE "C" NOT NULL,
    payload text COLLATE "C" NOT NULL,
    added   TIMESTAMP NOT NULL
);

-- one row per thing that came, changed or went, for `dragoman changes`
CREATE VIEW changes AS
WITH live (what, id, added, summary) AS (
    SELECT 'document', id, added, name FROM documents
    UNION ALL SELECT 'source', source, added, digest FROM sources
    UNION ALL SELECT 'statement', id, added, kind || '/' || mode FROM statements
    UNION ALL SELECT 'fact', id, added, kind FROM facts
    UNION ALL SELECT 'separation', id, added, why FROM separations
    UNION ALL SELECT 'observation', id, added, source || ' ' || period FROM observations
    UNION ALL SELECT 'finding', id, added, rule || ' ' || verdict FROM findings
    UNION ALL SELECT 'review', id, added, verdict FROM reviews
    UNION ALL SELECT 'claims', id, added, because FROM claim_groups
),
-- a revised row's successor is the revision, not a second arrival
arrived AS (
    SELECT what, id, added, summary FROM live
    UNION ALL SELECT what, id, added, '' FROM tombstones
)
SELECT added AS moment, what, id, 'added' AS action, summary AS why, NULL AS before
FROM arrived
WHERE NOT EXISTS (
    SELECT 1 FROM tombstones t
    WHERE t.what = arrived.what AND t.id = arrived.id AND t.action = 'revised' AND t.withdrawn = arrived.added
)
UNION ALL
SELECT withdrawn, what, id, action, why, payload FROM tombstones;

CREATE UNIQUE INDEX facts_id ON facts (id);
CREATE INDEX tellings_fact ON tellings (fact);
CREATE UNIQUE INDEX separations_id ON separations (id);
CREATE UNIQUE INDEX observations_id ON observations (id);
CREATE INDEX observations_pair ON observations (reporter, partner);
CREATE UNIQUE INDEX findings_id ON findings (id);
CREATE INDEX findings_pair ON findings (reporter, partner);
CREATE INDEX reviews_statement ON reviews (statement);
CREATE UNIQUE INDEX claim_groups_id ON claim_groups (id);
