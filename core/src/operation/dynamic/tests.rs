use super::*;
use crate::checkout::CreateSession;
use crate::payments::CreateRefund;

#[test]
fn names_and_keys_are_those_of_the_operations() {
    for name in AnyOperation::NAMES {
        let operation = AnyOperation::from_json(name, "{}").unwrap();
        assert_eq!(operation.name(), *name);
    }
    assert_eq!(AnyOperation::from_json("refunds.make", "{}").unwrap_err().code(), "unknown_operation");
}

#[test]
fn the_other_account_is_refused() {
    let platform = Platform::new("sk_test_example".parse().unwrap());
    let key = || Some("k".parse().unwrap());
    let fees = AnyOperation::from_json("application_fees.list", "{}").unwrap();
    let charges = AnyOperation::from_json("charges.list", "{}").unwrap();
    let merchant = platform.merchant("acct_1".parse().unwrap());
    assert_eq!(merchant.any(&fees, key()).unwrap_err().code(), "wrong_scope");
    assert_eq!(platform.any(&charges, key()).unwrap_err().code(), "wrong_scope");
    assert!(merchant.any(&charges, None).is_ok() && platform.any(&fees, None).is_ok());
}

#[test]
fn only_what_deletes_may_have_a_key_or_none() {
    let platform = Platform::new("sk_test_example".parse().unwrap());
    let made = |name: &str, params: &str, key: Option<&str>| {
        let operation = AnyOperation::from_json(name, params).unwrap();
        let account = (!operation.is_on_platform()).then_some("acct_1");
        let call = platform.any_for(account, None, &operation, key.map(|key| key.parse().unwrap()));
        call.map(|call| call.idempotency_key().map(str::to_owned))
    };
    let endpoint = r#"{"id":"we_1"}"#;
    assert_eq!(made("webhook_endpoints.delete", endpoint, None).unwrap(), None);
    assert_eq!(made("webhook_endpoints.delete", endpoint, Some("k")).unwrap().as_deref(), Some("k"));
    assert_eq!(made("webhook_endpoints.retrieve", endpoint, Some("k")).unwrap(), None);
    let error = made("refunds.cancel", r#"{"id":"re_1"}"#, None).unwrap_err();
    assert_eq!(error.code(), "invalid_idempotency_key");
    for name in AnyOperation::NAMES {
        let optional = AnyOperation::from_json(name, "{}").unwrap().operation.key == KeyUse::Optional;
        assert_eq!(optional, name.ends_with(".delete"), "{name}");
    }
}

#[test]
fn a_saved_call_goes_on_where_it_stopped() {
    let platform = Platform::new("sk_test_example".parse().unwrap());
    let refund = r#"{"payment_intent":"pi_1","amount":500}"#;
    let refund = AnyOperation::from_json("refunds.create", refund).unwrap();
    let mut call = platform.any_for(Some("acct_1"), None, &refund, Some("k".parse().unwrap())).unwrap();
    let _ = call.receive(Err(crate::http::TransportError::Closed), 0.5);
    let saved = call.save();
    assert!(!saved.contains("sk_test"), "{saved}");
    let resumed = platform.resume::<CreateRefund>(&saved).unwrap();
    assert_eq!((resumed.request(), resumed.attempt()), (call.request(), 2));
    assert_eq!(resumed.save(), saved);
    let error = platform.resume::<CreateSession>(&saved).unwrap_err();
    assert_eq!(error.code(), "invalid_saved_call");
    for damaged in ["", "{}", &saved.replace("/v1/", "/v9/"), &saved.replace("POST", "PUT")] {
        assert!(platform.resume::<CreateRefund>(damaged).is_err(), "{damaged}");
    }
}
