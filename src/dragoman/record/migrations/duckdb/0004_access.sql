-- one row per token given out; the secret itself is nowhere
CREATE TABLE tokens (
    id      VARCHAR NOT NULL,   -- to_..., shown in lists and in the audit
    digest  VARCHAR NOT NULL,   -- SHA-256 of the secret
    who     VARCHAR NOT NULL,
    role    VARCHAR NOT NULL,   -- read, review, admin: each may do what those before it may
    issued  TIMESTAMP NOT NULL,
    expires TIMESTAMP,          -- NULL: never
    revoked TIMESTAMP           -- NULL: still good
);

-- one row per thing that somebody did or was refused; added to, never changed
CREATE TABLE audit (
    moment  TIMESTAMP NOT NULL,
    token   VARCHAR,            -- NULL where none was known
    who     VARCHAR NOT NULL,
    action  VARCHAR NOT NULL,
    target  VARCHAR NOT NULL,
    outcome VARCHAR NOT NULL,   -- done, refused
    detail  VARCHAR NOT NULL
);
