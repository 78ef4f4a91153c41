use serde::Serialize;

use crate::answer::FromObject as _;
use crate::error::{Error, Fault};
use crate::fee::Fee;
use crate::http::Method;
use crate::json::Json;
use crate::money::{Amount, Currency};
use crate::operation::{OnMerchant, Operation, Wire, Write, sealed::Sealed, write_down};
use crate::params::{self, FromJson, Metadata, check_length, check_web_address, params, record};

use super::{LineItem, Session};

params! {
    /// Creates a Checkout Session on the merchant's account. Answer the customer's click with 303 to
    /// the session's `url`.
    ///
    /// `POST /v1/checkout/sessions`, <https://docs.stripe.com/api/checkout/sessions/create>.
    pub struct CreateSession {
        /// What the session is for. Required; this version builds `payment`.
        pub mode: Option<Mode>,
        /// What the customer buys: 1 to 100 lines in one currency.
        pub line_items: Vec<LineItem>,
        /// What the platform keeps. It is computed from the line items, which must all have a
        /// `price_data`, and sent as `payment_intent_data.application_fee_amount`.
        #[serde(skip)]
        pub application_fee: Option<Fee>,
        /// Where the customer comes back to after paying. Stripe replaces the text
        /// `{CHECKOUT_SESSION_ID}` by the session's id: read the session then, since coming back is no
        /// proof of payment. Required.
        pub success_url: Option<String>,
        /// Where the customer comes back to after giving up.
        pub cancel_url: Option<String>,
        /// Your order's id, at most 200 characters; every event of the session carries it.
        pub client_reference_id: Option<String>,
        /// The id of a Customer that exists on the merchant's own account.
        pub customer: Option<String>,
        /// Fills the page's e-mail field; not together with `customer`.
        pub customer_email: Option<String>,
        /// The page's language, such as `fr`; `auto`, the default, follows the browser.
        pub locale: Option<String>,
        /// When the session expires, in unix seconds: 30 minutes to 24 hours after its creation.
        pub expires_at: Option<i64>,
        /// Your own data, kept on the session: at most 50 keys.
        pub metadata: Metadata,
        /// What is passed on to the payment intent.
        pub payment_intent_data: Option<PaymentIntentData>,
    }
}

record! {
    /// What a Checkout Session passes on to its payment intent.
    pub struct PaymentIntentData {
        /// The platform's fee in minor units, if it is not left to
        /// `application_fee`.
        pub application_fee_amount: Option<i64>,
        /// A text for the merchant, at most 1000 characters.
        pub description: Option<String>,
        /// Your own data, kept on the payment intent: at most 50 keys.
        pub metadata: Metadata,
        /// Where Stripe sends its receipt.
        pub receipt_email: Option<String>,
        /// `on_session` or `off_session`, to keep the payment method for later payments.
        pub setup_future_usage: Option<String>,
        /// What the customer's bank statement says, at most 22 characters; not for cards.
        pub statement_descriptor: Option<String>,
        /// What a card's statement says after the merchant's own prefix, at most 22 characters.
        pub statement_descriptor_suffix: Option<String>,
    }
}

/// What a Checkout Session is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// A payment, once.
    #[default]
    Payment,
    /// A subscription. Not built by this version: error `unsupported_mode`.
    Subscription,
    /// Keeping a payment method for later. Not built by this version: error `unsupported_mode`.
    Setup,
}

impl FromJson for Mode {
    fn read(json: Json, at: &str, faults: &mut Vec<Fault>) -> Self {
        match String::read(json, at, faults).as_str() {
            "payment" | "" => Mode::Payment,
            "subscription" => Mode::Subscription,
            "setup" => Mode::Setup,
            _ => {
                faults.push(Fault::new(at, "invalid_value", "expected `payment`, `subscription` or `setup`"));
                Mode::Payment
            }
        }
    }
}

impl CreateSession {
    /// A session in `payment` mode; see `success_url`.
    pub fn payment(success_url: impl Into<String>) -> Self {
        CreateSession {
            mode: Some(Mode::Payment),
            success_url: Some(success_url.into()),
            ..CreateSession::default()
        }
    }

