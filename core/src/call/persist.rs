//! Saving a call, to continue it in another process.

use std::borrow::Cow;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::call::Call;
use crate::error::Error;
use crate::http::Method;
use crate::ids::{AccountId, IdempotencyKey, SecretKey};
use crate::json::Json;
use crate::operation::{Operation, Wire};
use crate::platform::{Platform, Prepared, is_api_version};
use crate::schema::registry;

/// A call without its secret key, as it is saved.
struct Saved<'c> {
    operation: &'c str,
    method: &'c str,
    path: &'c str,
    body: &'c str,
    account: Option<&'c str>,
    idempotency_key: Option<&'c str>,
    api_version: &'c str,
    attempt: u32,
    /// The MAC over all of it, under the secret key.
    mac: Cow<'c, str>,
}

impl<O: Operation> Call<O> {
    /// Returns the call as one line of JSON, to store in a database or a queue: operation, body, account,
    /// idempotency key, API version and attempt, but not the secret key.
    ///
    /// [`Platform::resume`] restores the same call from it, in this process or another. If it is saved before
    /// the request is sent, a crash cannot lead to a second payment.
    #[must_use]
    pub fn save(&self) -> String {
        let request = &self.request;
        let mut saved = Saved {
            operation: self.schema.name,
            method: request.method.as_str(),
            path: request.url.get(self.origin..).unwrap_or_default(),
            body: &request.body,
            account: self.account(),
            idempotency_key: self.idempotency_key(),
            api_version: self.header("Stripe-Version").unwrap_or_default(),
            attempt: self.attempt,
            mac: Cow::Borrowed(""),
        };
        let key = self.header("Authorization").and_then(|header| header.strip_prefix("Bearer "));
        let mac = key.and_then(|key| saved.mac_under(key)).map(Mac::finalize);
        let digits = mac.iter().flat_map(|mac| mac.as_bytes()).map(|byte| format!("{byte:02x}"));
        saved.mac = Cow::Owned(digits.collect());
        saved.write()
    }
}

impl Platform {
    /// Restores a call that [`Call::save`] returned: with the same body, key, account and version, and the
    /// count of attempts.
    ///
    /// The saved call is trusted and not checked against Stripe's rules again. Therefore the text contains a
    /// MAC over all of it, under the secret key: a text that was changed, or saved by a platform with another
    /// key, is rejected. After you have rolled the key, build the call anew from the same parameters and with
    /// the same idempotency key.
    ///
    /// Error `invalid_saved_call` if the text is not a saved call, was changed, was saved under another
    /// secret key, or belongs to another operation.
    pub fn resume<O: Operation>(&self, saved: &str) -> Result<Call<O>, Error> {
        let invalid = |text: &str| Error::fault("", "invalid_saved_call", text);
        let tree = Json::parse(saved).unwrap_or(Json::Null);
        let Some(saved) = Saved::read(&tree) else {
            return Err(invalid("expected the text of a saved call"));
        };
        if !saved.is_from(self.secret_key()) {
            return Err(invalid("the saved call was changed, or was saved under another secret key"));
        }
        let known = registry::operation(saved.operation).filter(|schema| O::knows(schema));
        let Some(schema) = known else {
            let text = format!("the saved call is `{}`, not the requested operation", saved.operation);
            return Err(invalid(&text));
        };
        let method = [Method::Get, Method::Post, Method::Delete]
            .into_iter()
            .find(|method| method.as_str() == saved.method);
        let (Some(method), true) = (method, is_api_version(saved.api_version)) else {
            return Err(invalid("the saved call has a method or a version that stripe does not have"));
        };
        let account = saved.account.map(str::parse::<AccountId>).transpose()?;
        let key = saved.idempotency_key.map(str::parse::<IdempotencyKey>).transpose()?;
        let prepared = Prepared {
            schema,
            wire: Wire { method, path: saved.path.to_owned(), body: saved.body.to_owned() },
            version: Cow::Owned(saved.api_version.to_owned()),
        };
        let call = self.sign(prepared, account.as_ref(), key.as_ref());
        Ok(Call { attempt: saved.attempt.max(1), ..call })
    }
}

impl<'c> Saved<'c> {
    fn read(tree: &'c Json) -> Option<Self> {
        let text = |name| tree.member(name).text();
        let optional = |name| match tree.member(name) {
            Json::Null => Some(None),
            other => other.text().map(Some),
        };
        Some(Saved {
            operation: text("operation")?,
            method: text("method")?,
            path: text("path")?,
            body: text("body")?,
            account: optional("account")?,
            idempotency_key: optional("idempotency_key")?,
            api_version: text("api_version")?,
            attempt: u32::try_from(tree.member("attempt").integer()?).ok()?,
            mac: Cow::Borrowed(optional("mac")?.unwrap_or_default()),
        })
    }

