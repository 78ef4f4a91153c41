use counterfoil::money::{Amount, Currency};
use sqlx::Row;
use sqlx::any::AnyRow;

use crate::database::{Database, FromColumns, Tx, storable};

use super::{Order, span};

/// What has happened to an order's money since it was paid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Aftermath {
    pub(crate) refunds: Vec<Refund>,
    pub(crate) disputes: Vec<Dispute>,
}

/// A refund to the customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refund {
    pub(crate) id: String,
    pub(crate) order_id: String,
    /// In minor units of the order's currency.
    pub(crate) amount: i64,
    /// Stripe's own status.
    pub(crate) status: String,
}

/// A dispute or an inquiry of the customer's bank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Dispute {
    pub(crate) id: String,
    pub(crate) order_id: String,
    pub(crate) amount: i64,
    pub(crate) currency: String,
    /// Stripe's own status.
    pub(crate) status: String,
    pub(crate) reason: String,
    /// Unix seconds; absent if no response is possible.
    pub(crate) due_by: Option<i64>,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    Refunded(Refund),
    /// It did not reach the customer; `was_told` says whether the customer was told about it.
    RefundFailed {
        refund: Refund,
        was_told: bool,
    },
    Disputed(Dispute),
    DisputeMoved(Dispute),
    DisputeClosed(Dispute),
}

impl Refund {
    /// Returns whether the customer has received it, or will.
    pub(crate) fn counts(&self) -> bool {
        !matches!(self.status.as_str(), "failed" | "canceled")
    }
}

impl Dispute {
    /// Returns whether the bank has decided. A loss can still be appealed.
    pub(crate) fn is_closed(&self) -> bool {
        matches!(self.status.as_str(), "won" | "lost" | "warning_closed" | "prevented")
    }

    /// Returns whether the money belongs to the customer, or may.
    pub(crate) fn threatens(&self) -> bool {
        !self.is_closed() || self.status == "lost"
    }

    /// Returns whether it is an inquiry, which has withdrawn nothing.
    pub(crate) fn is_inquiry(&self) -> bool {
        self.status.starts_with("warning_")
    }

    pub(crate) fn shown(&self) -> String {
        match self.currency.parse::<Currency>() {
            Ok(currency) => Amount::new(self.amount, currency).to_string(),
            Err(_) => format!("{} {}", self.amount, self.currency),
        }
    }
}

impl Aftermath {
    /// Returns the same, as text that every database accepts.
    pub(super) fn storable(&self) -> Self {
        let mut same = self.clone();
        for Refund { id, status, .. } in &mut same.refunds {
            (*id, *status) = (storable(id), storable(status));
        }
        for Dispute { id, currency, status, reason, .. } in &mut same.disputes {
            (*id, *currency) = (storable(id), storable(currency));
            (*status, *reason) = (storable(status), storable(reason));
        }
        same
    }

    /// Returns the refunded amount, in minor units.
    pub(crate) fn refunded(&self) -> i64 {
        let counted = self.refunds.iter().filter(|refund| refund.counts());
        counted.fold(0, |sum, refund| sum.saturating_add(refund.amount))
    }

    /// Returns the dispute that matters most now.
    pub(crate) fn dispute(&self) -> Option<&Dispute> {
        let open = self.disputes.iter().find(|dispute| !dispute.is_closed());
        open.or_else(|| self.disputes.iter().find(|dispute| dispute.threatens())).or(self.disputes.first())
    }

    /// Returns whether goods of this price should not be shipped now.
    pub(crate) fn holds_goods(&self, total: i64) -> bool {
        (total > 0 && self.refunded() >= total) || self.disputes.iter().any(Dispute::threatens)
    }

    /// Returns the changes since `before`: refunds first.
    pub(crate) fn changes_since(&self, before: &Aftermath) -> Vec<Change> {
        let mut changes = Vec::new();
        for refund in &self.refunds {
            let known = before.refunds.iter().find(|known| known.id == refund.id);
            let was_told = known.is_some_and(Refund::counts);
            let is_news = known.is_none_or(|known| known.counts() != refund.counts());
            if is_news {
                changes.push(if refund.counts() {
                    Change::Refunded(refund.clone())
                } else {
                    Change::RefundFailed { refund: refund.clone(), was_told }
                });
            }
        }
        for dispute in &self.disputes {
            let known = before.disputes.iter().find(|known| known.id == dispute.id);
            if known.is_some_and(|known| known.status == dispute.status) {
                continue;
            }
            changes.push(if dispute.is_closed() {
                Change::DisputeClosed(dispute.clone())
            } else if known.is_none() {
                Change::Disputed(dispute.clone())
            } else {
                Change::DisputeMoved(dispute.clone())
            });
        }
        changes
    }
}

