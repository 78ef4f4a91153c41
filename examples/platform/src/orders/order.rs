use counterfoil::fulfillment::State;
use counterfoil::money::{Amount, Currency};
use sqlx::Row;
use sqlx::any::AnyRow;
use uuid::Uuid;

use crate::database::{Database, FromColumns, now, parsed, storable};

use super::Goods;

/// However old an order is, it is checked after this many milliseconds: a debit takes up to two weeks.
const LONGEST_UNSEEN: i64 = 6 * 3_600_000;

/// An order as it is stored.
#[derive(Clone, Debug)]
pub(crate) struct Order {
    pub(crate) id: String,
    /// The connected account of the merchant.
    pub(crate) account: String,
    pub(crate) merchant: String,
    pub(crate) product: String,
    pub(crate) quantity: i64,
    pub(crate) total: Amount,
    /// The platform's fee, in minor units of the total's currency.
    pub(crate) fee: i64,
    pub(crate) state: State,
    pub(crate) goods: Goods,
    pub(crate) session_id: Option<String>,
    /// The payment on the merchant's account, once Stripe has named it.
    pub(crate) payment_intent: Option<String>,
    pub(crate) payment_url: Option<String>,
    pub(crate) customer_email: Option<String>,
    /// The number of steps that it has taken.
    pub(crate) version: i64,
    /// Unix milliseconds.
    pub(crate) created_at: i64,
}

impl Order {
    /// Returns the first characters of the id, enough for people.
    pub(crate) fn short_id(&self) -> &str {
        // The end of the id is the random part.
        self.id.get(self.id.len().saturating_sub(8)..).unwrap_or(&self.id)
    }
}

/// An order that is about to be placed.
#[derive(Clone, Debug)]
pub(crate) struct NewOrder {
    pub(crate) form_key: String,
    pub(crate) account: String,
    pub(crate) merchant: String,
    pub(crate) product: String,
    pub(crate) quantity: i64,
    pub(crate) total: Amount,
    pub(crate) fee: i64,
}

/// Places the order, or returns the one that an earlier submit of the same form placed.
///
/// A failed or expired order does not prevent a new one.
pub(crate) async fn place(db: &Database, new: &NewOrder) -> Result<Order, sqlx::Error> {
    let mut tx = db.begin().await?;
    sqlx::query("UPDATE orders SET form_key = id WHERE form_key = $1 AND state IN ('failed', 'expired')")
        .bind(&new.form_key)
        .execute(&mut *tx)
        .await?;
    sqlx::query(
        "INSERT INTO orders (id, form_key, account, merchant, product, quantity, total, currency, fee, state, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (form_key) DO NOTHING",
    )
    // Sorted by creation time, and impossible to guess.
    .bind(Uuid::now_v7().simple().to_string())
    .bind(&new.form_key)
    .bind(&new.account)
    .bind(&new.merchant)
    .bind(&new.product)
    .bind(new.quantity)
    .bind(new.total.minor())
    .bind(new.total.currency().as_str())
    .bind(new.fee)
    .bind(State::Open.as_str())
    .bind(now())
    .execute(&mut *tx)
    .await?;
    let row = sqlx::query("SELECT * FROM orders WHERE form_key = $1")
        .bind(&new.form_key)
        .fetch_one(&mut *tx)
        .await?;
    tx.commit().await?;
    Order::from_columns(&row)
}

