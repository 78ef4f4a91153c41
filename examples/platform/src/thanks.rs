//! The return page. Coming back is no proof of payment, so it reads the session, through the merchant
//! of the order, and shows that beside the order's own state. Only webhooks move the order.

use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use counterfoil::webhook::{Expected, OutcomeKind, reconcile};
use counterfoil::{AccountId, fulfillment};
use serde::Deserialize;

use crate::app::{App, Internal, Parts};
use crate::orders::{self, Order};
use crate::pages::{self, Seen};

/// What the success URL carries.
#[derive(Debug, Deserialize)]
pub(crate) struct Return {
    order: String,
    session: String,
}

/// `GET /thanks`
pub(crate) async fn show(
    State(app): State<App>,
    back: Result<Query<Return>, QueryRejection>,
) -> Result<Response, Internal> {
    let order = match &back {
        Ok(Query(back)) => orders::find(&app.db, &back.order)
            .await?
            .filter(|order| order.session_id.as_deref() == Some(&back.session)),
        Err(_) => None,
    };
    let Some(order) = order else {
        let text = "The address is incomplete. Your confirmation is in your e-mail.";
        return Ok(pages::message(StatusCode::NOT_FOUND, "There is no such order", text));
    };
    let seen = match order.state {
        fulfillment::State::Open => look(&app, &order).await,
        // The webhook was faster, and knows more than the session does.
        _ => Seen::NotAsked,
    };
    Ok(pages::thanks(&order, seen))
}

/// What the session says, as long as it is this order's.
async fn look(app: &Parts, order: &Order) -> Seen {
    let ids = order
        .account
        .parse::<AccountId>()
        .ok()
        .zip(order.session_id.as_deref().and_then(|id| id.parse().ok()));
    let Some((account, id)) = ids else { return Seen::Unknown };
    let session = match app.session(account.clone(), id).await {
        Ok(session) => session,
        Err(error) => {
            tracing::warn!(order = order.id, code = error.code(), "cannot read the session: {error}");
            return Seen::Unknown;
        }
    };
    let recorded = Expected {
        account: Some(order.account.clone()),
        amount_total: Some(order.total.minor()),
        currency: Some(order.total.currency().to_string()),
        client_reference_id: Some(order.id.clone()),
        ..Expected::default()
    };
    let differences = recorded.differences(Some(&account), &session);
    if !differences.is_empty() {
        tracing::error!(order = order.id, session = session.id, "not as recorded: {differences:?}");
        return Seen::Unknown;
    }
    // The same outcome as the event will have.
    match reconcile(session, None).map(|outcome| outcome.kind()) {
        Ok(OutcomeKind::Paid | OutcomeKind::NothingToPay) => Seen::Paid,
        Ok(OutcomeKind::AwaitingPayment) => Seen::Processing,
        Ok(OutcomeKind::StillOpen) => Seen::NotPaid,
        Ok(OutcomeKind::PaymentFailed) => Seen::Failed,
        _ => Seen::Unknown,
    }
}