    fn write(&self) -> String {
        let text = |text: &str| Json::Text(text.to_owned());
        let optional = |value: Option<&str>| value.map_or(Json::Null, text);
        let members = [
            ("operation", text(self.operation)),
            ("method", text(self.method)),
            ("path", text(self.path)),
            ("body", text(self.body)),
            ("account", optional(self.account)),
            ("idempotency_key", optional(self.idempotency_key)),
            ("api_version", text(self.api_version)),
            ("attempt", Json::Int(self.attempt.into())),
            ("mac", text(&self.mac)),
        ];
        let mut out = String::new();
        Json::Object(members.map(|(name, value)| (name.to_owned(), value)).into()).write(&mut out);
        out
    }

    /// Returns whether the MAC is correct, compared in constant time.
    fn is_from(&self, key: &SecretKey) -> bool {
        let digit = |byte: u8| char::from(byte).to_digit(16).filter(|_| !byte.is_ascii_uppercase());
        let (pairs, rest) = self.mac.as_bytes().as_chunks::<2>();
        let bytes = pairs.iter().map(|[high, low]| u8::try_from(digit(*high)? << 4 | digit(*low)?).ok());
        let given: Option<Vec<u8>> = bytes.collect();
        let mac = self.mac_under(key.expose()).filter(|_| rest.is_empty());
        mac.zip(given).is_some_and(|(mac, given)| mac.verify_slice(&given).is_ok())
    }

    /// Computes the MAC over the fields instead of the text, since a database may reorder the JSON.
    fn mac_under(&self, key: &str) -> Option<Hmac<Sha256>> {
        let mut mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).ok()?;
        // No webhook signature starts with this.
        mac.update(b"counterfoil saved call 1");
        let attempt = self.attempt.to_string();
        let texts = [self.operation, self.method, self.path, self.body, self.api_version, &attempt];
        let optional = [self.account, self.idempotency_key];
        for text in texts.into_iter().map(Some).chain(optional) {
            // An absent field is written like an empty text, and lengths keep the fields apart.
            mac.update(text.map_or("-".to_owned(), |text| text.len().to_string()).as_bytes());
            mac.update(b":");
            mac.update(text.unwrap_or_default().as_bytes());
        }
        Some(mac)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::AnyOperation;
    use crate::checkout::RetrieveSession;
    use crate::platform::Platform;

    fn platform(key: &str) -> Platform {
        Platform::new(key.parse().unwrap())
    }

    fn saved() -> Value {
        let platform = platform("sk_test_example");
        let call = platform.merchant("acct_1".parse().unwrap()).read(RetrieveSession::new("cs_test_1"));
        serde_json::from_str(&call.unwrap().save()).unwrap()
    }

    #[test]
    fn every_change_is_refused() {
        let resume = |saved: &Value| platform("sk_test_example").resume::<AnyOperation>(&saved.to_string());
        let whole = saved();
        assert!(resume(&whole).is_ok());
        for (field, value) in [
            ("operation", json!("checkout.expire")),
            ("method", json!("POST")),
            ("path", json!("/v1/refunds")),
            ("body", json!("charge=ch_1")),
            ("account", json!("acct_2")),
            ("account", json!(null)),
            ("idempotency_key", json!("k")),
            ("idempotency_key", json!("")),
            ("api_version", json!("2025-09-30.clover")),
            ("attempt", json!(3)),
            ("mac", json!("")),
            ("mac", json!("00".repeat(32))),
            ("mac", json!("ü".repeat(32))),
        ] {
            let mut changed = whole.clone();
            changed[field] = value;
            assert_eq!(resume(&changed).unwrap_err().code(), "invalid_saved_call", "{field}");
        }
        let mut without = whole.clone();
        without.as_object_mut().unwrap().remove("mac");
        assert_eq!(resume(&without).unwrap_err().code(), "invalid_saved_call");
        let mut moved = whole.clone();
        moved["path"] = json!("/v1/checkout/sessions/cs_test_");
        moved["body"] = json!("1");
        assert!(resume(&moved).is_err());
    }

    #[test]
    fn another_key_is_refused_and_none_shows() {
        let text = saved().to_string();
        assert!(!text.contains("sk_test"), "{text}");
        let error = platform("sk_test_other").resume::<AnyOperation>(&text).unwrap_err();
        assert_eq!(error.code(), "invalid_saved_call");
    }
}
