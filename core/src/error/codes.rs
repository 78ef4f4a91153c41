//! Every code that an error of this crate can have, with its meaning and what to do about it.

/// A code of [`Error::code`](super::Error::code) or [`Fault::code`](super::Fault::code), explained. Stripe's
/// own codes, which an error can have, too, are documented at <https://docs.stripe.com/error-codes>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ErrorCode {
    /// The code, in stable snake case.
    pub code: &'static str,
    /// Where such errors come from.
    pub origin: ErrorOrigin,
    /// What is wrong, in one sentence.
    pub meaning: &'static str,
    /// What to do about it, in one sentence.
    pub advice: &'static str,
}

crate::names::names! {
    /// Where an error comes from.
    #[non_exhaustive]
    pub enum ErrorOrigin {
        /// A value that was passed in is wrong; nothing was sent.
        Fault = "fault",
        /// What came back is not the response that was asked for.
        Response = "response",
        /// Nothing came back.
        Transport = "transport",
        /// The package failed, which in Rust is a panic.
        Internal = "internal",
    }
}

impl ErrorCode {
    /// Every code, by origin and then by name.
    pub const ALL: &[ErrorCode] = CODES;

    /// The explanation of a code; nothing for Stripe's own codes.
    #[must_use]
    pub fn find(code: &str) -> Option<&'static ErrorCode> {
        CODES.iter().find(|known| known.code == code)
    }
}

