use counterfoil::AccountId;
use counterfoil::fulfillment::{self, Action};
use counterfoil::webhook::{Difference, Expected, OutcomeKind};

use crate::database::{Database, FromColumns, Tx, now};
use crate::effects;

use super::aftermath::{kept, words};
use super::order::is_id;
use super::{Goods, News, Order, Source};

/// How often a step is retried after another delivery was faster. Every loss means that another delivery's
/// step was stored, and an order has few steps.
const MOST_ATTEMPTS: usize = 8;

/// The result of handling a piece of news.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Handled {
    /// It moved the order, and this action was carried out.
    Moved(Action),
    /// It was recorded; the order did not move.
    Noted,
    /// It was recorded before.
    Repeated,
    /// It contradicts the order; it was recorded and nothing else was done.
    Anomaly(String),
    /// There is no such order; it was stored in full.
    Unmatched,
}

/// Moves the order, with all effects, in one transaction.
///
/// Any number of servers may do this at the same time with the same or other news of the same order: the
/// event is recorded under a unique key, and the state moves by compare-and-set, so one of them wins and the
/// others try again.
pub(crate) async fn advance(db: &Database, news: &News) -> Result<Handled, sqlx::Error> {
    let news = &news.storable();
    for _ in 0..MOST_ATTEMPTS {
        if let Some(handled) = attempt(db, news).await? {
            return Ok(handled);
        }
    }
    Err(sqlx::Error::Protocol(format!(
        "order {:?} kept moving while event {} was handled",
        news.session.client_reference_id, news.source.event_id
    )))
}

/// Stores a genuine event on which nothing could be done.
pub(crate) async fn keep_unmatched(db: &Database, source: &Source, reason: &str) -> Result<(), sqlx::Error> {
    let source = source.storable();
    sqlx::query(
        "INSERT INTO unmatched_events (dedupe_key, event_id, event_type, account, reason, body, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (dedupe_key) DO NOTHING",
    )
    .bind(&source.dedupe_key)
    .bind(&source.event_id)
    .bind(&source.event_type)
    .bind(source.account.as_ref().map(AccountId::as_str))
    .bind(reason)
    .bind(&source.body)
    .bind(now())
    .execute(db.pool())
    .await?;
    Ok(())
}

/// Makes one attempt; returns `None` if another delivery moved the order in between.
async fn attempt(db: &Database, news: &News) -> Result<Option<Handled>, sqlx::Error> {
    let mut tx = db.begin().await?;
    let Some(order) = order_of(&mut tx, news).await? else {
        tx.rollback().await?;
        keep_unmatched(db, &news.source, "no order answers to it").await?;
        return Ok(Some(Handled::Unmatched));
    };
    let anomaly = contradiction(&order, news);
    let step = match anomaly {
        Some(_) => fulfillment::Step { state: order.state, action: Action::None },
        None => fulfillment::advance(order.state, news.outcome),
    };
    let is_still = step.action == Action::None && step.state == order.state;
    if news.was_asked && anomaly.is_none() && is_still && !names_the_payment(&order, news) {
        tx.rollback().await?;
        return Ok(Some(Handled::Noted));
    }
    if !note(&mut tx, &order, news, step.action, anomaly.as_deref()).await? {
        tx.rollback().await?;
        return Ok(Some(Handled::Repeated));
    }
    if let Some(anomaly) = anomaly {
        tx.commit().await?;
        return Ok(Some(Handled::Anomaly(anomaly)));
    }
    let goods = match step.action {
        // A refund can be on its way before the payment itself is known.
        Action::Fulfill | Action::FulfillLate => {
            Goods::Preparing.after(order.total.minor(), &kept(&mut tx, &order).await?)
        }
        _ => order.goods,
    };
    let moved = sqlx::query(
        "UPDATE orders SET state = $1, session_id = $2, customer_email = COALESCE($3, customer_email),
             payment_intent = COALESCE($4, payment_intent), goods = $5, version = version + 1
         WHERE id = $6 AND state = $7 AND version = $8",
    )
    .bind(step.state.as_str())
    .bind(&news.session.id)
    .bind(news.session.customer_email.as_deref())
    .bind(news.session.payment_intent.as_deref())
    .bind(goods.as_str())
    .bind(&order.id)
    .bind(order.state.as_str())
    .bind(order.version)
    .execute(&mut *tx)
    .await?;
    if moved.rows_affected() == 0 {
        tx.rollback().await?;
        return Ok(None);
    }
    let customer_email = news.session.customer_email.clone().or(order.customer_email.clone());
    effects::carry_out(&mut tx, step.action, &Order { customer_email, goods, ..order }).await?;
    tx.commit().await?;
    Ok(Some(match step.action {
        Action::None => Handled::Noted,
        action => Handled::Moved(action),
    }))
}

async fn order_of(tx: &mut Tx, news: &News) -> Result<Option<Order>, sqlx::Error> {
    let Some(id) = news.session.client_reference_id.as_deref().filter(|id| is_id(id)) else {
        return Ok(None);
    };
    let row = sqlx::query("SELECT * FROM orders WHERE id = $1").bind(id).fetch_optional(&mut **tx).await?;
    row.as_ref().map(Order::from_columns).transpose()
}

/// Returns whether the news names the payment that the order was paid with.
fn names_the_payment(order: &Order, news: &News) -> bool {
    // The payment of an open session is only an attempt.
    order.payment_intent.is_none()
        && news.session.payment_intent.is_some()
        && news.outcome != OutcomeKind::StillOpen
}

/// Returns what in the news cannot be true of this order.
fn contradiction(order: &Order, news: &News) -> Option<String> {
    let recorded = Expected {
        account: Some(order.account.clone()),
        // A draft has no session yet, if the process ended between two steps of the checkout.
        session: order.session_id.clone(),
        amount_total: Some(order.total.minor()),
        currency: Some(order.total.currency().to_string()),
        client_reference_id: Some(order.id.clone()),
        ..Expected::default()
    };
    let differences = recorded.differences(news.source.account.as_ref(), &news.session);
    let differences = differences.into_iter().map(|Difference { field, expected, found, .. }| {
        format!("the {} is {}, the order's is {expected}", words(&field), found.as_deref().unwrap_or("none"))
    });
    Some(differences.collect::<Vec<_>>().join("; ")).filter(|text| !text.is_empty())
}

/// Records the event in the order's history; returns false if it is already there.
///
/// A contradiction is stored under its own key: the event's key names the fact, which an event that fits must
/// still be able to report.
async fn note(
    tx: &mut Tx,
    order: &Order,
    news: &News,
    action: Action,
    anomaly: Option<&str>,
) -> Result<bool, sqlx::Error> {
    let Source { dedupe_key, event_id, .. } = &news.source;
    let key = match anomaly {
        Some(_) => format!("contradiction:{event_id}:{dedupe_key}"),
        None => dedupe_key.clone(),
    };
    let written = sqlx::query(
        "INSERT INTO order_events
             (dedupe_key, order_id, event_id, event_type, outcome, action, anomaly, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (dedupe_key) DO NOTHING",
    )
    .bind(key)
    .bind(&order.id)
    .bind(event_id)
    .bind(&news.source.event_type)
    .bind(news.outcome.as_str())
    .bind(action.as_str())
    .bind(anomaly)
    .bind(now())
    .execute(&mut **tx)
    .await?;
    Ok(written.rows_affected() == 1)
}