    /// The sum of the lines, where all of it is known here.
    fn total(&self) -> Option<Amount> {
        let mut totals = self.line_items.iter().map(LineItem::total);
        let first = totals.next()??;
        totals.try_fold(first, |sum, line| {
            let line = line.filter(|line| line.currency() == sum.currency())?;
            Some(Amount::new(sum.minor().checked_add(line.minor())?, sum.currency()))
        })
    }

    fn check(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        match self.mode {
            Some(Mode::Payment) => {}
            Some(_) => {
                let text = "this version builds sessions in `payment` mode only";
                faults.push(Fault::new("mode", "unsupported_mode", text));
            }
            None => faults.push(Fault::new("mode", "missing_parameter", "expected `payment`")),
        }
        self.check_lines(&mut faults);
        self.check_urls(&mut faults);
        if self.customer.is_some() && self.customer_email.is_some() {
            let text = "expected `customer` or `customer_email`, not both";
            faults.push(Fault::new("customer_email", "parameters_exclusive", text));
        }
        for (path, text, most) in
            [("client_reference_id", &self.client_reference_id, 200), ("customer", &self.customer, 5000)]
        {
            if let Some(text) = text {
                check_length(text, most, path, &mut faults);
            }
        }
        self.metadata.check("metadata", &mut faults);
        if let Some(data) = &self.payment_intent_data {
            data.check(&mut faults);
        }
        for (path, _) in self.extra.iter() {
            faults.extend(refused_extra(path));
        }
        faults
    }

    fn check_lines(&self, faults: &mut Vec<Fault>) {
        match self.line_items.len() {
            0 => faults.push(Fault::new("line_items", "missing_parameter", "expected 1 to 100 line items")),
            101.. => faults.push(Fault::new("line_items", "too_many_items", "expected 1 to 100 line items")),
            _ => {}
        }
        let mut session_currency: Option<Currency> = None;
        for (index, item) in self.line_items.iter().enumerate() {
            let at = format!("line_items[{index}]");
            item.check(&at, faults);
            let currency = item.price_data.as_ref().and_then(|price| price.currency.parse().ok());
            match (session_currency, currency) {
                (Some(first), Some(other)) if first != other => {
                    let text = format!("expected {first} as in the lines before: a session has one currency");
                    faults.push(Fault::new(format!("{at}.price_data.currency"), "mixed_currencies", text));
                }
                (None, _) => session_currency = currency,
                _ => {}
            }
        }
    }

    fn check_urls(&self, faults: &mut Vec<Fault>) {
        if self.success_url.is_none() {
            let text = "expected the address to which the customer comes back";
            faults.push(Fault::new("success_url", "missing_parameter", text));
        }
        for (path, url) in [("success_url", &self.success_url), ("cancel_url", &self.cancel_url)] {
            check_web_address(url.as_deref(), path, faults);
            if url.as_deref().is_some_and(hides_the_session_id) {
                let text = "the braces of {CHECKOUT_SESSION_ID} are percent-encoded, so stripe would not fill it in: pass them as they are";
                faults.push(Fault::new(path, "escaped_placeholder", text));
            }
        }
    }

    /// The fee to send, in minor units, from either of the two places where it can be given.
    fn fee(&self, faults: &mut Vec<Fault>) -> Option<i64> {
        const PATH: &str = "payment_intent_data.application_fee_amount";
        let given = self.payment_intent_data.as_ref().and_then(|data| data.application_fee_amount);
        match (given, self.application_fee, self.total()) {
            (Some(_), Some(_), _) => {
                let text = "expected `application_fee` or this amount, not both";
                faults.push(Fault::new(PATH, "parameters_exclusive", text));
            }
            (Some(fee), None, _) if fee <= 0 => {
                faults.push(Fault::new(PATH, "fee_not_positive", "expected more than zero minor units"));
            }
            (Some(fee), None, Some(total)) if fee >= total.minor() => {
                let text = format!("expected less than the total of {total}");
                faults.push(Fault::new(PATH, "fee_not_below_total", text));
            }
            (Some(fee), None, total) => {
                faults.extend(total.and_then(|total| Amount::new(fee, total.currency()).fault(PATH)));
            }
            (None, Some(fee), Some(total)) => match fee.compute(total) {
                Ok(fee) => return Some(fee),
                Err(fault) => faults.push(fault),
            },
            // With faulty lines the total is unknown, and the lines' own faults say why.
            (None, Some(_), None) if faults.is_empty() => {
                let text = "the total is unknown here, since a line has a `price` instead of a `price_data`: pass `payment_intent_data.application_fee_amount`";
                faults.push(Fault::new("application_fee", "fee_needs_total", text));
            }
            (None, _, _) => {}
        }
        given
    }
}

