-- one row per fact: tellings of the same thing, merged
CREATE TABLE facts (
    id           VARCHAR NOT NULL,
    kind         VARCHAR NOT NULL,
    report_count INTEGER NOT NULL,  -- tellings that do not copy one another
    event_count  INTEGER NOT NULL,  -- how many acts, where the text counts them
    payload      VARCHAR NOT NULL,
    added        TIMESTAMP NOT NULL
);

-- one row per (fact, statement) merged into it, with the reason
CREATE TABLE tellings (
    fact      VARCHAR NOT NULL,
    statement VARCHAR NOT NULL,
    because   VARCHAR NOT NULL
);

-- one row per pair of statements that somebody said must not be merged: how a merge is revoked
CREATE TABLE separations (
    id        VARCHAR NOT NULL,
    statement VARCHAR NOT NULL,
    other     VARCHAR NOT NULL,
    who       VARCHAR NOT NULL,
    why       VARCHAR NOT NULL,
    added     TIMESTAMP NOT NULL
);

-- one row per (source, series, period, as_of, valuation)
CREATE TABLE observations (
    id         VARCHAR NOT NULL,
    source     VARCHAR NOT NULL,
    indicator  VARCHAR NOT NULL,
    reporter   VARCHAR NOT NULL,
    partner    VARCHAR,
    product    VARCHAR,
    unit       VARCHAR NOT NULL,
    period     VARCHAR NOT NULL,
    value      VARCHAR NOT NULL,    -- exact decimal
    value_near DOUBLE NOT NULL,
    as_of      VARCHAR,
    valuation  VARCHAR,             -- FOB, CIF or unknown (NULL)
    status     VARCHAR,             -- SDMX observation status
    payload    VARCHAR NOT NULL,
    added      TIMESTAMP NOT NULL
);

-- one row per finding
CREATE TABLE findings (
    id        VARCHAR NOT NULL,
    rule      VARCHAR NOT NULL,
    verdict   VARCHAR NOT NULL,
    indicator VARCHAR,
    reporter  VARCHAR,
    partner   VARCHAR,
    period    VARCHAR,
    payload   VARCHAR NOT NULL,
    added     TIMESTAMP NOT NULL
);

-- one row per decision of a person on a statement; decisions are added to, never changed
CREATE TABLE reviews (
    id        VARCHAR NOT NULL,
    statement VARCHAR NOT NULL,
    verdict   VARCHAR NOT NULL,
    who       VARCHAR NOT NULL,
    note      VARCHAR NOT NULL,
    added     TIMESTAMP NOT NULL
);

-- one row per group of near-duplicate tellings: one claim told several times
CREATE TABLE claim_groups (
    id      VARCHAR NOT NULL,
    because VARCHAR NOT NULL,
    payload VARCHAR NOT NULL,
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