const CODES: &[ErrorCode] = &[
    fault("amount_negative", "An amount is below zero.", "Pass zero or more minor units."),
    fault(
        "amount_not_in_step",
        "The currency takes amounts in larger steps than its minor unit.",
        "Round the amount to the step that the message names.",
    ),
    fault("amount_too_large", "An amount or a sum does not fit 64 bits.", "Check the amount and its unit."),
    fault(
        "amount_too_precise",
        "An amount has more decimals than its currency.",
        "Round the amount before you pass it.",
    ),
    fault(
        "cannot_block",
        "Stripe's API cannot block a payment method.",
        "Block it in the Dashboard, under the payment methods of connected accounts.",
    ),
    fault(
        "duplicate_label",
        "Two webhook signing secrets have the same label.",
        "Give each secret a unique label.",
    ),
    fault("duplicate_parameter", "The same value or parameter is set twice.", "Set it once."),
    fault(
        "duplicate_secret",
        "The same webhook signing secret was passed twice.",
        "Pass each endpoint's own secret once.",
    ),
    fault(
        "escaped_placeholder",
        "The braces of `{CHECKOUT_SESSION_ID}` are percent-encoded, so Stripe would not replace it.",
        "Add the placeholder to the URL as it is, without encoding it.",
    ),
    fault(
        "fee_invalid",
        "The application fee itself is contradictory or negative.",
        "Correct the part of the fee that the path names.",
    ),
    fault(
        "fee_needs_total",
        "What the customer will pay is not known, so the application fee cannot be computed.",
        "Compute the fee yourself and pass it as `payment_intent_data.application_fee_amount`.",
    ),
    fault(
        "fee_not_below_total",
        "The application fee is not less than the payment.",
        "Lower the fee, or set its `max`.",
    ),
    fault(
        "fee_not_positive",
        "The application fee is zero or less.",
        "Leave the fee out where you do not charge one.",
    ),
    fault(
        "fee_on_platform",
        "An application fee was set where no merchant pays one.",
        "Leave the fee out: the platform receives the whole payment.",
    ),
    fault(
        "fee_refund_above_fee",
        "More of an application fee was refunded than was collected.",
        "Check the refunds of the fee that you passed.",
    ),
    fault(
        "float_not_allowed",
        "A number is not an integer of at most 64 bits.",
        "Pass minor units as an integer, or a decimal as text.",
    ),
    fault("invalid_account_id", "A text is not the id of an account.", "Pass the merchant's `acct_…`."),
    fault("invalid_action", "A text is not the name of an action.", "Pass the action as it was returned."),
    fault(
        "invalid_amount",
        "A text is not a decimal number.",
        "Pass digits with at most one point, such as `20.00`.",
    ),
    fault(
        "invalid_api_base",
        "The base URL of Stripe's API is not an origin that is safe to send the secret key to.",
        "Pass scheme, host and port only, with https unless it is this machine.",
    ),
    fault(
        "invalid_api_version",
        "A text is not a version of Stripe's API.",
        "Pass a version such as `2026-10-28.endive`, or leave it out.",
    ),
    fault("invalid_country", "A text is not a country code.", "Pass two upper-case letters, such as `AT`."),
    fault("invalid_currency", "A text is not a currency code.", "Pass three letters, such as `eur`."),
    fault(
        "invalid_domain",
        "A text is not a domain.",
        "Pass a host name such as `shop.example`, without scheme, port or path.",
    ),
    fault(
        "invalid_id",
        "A text is not an id of the kind that is expected here.",
        "Pass the id that Stripe returned for this kind of object.",
    ),
    fault(
        "invalid_idempotency_key",
        "A write has no idempotency key, or one that Stripe does not take.",
        "Pass 1 to 255 visible ASCII characters that name what must happen once.",
    ),
    fault(
        "invalid_json",
        "A text is not JSON.",
        "Pass a JSON object; the message says where reading stopped.",
    ),
    fault(
        "invalid_outcome",
        "A text is not the name of an outcome.",
        "Pass the kind of an outcome as it is.",
    ),
    fault(
        "invalid_parameter_path",
        "A key of `extra` is not the path of a parameter.",
        "Write it as `branding_settings.button_color` or `line_items[0].tax_rates[0]`.",
    ),
    fault(
        "invalid_payment_method",
        "A text is not the name of a payment method.",
        "Pass one of Stripe's names, such as `affirm`.",
    ),
    fault("invalid_percent", "A value is not a percentage.", "Pass 0 to 100 with at most two decimals."),
    fault(
        "invalid_saved_call",
        "A saved call was changed, is not complete, or was saved under another secret key.",
        "Build the call again under the same idempotency key.",
    ),
    fault(
        "invalid_saved_review",
        "A text is not a review as it was saved.",
        "Make the review again from what Stripe returns now.",
    ),
    fault(
        "invalid_secret_key",
        "A text is not a secret or restricted key of Stripe's API.",
        "Pass the platform's `sk_…` or `rk_…`, without white space.",
    ),
    fault(
        "invalid_state",
        "A text is not the state of an order.",
        "Store and pass the state as it was returned, and start with `open`.",
    ),
    fault(
        "invalid_text",
        "A text contains a lone surrogate: it was cut in the middle of a character.",
        "Do not cut a text in the middle of a character.",
    ),
    fault(
        "invalid_url",
        "A text is not an absolute address of the web.",
        "Pass an http or https URL without spaces or control characters.",
    ),
    fault(
        "invalid_value",
        "A word is not among those that Stripe takes here, or looks like a misspelled one.",
        "Pass one of the words that the message names; a newer one goes into `extra`.",
    ),
    fault(
        "invalid_webhook_secret",
        "A text is not a webhook signing secret.",
        "Pass the endpoint's whole `whsec_…`, without white space.",
    ),
    fault(
        "metadata_key_length",
        "A key of metadata is empty or too long.",
        "Use keys of 1 to 40 characters.",
    ),
    fault(
        "method_not_available",
        "A payment method is not available in the platform's country.",
        "Leave the method out.",
    ),
    fault("missing_parameter", "A value that is required is absent or blank.", "Pass the value."),
    fault(
        "mixed_currencies",
        "Amounts in different currencies were combined.",
        "Use one currency for everything that belongs to one payment.",
    ),
    fault(
        "no_session",
        "The outcome carries no session to compare the order with.",
        "Compare only outcomes with a session; fetch the object of a thin event first.",
    ),
    fault(
        "not_a_child",
        "A merchant's payment method configuration does not belong to the platform's.",
        "Pass the configuration whose `parent` is the platform's.",
    ),
    fault(
        "not_a_direct_charge",
        "A parameter would turn the direct charge into another kind of charge.",
        "Leave the parameter out: the merchant receives the payment directly.",
    ),
    fault(
        "not_encodable",
        "A value has no form in Stripe's encoding.",
        "Pass an object of texts, integers, booleans, lists and objects.",
    ),
    fault(
        "not_in_this_mode",
        "A parameter does not belong to the mode of the session.",
        "Leave the parameter out, or change `mode`.",
    ),
    fault(
        "not_in_this_ui_mode",
        "A parameter does not belong to the `ui_mode` of the session.",
        "Leave the parameter out, or change `ui_mode`.",
    ),
    fault(
        "out_of_range",
        "A number or a time is outside the range that Stripe takes.",
        "Pass a value inside the range that the message names.",
    ),
    fault(
        "parameters_exclusive",
        "Two parameters were passed of which Stripe takes one.",
        "Pass one of the two.",
    ),
    fault(
        "refund_above_payment",
        "More was refunded than was paid.",
        "Check the refunds and the payment that you passed.",
    ),
    fault(
        "removed_parameter",
        "Stripe has removed this parameter from its API.",
        "Use the parameters that the message names instead.",
    ),
    fault(
        "review_outdated",
        "What was reviewed has changed since.",
        "Make the review again and have it confirmed.",
    ),
    fault("too_long", "A text has more characters than Stripe takes.", "Shorten the text."),
    fault("too_many_items", "A list has more items than Stripe takes.", "Pass fewer items."),
    fault(
        "unknown_event_type",
        "Test events of this type cannot be made.",
        "Pass a type that has an outcome, without the `v1.` of thin events.",
    ),
    fault(
        "unknown_operation",
        "There is no operation of this name.",
        "Pass a name such as `checkout.sessions.create`.",
    ),
    fault(
        "unknown_parameter",
        "A key is not the name of a parameter.",
        "Correct the name, or pass the parameter in `extra` by its path.",
    ),
    fault(
        "wrong_object",
        "An object is not the one that the event or the session names.",
        "Retrieve the named object from the event's own account.",
    ),
    fault(
        "wrong_scope",
        "The operation belongs to the other account: the platform's own, or a merchant's.",
        "Make the call through the merchant, or through the platform, as the message says.",
    ),
    fault(
        "wrong_type",
        "A value has another JSON type than expected.",
        "Pass the type that the message names.",
    ),
    response(
        "unexpected_object",
        "The response is JSON, but not the object that was asked for.",
        "Check the base URL and any proxy, and that the id belongs to this kind of object.",
    ),
    response(
        "unexpected_redirect",
        "The server responded with a redirect, which Stripe's API never does.",
        "Check the base URL and any proxy.",
    ),
    response(
        "unreadable_answer",
        "The response is not JSON, so it is unknown whether Stripe acted.",
        "Try again with the same idempotency key.",
    ),
    transport(
        "connection_closed",
        "The connection closed before the whole response arrived.",
        "Try again with the same idempotency key.",
    ),
    transport(
        "connection_failed",
        "No connection to Stripe could be made.",
        "Check the network, or try again with the same idempotency key.",
    ),
    transport(
        "response_too_large",
        "The response is longer than any of Stripe's.",
        "Check any proxy, then try again with the same idempotency key.",
    ),
    transport(
        "timeout",
        "Stripe did not respond in time, so it is unknown whether it acted.",
        "Try again with the same idempotency key.",
    ),
    transport(
        "tls_failed",
        "The TLS connection to Stripe was refused.",
        "Check the system's certificates and any proxy.",
    ),
    ErrorCode {
        code: "internal",
        origin: ErrorOrigin::Internal,
        meaning: "The WebAssembly module stopped, most likely because memory ran out.",
        advice: "Respond to a delivery with 500, so that Stripe sends it again; report it if it recurs.",
    },
];

