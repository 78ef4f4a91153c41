//! Injected faults, so that a platform's tests can exercise failures of Stripe.

use serde_json::{Value, json};

use crate::api::Failure;
use crate::http::{Request, Response};

/// The next requests to a path fail in a chosen way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    method: Option<String>,
    path: String,
    times: u32,
    moment: Moment,
    kind: Kind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    Status { status: u16, body: Option<String>, headers: Vec<(String, String)> },
    Garbage(String),
    Close,
}

/// When a request fails, which decides what is stored under its idempotency key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Moment {
    /// Before processing: nothing is done and nothing is stored.
    Before,
    /// During processing: nothing is done, and the failure is stored under the key.
    During,
    /// After processing: everything is done and stored, and only this response is lost.
    After,
}

/// The effect of the faults on one request.
#[derive(Debug)]
pub(crate) enum Verdict {
    /// It never reaches the state machine.
    Instead(Broken),
    /// It fails during processing, under its idempotency key.
    Inside(Failure),
    /// It is carried out, and the response is replaced.
    Afterwards(Broken),
}

/// What the client receives.
#[derive(Debug)]
pub(crate) enum Broken {
    Answer(Response),
    /// The connection closes without a response.
    Closed,
}

impl Fault {
    /// Responds with `status` before processing, once, for every path that starts with `path`.
    pub fn status(path: impl Into<String>, status: u16) -> Self {
        Self::new(path, Kind::Status { status, body: None, headers: Vec::new() })
    }

    /// Responds with 200 and an HTML page in place of JSON.
    pub fn garbage(path: impl Into<String>) -> Self {
        let page = "<html><body>Bad gateway</body></html>".to_owned();
        Self::new(path, Kind::Garbage(page))
    }

    /// Closes the connection without a response.
    pub fn close(path: impl Into<String>) -> Self {
        Self::new(path, Kind::Close)
    }

    /// Applies to this many requests, then no longer.
    #[must_use]
    pub fn times(mut self, times: u32) -> Self {
        self.times = times;
        self
    }

    /// Applies only to requests with this method.
    #[must_use]
    pub fn method(mut self, method: impl Into<String>) -> Self {
        self.method = Some(method.into());
        self
    }

    /// Carries out the request; only its response is lost.
    #[must_use]
    pub fn after(mut self) -> Self {
        self.moment = Moment::After;
        self
    }

    /// Stores the failure under the request's idempotency key, so that a retry receives it again. Only a
    /// status can be stored; other faults then happen before processing.
    #[must_use]
    pub fn remembered(mut self) -> Self {
        self.moment = match self.kind {
            Kind::Status { .. } => Moment::During,
            _ => Moment::Before,
        };
        self
    }

    /// Sets the body of the failing response; a closed connection has none.
    #[must_use]
    pub fn body(mut self, text: impl Into<String>) -> Self {
        match &mut self.kind {
            Kind::Status { body, .. } => *body = Some(text.into()),
            Kind::Garbage(body) => *body = text.into(),
            Kind::Close => {}
        }
        self
    }

