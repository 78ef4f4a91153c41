//! What people read in logs and in a debugger: stored names, distinguishable texts, and records that show
//! what they are about.

use counterfoil::Platform;
use counterfoil::checkout::RetrieveSession;
use counterfoil::fulfillment::{Action, State};
use counterfoil::money::{Amount, Currency};
use counterfoil::webhook::{
    EndpointSecret, IgnoredReason, Mode, OutcomeKind, RejectionCode, Source, Tolerance, Webhooks, sign,
};

const NOW: i64 = 1_793_000_000;

#[test]
fn names_are_shown_as_they_are_stored() {
    for state in State::ALL {
        assert_eq!(state.to_string(), state.as_str());
    }
    for kind in OutcomeKind::ALL {
        assert_eq!(kind.to_string(), kind.as_str());
        assert_eq!(kind.as_str().parse::<OutcomeKind>().unwrap(), *kind);
    }
    assert_eq!(Action::FulfillLate.to_string(), "fulfill_late");
    assert_eq!(IgnoredReason::WrongMode.to_string(), "wrong_mode");
    assert_eq!(format!("{:?} {}", Currency::EUR, Currency::JPY), "eur jpy");
}

#[test]
fn nothing_has_no_sign() {
    assert_eq!(Amount::new(0, Currency::EUR).to_string(), "0.00 EUR");
    assert_eq!(Amount::new(-1, Currency::EUR).to_string(), "-0.01 EUR");
    assert_eq!(Amount::new(0, Currency::JPY).to_string(), "0 JPY");
}

#[test]
fn a_rejection_says_which_it_is() {
    let keyring = Webhooks::new([EndpointSecret::new("connect", "whsec_example")]).unwrap();
    let missing = keyring.verify(b"{}", "", NOW).unwrap_err();
    assert_eq!(missing.reason(), RejectionCode::MissingSignature);
    assert_eq!(missing.message(), "the signature header is missing");
    assert_eq!(missing.to_string(), missing.message());
    assert_eq!((missing.status(), RejectionCode::BodyTooLarge.status()), (400, 413));
    for code in RejectionCode::ALL {
        assert!(code.advice().ends_with('.') && !code.message().is_empty(), "{code}");
    }
    let old = keyring.verify(b"{}", &*sign(b"{}", "whsec_example", NOW - 301), NOW).unwrap_err();
    assert_eq!((old.message(), old.code()), ("the signature is too old", "timestamp_too_old"));
    assert!(old.diagnosis().contains("301 s ago"), "{}", old.diagnosis());
    let early = keyring.verify(b"{}", &*sign(b"{}", "whsec_example", NOW + 301), NOW).unwrap_err();
    assert!(early.diagnosis().contains("301 s in the future"), "{}", early.diagnosis());
    assert_eq!(format!("{missing:?}"), format!("WebhookError(missing_signature: {})", missing.diagnosis()));
}

#[test]
fn a_record_shows_what_it_is_about() {
    let secret = EndpointSecret::new("connect", "whsec_example").only_from(Source::Connected);
    assert_eq!(format!("{secret:?}"), "EndpointSecret(connect, Some(Connected), None)");
    let keyring = Webhooks::new([secret.only_in(Mode::Live)]).unwrap();
    let keyring = keyring.with_tolerance(Tolerance::Unchecked).with_max_body(9_999);
    let shown = format!("{keyring:?}");
    for part in ["connect", "Live", "Unchecked", "9999"] {
        assert!(shown.contains(part), "{part} in {shown}");
    }

    let body =
        br#"{"id":"evt_1","object":"event","type":"ping","livemode":false,"created":1,"data":{"object":{}}}"#;
    let event = keyring.verify(body, &*sign(body, "whsec_example", NOW), NOW).unwrap();
    let shown = format!("{event:?}");
    assert!(shown.contains("evt_1") && shown.contains("ping") && shown.contains("connect"), "{shown}");

    let merchant = Platform::new("sk_test_example".parse().unwrap()).merchant("acct_1".parse().unwrap());
    let shown = format!("{:?}", merchant.read(RetrieveSession::new("cs_1")).unwrap());
    assert!(shown.contains("cs_1") && shown.contains("attempt: 1"), "{shown}");
}