const fn fault(code: &'static str, meaning: &'static str, advice: &'static str) -> ErrorCode {
    ErrorCode { code, origin: ErrorOrigin::Fault, meaning, advice }
}

const fn response(code: &'static str, meaning: &'static str, advice: &'static str) -> ErrorCode {
    ErrorCode { code, origin: ErrorOrigin::Response, meaning, advice }
}

const fn transport(code: &'static str, meaning: &'static str, advice: &'static str) -> ErrorCode {
    ErrorCode { code, origin: ErrorOrigin::Transport, meaning, advice }
}

/// What every error that is made goes through in tests: a code without a row is found there.
#[track_caller]
pub(super) fn known(code: &'static str) -> &'static str {
    debug_assert!(ErrorCode::find(code).is_some(), "`{code}` has no row in error/codes.rs");
    code
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::{Advice, Error, Fault};
    use crate::http::TransportError;

    #[test]
    fn codes_are_sorted_and_explained_in_a_sentence() {
        for pair in CODES.windows(2) {
            let place = |code: &ErrorCode| (code.origin as u8, code.code);
            assert!(place(&pair[0]) < place(&pair[1]), "{} before {}", pair[0].code, pair[1].code);
        }
        for known in CODES {
            for text in [known.meaning, known.advice] {
                let starts = text.starts_with(|letter: char| letter.is_ascii_uppercase());
                assert!(starts && text.ends_with('.'), "{}: {text}", known.code);
            }
        }
    }

    #[test]
    fn every_failure_is_explained() {
        for failure in [
            TransportError::Connect,
            TransportError::Timeout,
            TransportError::Closed,
            TransportError::Tls,
            TransportError::TooLarge,
        ] {
            let known = ErrorCode::find(failure.code()).unwrap();
            assert_eq!(known.origin, ErrorOrigin::Transport);
            assert_eq!(Error::failure(failure).advice(), known.advice);
        }
        let transport = CODES.iter().filter(|known| known.origin == ErrorOrigin::Transport);
        assert_eq!(transport.count(), 5);
    }

    #[test]
    fn errors_say_what_to_do() {
        let error = Error::of_faults(vec![
            Fault::new("quantity", "out_of_range", "expected at least 1"),
            Fault::new("mode", "invalid_value", "expected `payment`"),
        ]);
        assert_eq!(error.advice(), "Pass a value inside the range that the message names.");
        assert!(error.faults()[1].advice().contains("`extra`"));
        let refusal = crate::StripeError { status: 402, ..crate::StripeError::default() };
        assert_eq!(Error::stripe(refusal).advice(), Advice::AskCustomer.text());
        assert!(ErrorCode::find("resource_missing").is_none());
    }

    #[test]
    #[should_panic(expected = "has no row in error/codes.rs")]
    fn a_code_without_a_row_is_found() {
        let _ = Fault::new("", "no_such_code", "");
    }
}