    /// Adds a header to the failing response, such as `Stripe-Should-Retry`; only a status has headers.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        if let Kind::Status { headers, .. } = &mut self.kind {
            headers.push((name.into(), value.into()));
        }
        self
    }

    /// Reads the JSON of the control API.
    pub(crate) fn read(order: &Value) -> Result<Self, String> {
        const KNOWN: [&str; 8] = ["path", "method", "times", "kind", "when", "status", "body", "headers"];
        let fields = order.as_object().ok_or("a fault is a JSON object")?;
        if let Some(name) = fields.keys().find(|name| !KNOWN.contains(&name.as_str())) {
            return Err(format!("unknown field {name}; known: {}", KNOWN.join(", ")));
        }
        let text = |name: &str| order.get(name).and_then(Value::as_str);
        let path = text("path").ok_or("path is missing: the start of the paths that fail")?;
        let mut fault = match text("kind") {
            Some("status") => {
                let status = order.get("status").and_then(Value::as_u64);
                let status = status
                    .and_then(|status| u16::try_from(status).ok())
                    .filter(|status| (200..600).contains(status))
                    .ok_or("kind status needs a status from 200 to 599")?;
                Self::status(path, status)
            }
            Some("garbage") => Self::garbage(path),
            Some("close") => Self::close(path),
            _ => return Err("kind must be status, garbage or close".to_owned()),
        };
        let is_status = matches!(fault.kind, Kind::Status { .. });
        fault = match text("when").unwrap_or("before") {
            "before" => fault,
            "after" => fault.after(),
            "during" if is_status => fault.remembered(),
            "during" => return Err("only kind status can happen during the work".to_owned()),
            _ => return Err("when must be before, during or after".to_owned()),
        };
        if let Some(times) = order.get("times") {
            let times = times.as_u64().and_then(|times| u32::try_from(times).ok());
            fault.times = times.ok_or("times must be a positive integer")?;
        }
        let given = |name: &str| order.get(name).is_some();
        match &fault.kind {
            Kind::Close if given("body") || given("headers") => {
                return Err("a closed connection carries no body or headers".to_owned());
            }
            Kind::Garbage(_) if given("headers") => {
                return Err("only kind status carries headers".to_owned());
            }
            _ => {}
        }
        if let Some(method) = text("method") {
            fault = fault.method(method);
        }
        if let Some(body) = text("body") {
            fault = fault.body(body);
        }
        for (name, value) in order.get("headers").and_then(Value::as_object).into_iter().flatten() {
            fault = fault.header(name, value.as_str().ok_or("header values are texts")?);
        }
        Ok(fault)
    }

    fn new(path: impl Into<String>, kind: Kind) -> Self {
        Self { method: None, path: path.into(), times: 1, moment: Moment::Before, kind }
    }

    fn meets(&self, request: &Request) -> bool {
        self.times > 0
            && request.path.starts_with(&self.path)
            && self.method.as_ref().is_none_or(|method| *method == request.method)
    }

    fn verdict(&self) -> Verdict {
        match (self.moment, &self.kind) {
            (Moment::During, Kind::Status { status, body, .. }) => Verdict::Inside(Failure {
                status: *status,
                body: body
                    .as_deref()
                    .and_then(|body| serde_json::from_str(body).ok())
                    .unwrap_or_else(|| error_body(*status)),
            }),
            (Moment::After, _) => Verdict::Afterwards(self.broken()),
            _ => Verdict::Instead(self.broken()),
        }
    }

    fn broken(&self) -> Broken {
        match &self.kind {
            Kind::Close => Broken::Closed,
            Kind::Garbage(body) => Broken::Answer(Response {
                status: 200,
                headers: vec![("Content-Type".to_owned(), "text/html".to_owned())],
                body: body.clone().into_bytes(),
            }),
            Kind::Status { status, body, headers } => {
                let mut response = Response::json(*status, &error_body(*status));
                if let Some(body) = body {
                    response.body = body.clone().into_bytes();
                }
                response.headers.extend(headers.iter().cloned());
                Broken::Answer(response)
            }
        }
    }
}

/// The faults that have not happened yet.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<Fault>);

impl Faults {
    pub(crate) fn add(&mut self, fault: Fault) {
        self.0.push(fault);
    }

    /// Returns the first fault that applies to the request, and uses it once.
    pub(crate) fn strike(&mut self, request: &Request) -> Option<Verdict> {
        let fault = self.0.iter_mut().find(|fault| fault.meets(request))?;
        fault.times -= 1;
        let verdict = fault.verdict();
        self.0.retain(|fault| fault.times > 0);
        Some(verdict)
    }
}

fn error_body(status: u16) -> Value {
    let (kind, code) = match status {
        429 => ("invalid_request_error", Some("rate_limit")),
        status if status < 500 => ("invalid_request_error", None),
        _ => ("api_error", None),
    };
    let mut error = json!({ "type": kind, "message": "a fault on order" });
    if let Some(code) = code {
        error["code"] = json!(code);
    }
    json!({ "error": error })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(method: &str, path: &str) -> Request {
        Request { method: method.to_owned(), path: path.to_owned(), ..Request::default() }
    }

    #[test]
    fn a_fault_strikes_as_often_as_ordered_and_only_where() {
        let mut faults = Faults::default();
        faults.add(Fault::status("/v1/checkout", 500).method("POST").times(2));
        let create = request("POST", "/v1/checkout/sessions");
        assert!(faults.strike(&request("GET", "/v1/checkout/sessions")).is_none());
        assert!(faults.strike(&request("POST", "/v1/refunds")).is_none());
        assert!(faults.strike(&create).is_some());
        assert!(faults.strike(&create).is_some());
        assert!(faults.strike(&create).is_none());
    }

    #[test]
    fn orders_are_read_strictly() {
        let read = |order: Value| Fault::read(&order);
        let order = json!({"path": "/v1", "kind": "status", "status": 429, "times": 3, "when": "during",
                           "headers": {"Retry-After": "1"}});
        let fault = Fault::status("/v1", 429).times(3).remembered().header("Retry-After", "1");
        assert_eq!(read(order).unwrap(), fault);
        for bad in [
            json!({"kind": "close"}),
            json!({"path": "/", "kind": "melt"}),
            json!({"path": "/", "kind": "status"}),
            json!({"path": "/", "kind": "close", "when": "during"}),
            json!({"path": "/", "kind": "close", "body": "{}"}),
            json!({"path": "/", "kind": "status", "status": 500, "times": -1}),
            json!({"path": "/", "kind": "close", "tmies": 2}),
        ] {
            assert!(read(bad.clone()).is_err(), "{bad}");
        }
    }
}
