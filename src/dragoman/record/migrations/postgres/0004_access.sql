-- one row per token given out; the secret itself is nowhere
CREATE TABLE tokens (
    id      text COLLATE "C" NOT NULL,   -- to_..., shown in lists and in the audit
    digest  text COLLATE "C" NOT NULL,   -- SHA-256 of the secret
    who     text COLLATE "C" NOT NULL,
    role    text COLLATE "C" NOT NULL,   -- read, review, admin: each may do what those before it may
    issued  TIMESTAMP NOT NULL,
    expires TIMESTAMP,          -- NULL: never
    revoked TIMESTAMP           -- NULL: still good
);

-- one row per thing that somebody did or was refused; added to, never changed
CREATE TABLE audit (
    moment  TIMESTAMP NOT NULL,
    token   text COLLATE "C",            -- NULL where none was known
    who     text COLLATE "C" NOT NULL,
    action  text COLLATE "C" NOT NULL,
    target  text COLLATE "C" NOT NULL,
    outcome text COLLATE "C" NOT NULL,   -- done, refused
    detail  text COLLATE "C" NOT NULL
);

CREATE UNIQUE INDEX tokens_digest ON tokens (digest);
CREATE INDEX audit_at ON audit USING brin (moment);
