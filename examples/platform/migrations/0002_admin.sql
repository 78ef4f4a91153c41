-- What the platform's own people have set and reviewed, and the merchants' plans.

CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE reviews (
    id         TEXT PRIMARY KEY,
    -- As counterfoil saves it.
    saved      TEXT NOT NULL,
    -- `new`, `applying` or `applied`.
    state      TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE plans (
    account      TEXT PRIMARY KEY,
    -- The merchant as the platform's own customer.
    customer     TEXT NOT NULL UNIQUE,
    subscription TEXT,
    -- `pending`, `active`, `past_due`, `suspended` or `canceled`.
    status       TEXT,
    updated_at   BIGINT NOT NULL
);
