-- One schema for both databases: TEXT and BIGINT mean the same to SQLite and PostgreSQL.
-- Money is in minor units; times are unix milliseconds, where the name does not say otherwise.

CREATE TABLE orders (
    id             TEXT PRIMARY KEY,
    -- The rendered form and what it asked for; a double submit finds the first one's order here.
    form_key       TEXT NOT NULL UNIQUE,
    account        TEXT NOT NULL,
    merchant       TEXT NOT NULL,
    product        TEXT NOT NULL,
    quantity       BIGINT NOT NULL,
    total          BIGINT NOT NULL,
    currency       TEXT NOT NULL,
    fee            BIGINT NOT NULL,
    state          TEXT NOT NULL,
    -- Absent until the payment page exists; an order without one is a draft that no page shows.
    session_id     TEXT,
    payment_url    TEXT,
    customer_email TEXT,
    created_at     BIGINT NOT NULL
);

CREATE TABLE order_events (
    -- Unique, so that a repeated delivery changes nothing.
    dedupe_key  TEXT PRIMARY KEY,
    order_id    TEXT NOT NULL REFERENCES orders (id),
    event_id    TEXT NOT NULL,
    event_type  TEXT NOT NULL,
    outcome     TEXT NOT NULL,
    action      TEXT NOT NULL,
    -- Why the event was kept but not acted on.
    anomaly     TEXT,
    recorded_at BIGINT NOT NULL
);

CREATE INDEX order_events_by_order ON order_events (order_id, recorded_at);

-- Genuine events that no order answers to, whole, for somebody to look at.
CREATE TABLE unmatched_events (
    dedupe_key  TEXT PRIMARY KEY,
    event_id    TEXT NOT NULL,
    event_type  TEXT NOT NULL,
    account     TEXT,
    reason      TEXT NOT NULL,
    body        TEXT NOT NULL,
    recorded_at BIGINT NOT NULL
);

CREATE TABLE sales (
    -- The primary key is the last word on "at most once".
    order_id    TEXT PRIMARY KEY REFERENCES orders (id),
    account     TEXT NOT NULL,
    amount      BIGINT NOT NULL,
    fee         BIGINT NOT NULL,
    currency    TEXT NOT NULL,
    recorded_at BIGINT NOT NULL
);

CREATE TABLE outbox (
    id          TEXT PRIMARY KEY,
    order_id    TEXT NOT NULL REFERENCES orders (id),
    kind        TEXT NOT NULL,
    recipient   TEXT NOT NULL,
    subject     TEXT NOT NULL,
    body        TEXT NOT NULL,
    created_at  BIGINT NOT NULL,
    attempts    BIGINT NOT NULL DEFAULT 0,
    -- When the next attempt may start: a claim and a pause after a failure both move it ahead.
    due_at      BIGINT NOT NULL,
    sent_at     BIGINT,
    last_error  TEXT,
    UNIQUE (order_id, kind)
);

CREATE INDEX outbox_due ON outbox (due_at) WHERE sent_at IS NULL;
