use sqlx::Row;
use sqlx::any::AnyRow;

use crate::database::{Database, FromColumns};

use super::Order;

/// One event in an order's history.
#[derive(Clone, Debug)]
pub(crate) struct HistoryEntry {
    pub(crate) order_id: String,
    pub(crate) event_id: String,
    pub(crate) event_type: String,
    pub(crate) outcome: String,
    pub(crate) action: String,
    pub(crate) anomaly: Option<String>,
    /// What changed in the books, in words.
    pub(crate) note: Option<String>,
    /// Unix milliseconds.
    pub(crate) recorded_at: i64,
}

/// An event that was stored because nothing could be done with it.
#[derive(Clone, Debug)]
pub(crate) struct UnmatchedEvent {
    pub(crate) event_id: String,
    pub(crate) event_type: String,
    pub(crate) account: Option<String>,
    pub(crate) reason: String,
    pub(crate) body: String,
    /// Unix milliseconds.
    pub(crate) recorded_at: i64,
}

/// Returns the events of these orders, oldest first.
pub(crate) async fn history_of(db: &Database, orders: &[Order]) -> Result<Vec<HistoryEntry>, sqlx::Error> {
    let Some((first, last)) = span(orders) else { return Ok(Vec::new()) };
    let rows = sqlx::query(
        "SELECT * FROM order_events WHERE order_id BETWEEN $1 AND $2 ORDER BY recorded_at, event_id",
    )
    .bind(first)
    .bind(last)
    .fetch_all(db.pool())
    .await?;
    HistoryEntry::from_all(&rows)
}

/// Returns the smallest and the largest id of some orders. Ids are sorted by time, so all ids in between
/// belong to these orders, to drafts, or to no order.
pub(crate) fn span(orders: &[Order]) -> Option<(&str, &str)> {
    let ids = || orders.iter().map(|order| order.id.as_str());
    ids().min().zip(ids().max())
}

/// Returns the stored events, newest first.
pub(crate) async fn unmatched(db: &Database) -> Result<Vec<UnmatchedEvent>, sqlx::Error> {
    let rows = sqlx::query("SELECT * FROM unmatched_events ORDER BY recorded_at DESC LIMIT 100")
        .fetch_all(db.pool())
        .await?;
    UnmatchedEvent::from_all(&rows)
}

impl FromColumns for HistoryEntry {
    fn from_columns(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(HistoryEntry {
            order_id: row.try_get("order_id")?,
            event_id: row.try_get("event_id")?,
            event_type: row.try_get("event_type")?,
            outcome: row.try_get("outcome")?,
            action: row.try_get("action")?,
            anomaly: row.try_get("anomaly")?,
            note: row.try_get("note")?,
            recorded_at: row.try_get("recorded_at")?,
        })
    }
}

impl FromColumns for UnmatchedEvent {
    fn from_columns(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(UnmatchedEvent {
            event_id: row.try_get("event_id")?,
            event_type: row.try_get("event_type")?,
            account: row.try_get("account")?,
            reason: row.try_get("reason")?,
            body: row.try_get("body")?,
            recorded_at: row.try_get("recorded_at")?,
        })
    }
}