/// Records where the customer pays. Returns false if the order is gone, because the same click failed
/// elsewhere.
pub(crate) async fn set_payment_page(
    db: &Database,
    order: &Order,
    session_id: &str,
    url: &str,
) -> Result<bool, sqlx::Error> {
    let done = sqlx::query("UPDATE orders SET session_id = $1, payment_url = $2 WHERE id = $3")
        .bind(storable(session_id))
        .bind(storable(url))
        .bind(&order.id)
        .execute(db.pool())
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Removes a draft whose payment page could not be created.
///
/// The next click then starts over with another id. That matters, because Stripe repeats a stored failure for
/// as long as it receives the same idempotency key. No payment can arrive for a removed draft: the URL of its
/// page was never shown, if there was one at all.
pub(crate) async fn withdraw(db: &Database, order: &Order) -> Result<(), sqlx::Error> {
    sqlx::query("DELETE FROM orders WHERE id = $1 AND session_id IS NULL")
        .bind(&order.id)
        .execute(db.pool())
        .await?;
    Ok(())
}

/// Returns the order with this id; drafts do not count.
pub(crate) async fn find(db: &Database, id: &str) -> Result<Option<Order>, sqlx::Error> {
    if !is_id(id) {
        return Ok(None);
    }
    let row = sqlx::query("SELECT * FROM orders WHERE id = $1 AND session_id IS NOT NULL")
        .bind(id)
        .fetch_optional(db.pool())
        .await?;
    row.as_ref().map(Order::from_columns).transpose()
}

/// Returns the order that was paid with this payment, on this account.
pub(crate) async fn paid_with(
    db: &Database,
    account: &str,
    payment: &str,
) -> Result<Option<Order>, sqlx::Error> {
    let row = sqlx::query("SELECT * FROM orders WHERE payment_intent = $1 AND account = $2")
        .bind(storable(payment))
        .bind(account)
        .fetch_optional(db.pool())
        .await?;
    row.as_ref().map(Order::from_columns).transpose()
}

/// Returns the newest orders first; drafts do not count.
pub(crate) async fn recent(db: &Database) -> Result<Vec<Order>, sqlx::Error> {
    let rows = sqlx::query("SELECT * FROM orders WHERE session_id IS NOT NULL ORDER BY id DESC LIMIT 100")
        .fetch_all(db.pool())
        .await?;
    Order::from_all(&rows)
}

/// Takes the order that has waited longest to be checked: unpaid or unsettled, and `after` milliseconds old,
/// so that its event had time to arrive. No other server gets it until half of its age has passed again, or
/// `after` if that is more.
pub(crate) async fn next_to_look_at(db: &Database, after: i64) -> Result<Option<Order>, sqlx::Error> {
    let now = now();
    // The last condition excludes a second server that chose the same row a moment earlier.
    let row = sqlx::query(
        "UPDATE orders SET look_at = $1 + CASE
             WHEN ($1 - created_at) / 2 < $2 THEN $2
             WHEN ($1 - created_at) / 2 > $3 THEN $3
             ELSE ($1 - created_at) / 2 END
         WHERE id = (SELECT id FROM orders
                     WHERE state IN ('open', 'awaiting_payment') AND session_id IS NOT NULL
                       AND look_at <= $1 AND created_at <= $1 - $2
                     ORDER BY look_at LIMIT 1)
           AND look_at <= $1
         RETURNING *",
    )
    .bind(now)
    .bind(after)
    .bind(LONGEST_UNSEEN)
    .fetch_optional(db.pool())
    .await?;
    row.as_ref().map(Order::from_columns).transpose()
}

/// Returns whether this can be one of our ids. A URL or an event can contain anything, including text that a
/// database cannot search for.
pub(crate) fn is_id(text: &str) -> bool {
    Uuid::try_parse(text).is_ok()
}

impl FromColumns for Order {
    fn from_columns(row: &AnyRow) -> Result<Self, sqlx::Error> {
        let currency: Currency = parsed(row, "currency")?;
        Ok(Order {
            id: row.try_get("id")?,
            account: row.try_get("account")?,
            merchant: row.try_get("merchant")?,
            product: row.try_get("product")?,
            quantity: row.try_get("quantity")?,
            total: Amount::new(row.try_get("total")?, currency),
            fee: row.try_get("fee")?,
            state: parsed(row, "state")?,
            goods: parsed(row, "goods")?,
            session_id: row.try_get("session_id")?,
            payment_intent: row.try_get("payment_intent")?,
            payment_url: row.try_get("payment_url")?,
            customer_email: row.try_get("customer_email")?,
            version: row.try_get("version")?,
            created_at: row.try_get("created_at")?,
        })
    }
}
