-- Orders whose events never come are read from Stripe, and a contradiction leaves its key to the right event.

-- Counts the steps of an order, so that two of them that saw the same order cannot both be taken.
ALTER TABLE orders ADD COLUMN version BIGINT NOT NULL DEFAULT 0;
-- Before this time the sweep leaves the order alone.
ALTER TABLE orders ADD COLUMN look_at BIGINT NOT NULL DEFAULT 0;
-- The payment on the merchant's account, once Stripe has named it.
ALTER TABLE orders ADD COLUMN payment_intent TEXT;

CREATE INDEX orders_waiting ON orders (look_at) WHERE state IN ('open', 'awaiting_payment');
CREATE INDEX orders_by_payment ON orders (payment_intent);

UPDATE order_events SET dedupe_key = 'contradiction:' || event_id || ':' || dedupe_key WHERE anomaly IS NOT NULL;
