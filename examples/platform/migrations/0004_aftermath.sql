-- What goes back after a payment, as Stripe says it now, and how far the goods are.

-- `none`, `preparing`, `stopped` or `shipped`. What was fulfilled before this was kept has left, for
-- all that is known.
ALTER TABLE orders ADD COLUMN goods TEXT NOT NULL DEFAULT 'none';
UPDATE orders SET goods = 'shipped' WHERE state = 'fulfilled';

-- What changed in the books by the event, in words.
ALTER TABLE order_events ADD COLUMN note TEXT;

CREATE TABLE refunds (
    id       TEXT PRIMARY KEY,
    order_id TEXT NOT NULL REFERENCES orders (id),
    amount   BIGINT NOT NULL,
    -- Stripe's own: what is `failed` or `canceled` has not reached the customer.
    status   TEXT NOT NULL
);

CREATE INDEX refunds_by_order ON refunds (order_id);

CREATE TABLE disputes (
    id       TEXT PRIMARY KEY,
    order_id TEXT NOT NULL REFERENCES orders (id),
    -- Not always the payment's: it can be a part, and in another currency.
    amount   BIGINT NOT NULL,
    currency TEXT NOT NULL,
    -- Stripe's own.
    status   TEXT NOT NULL,
    reason   TEXT NOT NULL,
    -- Unix seconds; absent when no answer is possible.
    due_by   BIGINT
);

CREATE INDEX disputes_by_order ON disputes (order_id);

-- An order has one receipt, but as many letters about refunds as it has refunds.
CREATE TABLE letters (
    id          TEXT PRIMARY KEY,
    order_id    TEXT NOT NULL REFERENCES orders (id),
    kind        TEXT NOT NULL,
    -- What it is about, where an order can have several of the kind; else empty.
    about       TEXT NOT NULL DEFAULT '',
    recipient   TEXT NOT NULL,
    subject     TEXT NOT NULL,
    body        TEXT NOT NULL,
    created_at  BIGINT NOT NULL,
    attempts    BIGINT NOT NULL DEFAULT 0,
    due_at      BIGINT NOT NULL,
    sent_at     BIGINT,
    last_error  TEXT,
    UNIQUE (order_id, kind, about)
);

INSERT INTO letters (id, order_id, kind, recipient, subject, body, created_at, attempts, due_at, sent_at, last_error)
SELECT id, order_id, kind, recipient, subject, body, created_at, attempts, due_at, sent_at, last_error FROM outbox;

DROP TABLE outbox;
ALTER TABLE letters RENAME TO outbox;

CREATE INDEX outbox_due ON outbox (due_at) WHERE sent_at IS NULL;
