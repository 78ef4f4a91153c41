//! The return page. A visit is no proof of payment: as long as the order is not settled, the page retrieves
//! the session through the order's merchant, and moves the order by it, as a webhook would.

use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use counterfoil::fulfillment;
use counterfoil::webhook::OutcomeKind;
use serde::Deserialize;

use crate::app::{App, Internal};
use crate::pages::{self, Seen};
use crate::reconciliation::Look;
use crate::{orders, reconciliation};

/// The query of the success URL.
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
    if !matches!(order.state, fulfillment::State::Open | fulfillment::State::AwaitingPayment) {
        return Ok(pages::thanks(&order, Seen::NotAsked));
    }
    let seen = match reconciliation::look(&app, &order).await? {
        Look::Says(OutcomeKind::StillOpen) => Seen::NotPaid,
        _ => Seen::Unknown,
    };
    // The order may have moved, by this check or by a concurrent webhook.
    let order = orders::find(&app.db, &order.id).await?.unwrap_or(order);
    Ok(pages::thanks(&order, seen))
}
