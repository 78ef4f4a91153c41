//! Moves an order by what its session says when it is retrieved: for the page that the customer returns to,
//! and for orders whose event never arrived.

use std::time::Duration;

use counterfoil::AccountId;
use counterfoil::webhook::{Outcome, OutcomeKind, reconcile};

use crate::app::{App, Parts};
use crate::orders::{self, Handled, News, Order, Source};

/// How often the sweep checks for orders that are due.
const PAUSE: Duration = Duration::from_secs(1);

/// Checks every order whose event should have arrived by now, forever. Any number of servers may do this at
/// the same time.
pub(crate) async fn sweep(app: App, after: Duration) {
    let after = i64::try_from(after.as_millis()).unwrap_or(i64::MAX);
    loop {
        match orders::next_to_look_at(&app.db, after).await {
            Ok(Some(order)) => {
                if let Err(error) = look(&app, &order).await {
                    tracing::error!(order = order.id, "cannot move an order by its session: {error}");
                }
                continue;
            }
            Ok(None) => {}
            Err(error) => tracing::error!("cannot look for orders whose events are missing: {error}"),
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// The result of checking an order's session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    /// It says this, and the order is in the corresponding state.
    Says(OutcomeKind),
    /// It differs from what was recorded; that was noted, and nothing else was done.
    Contradicts,
    /// It cannot be retrieved now.
    Unreadable,
}

/// Retrieves the order's session, through its merchant, and moves the order by it, as the session's event
/// would.
pub(crate) async fn look(app: &Parts, order: &Order) -> Result<Look, sqlx::Error> {
    let Some((account, session)) = ids(order) else { return Ok(Look::Unreadable) };
    let outcome =
        match app.session(account.clone(), session).await.and_then(|session| reconcile(session, None)) {
            Ok(outcome) => outcome,
            Err(error) => {
                tracing::warn!(order = order.id, code = error.code(), "cannot read the session: {error}");
                return Ok(Look::Unreadable);
            }
        };
    let Some(news) = news(account, &outcome) else { return Ok(Look::Unreadable) };
    let (order, outcome) = (&order.id, outcome.kind());
    Ok(match orders::advance(&app.db, &news).await? {
        Handled::Moved(action) => {
            tracing::info!(order, %outcome, %action, "order moved without an event");
            Look::Says(outcome)
        }
        Handled::Noted | Handled::Repeated => Look::Says(outcome),
        Handled::Anomaly(why) => {
            tracing::error!(order, %outcome, "the session is not as recorded: {why}");
            Look::Contradicts
        }
        Handled::Unmatched => Look::Contradicts,
    })
}

fn ids(order: &Order) -> Option<(AccountId, &str)> {
    Some((order.account.parse().ok()?, order.session_id.as_deref()?))
}

/// Returns the same news as the event would. The session's state is a fact of its own, so it has its own key.
fn news(account: AccountId, outcome: &Outcome) -> Option<News> {
    let session = outcome.session()?;
    let outcome = outcome.kind();
    Some(News {
        source: Source {
            dedupe_key: format!("session:{}:{outcome}", session.id),
            event_id: session.id.clone(),
            event_type: "session read".to_owned(),
            account: Some(account),
            body: session.raw.clone(),
        },
        was_asked: true,
        outcome,
        session: session.clone(),
    })
}
