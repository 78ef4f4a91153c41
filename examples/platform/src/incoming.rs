//! Incoming bodies and forms, limited in size and in time.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use serde::de::DeserializeOwned;

use crate::pages;

/// The largest form of the platform, the table of payment methods, has about 2 KiB.
const LARGEST_FORM: usize = 16 * 1024;
/// How much of a body that is too large is still read, so that the sender receives the response.
const LARGEST_DRAINED: usize = 8 * 1024 * 1024;
/// How long a complete body may take.
const BODY_TIME: Duration = Duration::from_secs(10);

/// Why a body was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unread {
    /// It is longer than the limit.
    TooLarge,
    /// It was not complete in time.
    TooSlow,
    /// The connection closed, or its framing broke, before the body was complete.
    Broken,
}

impl Unread {
    pub(crate) fn status(self) -> StatusCode {
        match self {
            Unread::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Unread::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Unread::Broken => StatusCode::BAD_REQUEST,
        }
    }

    /// For logs.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Unread::TooLarge => "body_too_large",
            Unread::TooSlow => "body_too_slow",
            Unread::Broken => "body_broken",
        }
    }

    /// For the sender.
    pub(crate) fn text(self) -> &'static str {
        match self {
            Unread::TooLarge => "the body is too large",
            Unread::TooSlow => "the body took too long",
            Unread::Broken => "the body is incomplete",
        }
    }
}

/// Reads a body of at most `most` bytes. A larger one is read to its end, within limits, and discarded.
pub(crate) async fn read(body: Body, most: usize) -> Result<Bytes, Unread> {
    let mut body = Limited::new(body, most.max(LARGEST_DRAINED));
    let reading = async {
        let mut bytes = Vec::new();
        let mut is_too_large = false;
        while let Some(frame) = body.frame().await {
            let frame = frame.map_err(|error| match error.is::<LengthLimitError>() {
                true => Unread::TooLarge,
                false => Unread::Broken,
            })?;
            let Ok(data) = frame.into_data() else { continue };
            is_too_large |= bytes.len() + data.len() > most;
            if is_too_large {
                bytes = Vec::new();
            } else {
                bytes.extend_from_slice(&data);
            }
        }
        if is_too_large { Err(Unread::TooLarge) } else { Ok(Bytes::from(bytes)) }
    };
    tokio::time::timeout(BODY_TIME, reading).await.unwrap_or(Err(Unread::TooSlow))
}

/// A form. Use this instead of axum's, which accepts 2 MiB and waits indefinitely.
#[derive(Debug)]
pub(crate) struct Form<T>(pub(crate) T);

/// Why there is no form.
#[derive(Debug)]
pub(crate) enum NoForm {
    Unread(Unread),
    /// Fields are missing or of the wrong type, or it is something else.
    Other(StatusCode),
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Form<T> {
    type Rejection = NoForm;

    async fn from_request(request: Request, state: &S) -> Result<Self, NoForm> {
        let (head, body) = request.into_parts();
        let bytes = read(body, LARGEST_FORM).await.map_err(NoForm::Unread)?;
        let whole = Request::from_parts(head, Body::from(bytes));
        #[expect(clippy::disallowed_types, reason = "the body is here already, and bounded")]
        let form = axum::Form::from_request(whole, state).await;
        form.map(|form| Form(form.0)).map_err(|rejection| NoForm::Other(rejection.status()))
    }
}

impl IntoResponse for NoForm {
    fn into_response(self) -> Response {
        let (status, text) = match self {
            NoForm::Unread(unread) => {
                tracing::warn!(code = unread.code(), "a form was refused");
                let text = match unread {
                    Unread::TooLarge => "The form is larger than any of this site's.",
                    Unread::TooSlow => "It did not arrive in time. Please try again.",
                    Unread::Broken => "It arrived incomplete. Please try again.",
                };
                (unread.status(), text)
            }
            NoForm::Other(status) => (status, "Something is missing in it. Please go back and try again."),
        };
        pages::message(status, "The form was not accepted", text)
    }
}