impl PaymentIntentData {
    fn check(&self, faults: &mut Vec<Fault>) {
        for (name, text, most) in [
            ("description", &self.description, 1000),
            ("statement_descriptor", &self.statement_descriptor, 22),
            ("statement_descriptor_suffix", &self.statement_descriptor_suffix, 22),
        ] {
            if let Some(text) = text {
                check_length(text, most, &format!("payment_intent_data.{name}"), faults);
            }
        }
        if self
            .setup_future_usage
            .as_deref()
            .is_some_and(|usage| !["on_session", "off_session"].contains(&usage))
        {
            let text = "expected `on_session` or `off_session`";
            faults.push(Fault::new("payment_intent_data.setup_future_usage", "invalid_value", text));
        }
        self.metadata.check("payment_intent_data.metadata", faults);
    }
}

impl Sealed for CreateSession {}

impl Write for CreateSession {}

impl OnMerchant for CreateSession {}

impl Operation for CreateSession {
    type Answer = Session;

    fn name(&self) -> &'static str {
        "checkout.create"
    }

    fn writes(&self) -> bool {
        true
    }

    fn wire(&self, _now: Option<i64>) -> Result<Wire, Error> {
        let mut faults = self.check();
        let fee = self.fee(&mut faults);
        let mut data = self.payment_intent_data.clone();
        if fee.is_some() {
            data.get_or_insert_default().application_fee_amount = fee;
        }
        let params = CreateSession { payment_intent_data: data, ..self.clone() };
        write_down(&params, Some(&self.extra), Method::Post, "/v1/checkout/sessions".into(), faults)
    }

    fn answer(_: &str, body: &str) -> Result<Session, &'static str> {
        Session::from_json(body)
    }

    fn knows(name: &str) -> bool {
        name == "checkout.create"
    }
}

/// Parameters that must not come in through `extra` either, with the reason.
fn refused_extra(path: &str) -> Option<Fault> {
    let names = |name: &str| {
        let rest = path.strip_prefix(name);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    let at = || params::join("extra", path);
    if names("payment_method_types") {
        let text = "stripe removed this parameter in 2026-09-30.endive: it chooses the methods itself; narrow them with `allowed_payment_method_types` or `excluded_payment_method_types`";
        return Some(Fault::new(at(), "removed_parameter", text));
    }
    let destination = ["on_behalf_of", "transfer_data", "transfer_group"];
    let inner = path.strip_prefix("payment_intent_data").unwrap_or_default();
    if destination.iter().any(|name| inner.trim_start_matches(['.', '[']).starts_with(name)) {
        let text = "this belongs to destination charges or to separate transfers; a direct charge is the merchant's own from the start";
        return Some(Fault::new(at(), "not_a_direct_charge", text));
    }
    None
}

fn hides_the_session_id(url: &str) -> bool {
    url.to_ascii_uppercase().contains("%7BCHECKOUT_SESSION_ID%7D")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_faults_are_told_at_once() {
        let session = CreateSession {
            line_items: vec![LineItem::default(), LineItem::priced("", Amount::new(-1, Currency::EUR), 0)],
            cancel_url: Some("shop.example".into()),
            ..CreateSession::default()
        };
        let error = session.wire(None).unwrap_err();
        let paths: Vec<&str> = error.as_faults().iter().map(|fault| fault.path.as_str()).collect();
        assert_eq!(
            paths,
            [
                "mode",
                "line_items[0].price_data",
                "line_items[0].quantity",
                "line_items[1].quantity",
                "line_items[1].price_data.unit_amount",
                "line_items[1].price_data.product_data.name",
                "success_url",
                "cancel_url",
            ]
        );
    }

    #[test]
    fn the_nearest_name_is_offered() {
        let error = CreateSession::from_json(r#"{"line_items":[{"quantiy":1}]}"#).unwrap_err();
        assert_eq!(error.as_faults()[0].path, "line_items[0].quantiy");
        assert!(error.to_string().contains("did you mean `quantity`"), "{error}");
    }
}
