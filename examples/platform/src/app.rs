//! What every request has access to.

use std::sync::Arc;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use counterfoil::checkout::{RetrieveSession, Session};
use counterfoil::webhook::Webhooks;
use counterfoil::{AccountId, Error, Platform};

use crate::catalog::Catalog;
use crate::database::Database;
use crate::pages;
use crate::stripe::Stripe;

pub(crate) type App = Arc<Parts>;

/// The parts of the platform, created once.
#[derive(Debug)]
pub(crate) struct Parts {
    pub(crate) db: Database,
    pub(crate) catalog: Catalog,
    pub(crate) platform: Platform,
    pub(crate) webhooks: Webhooks,
    pub(crate) http: Stripe,
    /// The public URL of this shop, without a trailing slash.
    pub(crate) public_url: String,
    pub(crate) sends_mail: bool,
    /// The simulator's own pages, if payments are simulated.
    pub(crate) simulator: Option<String>,
    /// The content security policy: what pages may load, and where their forms may lead.
    pub(crate) content_policy: HeaderValue,
}

impl Parts {
    /// Retrieves a session from the merchant's account, with the status of its payment. It does not exist on
    /// any other account.
    pub(crate) async fn session(&self, account: AccountId, id: &str) -> Result<Session, Error> {
        let merchant = self.platform.merchant(account);
        let read = RetrieveSession { expand: vec!["payment_intent".to_owned()], ..RetrieveSession::new(id) };
        self.http.send(merchant.read(read)?).await
    }
}

/// An internal error. The visitor learns no more than that.
#[derive(Debug)]
pub(crate) struct Internal(String);

impl<E: std::error::Error> From<E> for Internal {
    fn from(error: E) -> Self {
        Internal(error.to_string())
    }
}

impl IntoResponse for Internal {
    fn into_response(self) -> Response {
        tracing::error!("a request failed: {}", self.0);
        let text = "Something went wrong on our side. Please try again.";
        pages::message(StatusCode::INTERNAL_SERVER_ERROR, "That did not work", text)
    }
}

/// Redirects the visitor with a GET; `None` if the URL is not valid in a header.
pub(crate) fn see_other(url: &str) -> Option<Response> {
    let location = HeaderValue::try_from(url).ok()?;
    Some((StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response())
}