impl Change {
    /// Returns the name of the action taken, for the history.
    pub(crate) fn action(&self) -> &'static str {
        match self {
            Change::Refunded(_) => "refund",
            Change::RefundFailed { .. } => "refund_failed",
            Change::Disputed(_) => "dispute",
            Change::DisputeMoved(_) => "dispute_moved",
            Change::DisputeClosed(_) => "dispute_closed",
        }
    }

    /// Returns the change in words.
    pub(crate) fn note(&self, total: Amount) -> String {
        let amount = |refund: &Refund| Amount::new(refund.amount, total.currency());
        match self {
            Change::Refunded(refund) => format!("{} of {total} went back to the customer.", amount(refund)),
            Change::RefundFailed { refund, .. } => {
                format!("A refund of {} did not reach the customer; somebody should look.", amount(refund))
            }
            Change::Disputed(dispute) if dispute.is_inquiry() => {
                format!("The customer's bank asks about {} ({}).", dispute.shown(), words(&dispute.reason))
            }
            Change::Disputed(dispute) => {
                format!("The customer's bank disputes {} ({}).", dispute.shown(), words(&dispute.reason))
            }
            Change::DisputeMoved(dispute) => format!("The dispute is now: {}.", words(&dispute.status)),
            Change::DisputeClosed(dispute) if dispute.is_inquiry() => {
                "The bank's inquiry has ended.".to_owned()
            }
            Change::DisputeClosed(dispute) => format!("The dispute has ended: {}.", words(&dispute.status)),
        }
    }
}

/// Returns Stripe's names in words.
pub(crate) fn words(name: &str) -> String {
    name.replace('_', " ")
}

/// Returns what has happened to the money of these orders.
pub(crate) async fn aftermath_of(db: &Database, orders: &[Order]) -> Result<Aftermath, sqlx::Error> {
    let Some((first, last)) = span(orders) else { return Ok(Aftermath::default()) };
    let refunds = sqlx::query("SELECT * FROM refunds WHERE order_id BETWEEN $1 AND $2 ORDER BY id")
        .bind(first)
        .bind(last)
        .fetch_all(db.pool())
        .await?;
    let disputes = sqlx::query("SELECT * FROM disputes WHERE order_id BETWEEN $1 AND $2 ORDER BY id")
        .bind(first)
        .bind(last)
        .fetch_all(db.pool())
        .await?;
    Ok(Aftermath { refunds: Refund::from_all(&refunds)?, disputes: Dispute::from_all(&disputes)? })
}

impl Aftermath {
    /// Returns the part about one of the orders.
    pub(crate) fn about(&self, order: &Order) -> Aftermath {
        let (mut refunds, mut disputes) = (self.refunds.clone(), self.disputes.clone());
        refunds.retain(|refund| refund.order_id == order.id);
        disputes.retain(|dispute| dispute.order_id == order.id);
        Aftermath { refunds, disputes }
    }
}

/// Returns what is in the books about one order, inside a transaction.
pub(crate) async fn kept(tx: &mut Tx, order: &Order) -> Result<Aftermath, sqlx::Error> {
    let refunds = sqlx::query("SELECT * FROM refunds WHERE order_id = $1 ORDER BY id")
        .bind(&order.id)
        .fetch_all(&mut **tx)
        .await?;
    let disputes = sqlx::query("SELECT * FROM disputes WHERE order_id = $1 ORDER BY id")
        .bind(&order.id)
        .fetch_all(&mut **tx)
        .await?;
    Ok(Aftermath { refunds: Refund::from_all(&refunds)?, disputes: Dispute::from_all(&disputes)? })
}

/// Stores the current state from Stripe.
pub(super) async fn keep(tx: &mut Tx, now: &Aftermath) -> Result<(), sqlx::Error> {
    for refund in &now.refunds {
        sqlx::query(
            "INSERT INTO refunds (id, order_id, amount, status) VALUES ($1, $2, $3, $4)
             ON CONFLICT (id) DO UPDATE SET amount = excluded.amount, status = excluded.status",
        )
        .bind(&refund.id)
        .bind(&refund.order_id)
        .bind(refund.amount)
        .bind(&refund.status)
        .execute(&mut **tx)
        .await?;
    }
    for dispute in &now.disputes {
        sqlx::query(
            "INSERT INTO disputes (id, order_id, amount, currency, status, reason, due_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (id) DO UPDATE SET amount = excluded.amount, currency = excluded.currency,
                 status = excluded.status, reason = excluded.reason, due_by = excluded.due_by",
        )
        .bind(&dispute.id)
        .bind(&dispute.order_id)
        .bind(dispute.amount)
        .bind(&dispute.currency)
        .bind(&dispute.status)
        .bind(&dispute.reason)
        .bind(dispute.due_by)
        .execute(&mut **tx)
        .await?;
    }
    Ok(())
}

impl FromColumns for Refund {
    fn from_columns(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Refund {
            id: row.try_get("id")?,
            order_id: row.try_get("order_id")?,
            amount: row.try_get("amount")?,
            status: row.try_get("status")?,
        })
    }
}

impl FromColumns for Dispute {
    fn from_columns(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Dispute {
            id: row.try_get("id")?,
            order_id: row.try_get("order_id")?,
            amount: row.try_get("amount")?,
            currency: row.try_get("currency")?,
            status: row.try_get("status")?,
            reason: row.try_get("reason")?,
            due_by: row.try_get("due_by")?,
        })
    }
}
