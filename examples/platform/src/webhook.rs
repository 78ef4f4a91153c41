//! Stripe's events: verified, classified, and passed to the order that they are about.

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use counterfoil::webhook::{Event, IgnoredReason, Outcome, OutcomeKind, RejectionCode, WebhookError};

use crate::app::{App, Parts};
use crate::database::now;
use crate::orders::{self, Handled, News, Source};
use crate::{admin, aftermath, incoming};

/// More than the size of any event.
const LARGEST_BODY: usize = 1024 * 1024;

/// `POST /webhooks/stripe`
///
/// Responds with 2xx once the event is stored, 4xx if it is not genuine, and 5xx if Stripe should send it
/// again.
pub(crate) async fn receive(State(app): State<App>, headers: HeaderMap, body: Body) -> Response {
    let body = match incoming::read(body, LARGEST_BODY).await {
        Ok(body) => body,
        Err(unread) => {
            tracing::warn!(code = unread.code(), "webhook refused: {}", unread.text());
            return (unread.status(), unread.text()).into_response();
        }
    };
    let event = match app.webhooks.verify(&body, headers.get("stripe-signature"), now() / 1000) {
        Ok(event) => event,
        Err(rejection) => return refuse(&rejection),
    };
    match handle(&app, &event, &body).await {
        Ok(()) => StatusCode::OK.into_response(),
        Err(error) => {
            tracing::error!(event = event.id(), "webhook not handled, to be sent again: {error}");
            (StatusCode::SERVICE_UNAVAILABLE, "not now, please send it again").into_response()
        }
    }
}

async fn handle(
    app: &Parts,
    event: &Event<'_>,
    body: &[u8],
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let mut outcome = event.outcome();
    if let Outcome::Fetch(fetch) = &outcome {
        let is_session = fetch.object() == "checkout.session";
        let is_aftermath =
            matches!(fetch.object(), "charge" | "refund" | "dispute") && event.account().is_some();
        if !is_session && !is_aftermath {
            tracing::debug!(event = event.id(), object = fetch.object(), "not read: no order moves by it");
            return Ok(());
        }
        if event.account().is_none() {
            return Ok(orders::keep_unmatched(&app.db, &source(event, body), "it names no merchant").await?);
        }
        let call = fetch.call(&app.platform, event.account())?;
        outcome = event.outcome_with(app.http.send(call).await?)?;
    }
    let kind = outcome.kind();
    match outcome {
        Outcome::Ignored(IgnoredReason::UnknownPaymentStatus | IgnoredReason::UnreadableObject) => {
            tracing::warn!(event = event.id(), kind = event.kind(), "kept: it cannot be understood");
            orders::keep_unmatched(&app.db, &source(event, body), "it cannot be understood").await?;
        }
        Outcome::Ignored(reason) => {
            tracing::debug!(event = event.id(), kind = event.kind(), "ignored: {reason}");
        }
        // The platform's own account has no orders, but the merchants' plans.
        outcome if event.account().is_none() => match outcome.session() {
            Some(session) if session.subscription.is_some() => admin::began(app, session).await?,
            Some(_) => orders::keep_unmatched(&app.db, &source(event, body), "it names no merchant").await?,
            None => admin::follow(app, &outcome).await?,
        },
        outcome => match outcome.session() {
            Some(session) => {
                let (source, session) = (source(event, body), session.clone());
                let news = News { source, was_asked: false, outcome: kind, session };
                let handled = orders::advance(&app.db, &news).await?;
                report(event, kind, &handled);
            }
            None if is_of_aftermath(&outcome) => {
                let Some(account) = event.account() else { return Ok(()) };
                aftermath::follow(app, &source(event, body), &outcome, account).await?;
            }
            None => tracing::info!(event = event.id(), outcome = %kind, "no order moves by it"),
        },
    }
    Ok(())
}

fn is_of_aftermath(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Refunded { .. } | Outcome::RefundChanged(_) | Outcome::DisputeChanged(_))
}

fn refuse(rejection: &WebhookError) -> Response {
    tracing::warn!(code = rejection.code(), "webhook refused: {}", rejection.diagnosis());
    let status = match rejection.reason() {
        RejectionCode::BodyTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        _ => StatusCode::BAD_REQUEST,
    };
    (status, rejection.message()).into_response()
}

fn source(event: &Event<'_>, body: &[u8]) -> Source {
    Source {
        dedupe_key: event.dedupe_key(),
        event_id: event.id().to_owned(),
        event_type: event.kind().to_owned(),
        account: event.merchant(),
        body: String::from_utf8_lossy(body).into_owned(),
    }
}

fn report(event: &Event<'_>, outcome: OutcomeKind, handled: &Handled) {
    let event = event.id();
    match handled {
        Handled::Moved(action) => tracing::info!(event, %outcome, %action, "order moved"),
        Handled::Noted | Handled::Repeated => tracing::info!(event, %outcome, "nothing to do: {handled:?}"),
        Handled::Anomaly(why) => tracing::warn!(event, %outcome, "noted, not acted on: {why}"),
        Handled::Unmatched => tracing::warn!(event, %outcome, "kept: no order answers to it"),
    }
}
