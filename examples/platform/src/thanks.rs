//! The return page. Coming back is no proof of payment, so it reads the session, through the merchant
//! of the order, and shows that beside the order's own state. Only webhooks move the order.

use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use counterfoil::fulfillment;
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
    let ids = order.account.parse().ok().zip(order.session_id.as_deref().and_then(|id| id.parse().ok()));
    let Some((account, id)) = ids else { return Seen::Unknown };
    let session = match app.session(account, id).await {
        Ok(session) => session,
        Err(error) => {
            tracing::warn!(order = order.id, code = error.code(), "cannot read the session: {error}");
            return Seen::Unknown;
        }
    };
    if session.client_reference_id.as_deref() != Some(&order.id) {
        tracing::error!(order = order.id, session = session.id, "the session belongs to another order");
        return Seen::Unknown;
    }
    match (session.status.as_deref(), session.payment_status.as_deref()) {
        (_, Some("paid" | "no_payment_required")) => Seen::Paid,
        (Some("complete"), _) => Seen::Processing,
        (Some("open"), _) => Seen::NotPaid,
        _ => Seen::Unknown,
    }
}
