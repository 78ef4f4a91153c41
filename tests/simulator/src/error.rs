//! Stripe's error body.

use serde_json::{Value, json};

/// An error of the API.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ApiError {
    pub(crate) status: u16,
    pub(crate) kind: &'static str,
    pub(crate) code: Option<&'static str>,
    pub(crate) param: Option<String>,
    pub(crate) message: String,
}

impl ApiError {
    /// Creates a 400 `invalid_request_error`.
    pub(crate) fn invalid(message: impl Into<String>) -> Self {
        Self { status: 400, kind: "invalid_request_error", code: None, param: None, message: message.into() }
    }

    /// Creates a 404 `resource_missing`, which is also the response for an object of another account.
    pub(crate) fn missing(kind: &str, id: &str, param: &str) -> Self {
        Self::invalid(format!("no such {kind}: '{id}'")).status(404).code("resource_missing").param(param)
    }

    /// Creates a 501: Stripe may support this, but the simulator does not.
    pub(crate) fn unknown_here(what: impl AsRef<str>) -> Self {
        Self {
            status: 501,
            kind: "api_error",
            code: None,
            param: None,
            message: format!("the simulator does not know {}", what.as_ref()),
        }
    }

    pub(crate) fn status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    pub(crate) fn code(mut self, code: &'static str) -> Self {
        self.code = Some(code);
        self
    }

    pub(crate) fn param(mut self, param: impl Into<String>) -> Self {
        self.param = Some(param.into());
        self
    }

    pub(crate) fn kind(mut self, kind: &'static str) -> Self {
        self.kind = kind;
        self
    }

    /// Returns `{"error": {…}}`; absent fields are left out, as Stripe does.
    pub(crate) fn body(&self) -> Value {
        let mut error = json!({ "message": self.message, "type": self.kind });
        if let Some(code) = self.code {
            error["code"] = json!(code);
        }
        if let Some(param) = &self.param {
            error["param"] = json!(param);
        }
        json!({ "error": error })
    }
}
