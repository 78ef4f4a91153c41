//! The effects of an order's step: the sale is recorded, and e-mails go to the outbox.
//!
//! Everything is written in the transaction that moves the order, so it happens exactly once, when the order
//! moves. The mailer does the sending.

use counterfoil::fulfillment::Action;
use sqlx::Row;
use sqlx::any::AnyRow;
use uuid::Uuid;

use crate::database::{Database, FromColumns, Tx, now, storable};
use crate::letters::{self, Letter, Recipient};
use crate::orders::{self, Aftermath, Change, Order};

/// A recorded sale.
#[derive(Clone, Debug)]
pub(crate) struct Sale {
    pub(crate) order_id: String,
    /// Unix milliseconds.
    pub(crate) recorded_at: i64,
}

/// An e-mail in the outbox.
#[derive(Clone, Debug)]
pub(crate) struct Mail {
    pub(crate) id: String,
    pub(crate) order_id: String,
    /// `receipt`, `awaiting_payment`, `order_again`, `refund`, `refund_failed`, `dispute` or `dispute_closed`.
    pub(crate) kind: String,
    pub(crate) recipient: String,
    pub(crate) subject: String,
    pub(crate) body: String,
    pub(crate) attempts: i64,
    /// Unix milliseconds.
    pub(crate) created_at: i64,
    pub(crate) sent_at: Option<i64>,
    pub(crate) last_error: Option<String>,
}

/// Carries out an action on an order, inside the transaction that moves it.
pub(crate) async fn carry_out(tx: &mut Tx, action: Action, order: &Order) -> Result<(), sqlx::Error> {
    match action {
        Action::Fulfill | Action::FulfillLate => {
            record_sale(tx, order).await?;
            post(tx, order, letters::receipt(order), None).await
        }
        Action::AwaitPayment => post(tx, order, letters::awaiting_payment(order), None).await,
        Action::ContactCustomer => post(tx, order, letters::order_again(order), None).await,
        // This shop reserves no stock, so there is none to release.
        Action::Release | Action::None => Ok(()),
    }
}

/// Notifies the people concerned of a change to an order's money, inside the transaction that books it.
pub(crate) async fn tell_of(
    tx: &mut Tx,
    change: &Change,
    now: &Aftermath,
    order: &Order,
    merchant_email: Option<&str>,
) -> Result<(), sqlx::Error> {
    match letters::about(change, now, order) {
        Some(letter) => post(tx, order, letter, merchant_email).await,
        None => Ok(()),
    }
}

/// Returns the sales of these orders.
pub(crate) async fn sales_of(db: &Database, orders: &[Order]) -> Result<Vec<Sale>, sqlx::Error> {
    let Some((first, last)) = orders::span(orders) else { return Ok(Vec::new()) };
    let rows = sqlx::query("SELECT order_id, recorded_at FROM sales WHERE order_id BETWEEN $1 AND $2")
        .bind(first)
        .bind(last)
        .fetch_all(db.pool())
        .await?;
    Sale::from_all(&rows)
}

/// Returns the outbox, newest first.
pub(crate) async fn outbox(db: &Database) -> Result<Vec<Mail>, sqlx::Error> {
    let rows = sqlx::query("SELECT * FROM outbox ORDER BY id DESC LIMIT 100").fetch_all(db.pool()).await?;
    Mail::from_all(&rows)
}

/// Returns the e-mails of one order, oldest first.
pub(crate) async fn mails_of(db: &Database, order: &Order) -> Result<Vec<Mail>, sqlx::Error> {
    let rows = sqlx::query("SELECT * FROM outbox WHERE order_id = $1 ORDER BY id")
        .bind(&order.id)
        .fetch_all(db.pool())
        .await?;
    Mail::from_all(&rows)
}

async fn record_sale(tx: &mut Tx, order: &Order) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT INTO sales (order_id, account, amount, fee, currency, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(&order.id)
    .bind(&order.account)
    .bind(order.total.minor())
    .bind(order.fee)
    .bind(order.total.currency().as_str())
    .bind(now())
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn post(
    tx: &mut Tx,
    order: &Order,
    letter: Letter,
    merchant_email: Option<&str>,
) -> Result<(), sqlx::Error> {
    let recipient = match letter.to {
        Recipient::Customer => order.customer_email.as_deref(),
        Recipient::Merchant => merchant_email,
    };
    let Some(recipient) = recipient else {
        tracing::warn!(order = order.id, kind = letter.kind, "no e-mail: nobody knows an address");
        return Ok(());
    };
    sqlx::query(
        "INSERT INTO outbox (id, order_id, kind, about, recipient, subject, body, created_at, due_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)",
    )
    .bind(Uuid::now_v7().simple().to_string())
    .bind(&order.id)
    .bind(letter.kind)
    .bind(letter.about)
    .bind(storable(recipient))
    .bind(letter.subject)
    .bind(letter.body)
    .bind(now())
    .execute(&mut **tx)
    .await?;
    Ok(())
}

impl FromColumns for Sale {
    fn from_columns(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Sale { order_id: row.try_get("order_id")?, recorded_at: row.try_get("recorded_at")? })
    }
}

impl FromColumns for Mail {
    fn from_columns(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Mail {
            id: row.try_get("id")?,
            order_id: row.try_get("order_id")?,
            kind: row.try_get("kind")?,
            recipient: row.try_get("recipient")?,
            subject: row.try_get("subject")?,
            body: row.try_get("body")?,
            attempts: row.try_get("attempts")?,
            created_at: row.try_get("created_at")?,
            sent_at: row.try_get("sent_at")?,
            last_error: row.try_get("last_error")?,
        })
    }
}
