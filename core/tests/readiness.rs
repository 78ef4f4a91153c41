//! Readiness is monotone: meeting a requirement, or granting or enabling something, never makes a merchant
//! less ready.

use counterfoil::merchants::{AccountRef, MerchantAccount, OnboardingOptions, onboard, readiness};

/// The statuses of a capability of an account of v2, in increasing order.
const STATUSES: [&str; 8] = [
    "",
    r#"{"status":"rejected","status_details":[{"code":"rejected_fraud","resolution":"contact_stripe"}]}"#,
    r#"{"status":"unsupported","status_details":[{"code":"unsupported_country","resolution":"no_resolution"}]}"#,
    r#"{"status":"restricted","status_details":[]}"#,
    r#"{"status":"restricted","status_details":[{"code":"requirements_past_due","resolution":"provide_info"}]}"#,
    r#"{"status":"restricted","status_details":[{"code":"requirements_pending_verification","resolution":"no_resolution"}]}"#,
    r#"{"status":"pending","status_details":[{"code":"determining_status","resolution":"no_resolution"}]}"#,
    r#"{"status":"active","status_details":[]}"#,
];

const ENTRIES: [&str; 4] = [
    r#"{"description":"a","awaiting_action_from":"user","minimum_deadline":{"status":"past_due"},"errors":[{"code":"e"}]}"#,
    r#"{"description":"b","awaiting_action_from":"user","minimum_deadline":{"status":"currently_due"},"errors":[]}"#,
    r#"{"description":"c","awaiting_action_from":"user","minimum_deadline":{"status":"eventually_due"},"errors":[]}"#,
    r#"{"description":"d","awaiting_action_from":"stripe","minimum_deadline":{"status":"currently_due"},"errors":[]}"#,
];

fn account(applied: bool, cards: &str, klarna: &str, entries: u32) -> MerchantAccount {
    let capabilities = [("card_payments", cards), ("klarna_payments", klarna)];
    let capabilities = capabilities.iter().filter(|(_, status)| !status.is_empty());
    let capabilities: Vec<String> =
        capabilities.map(|(name, status)| format!(r#""{name}":{status}"#)).collect();
    let entries: Vec<&str> = (0..4).filter(|bit| entries & (1 << bit) != 0).map(|bit| ENTRIES[bit]).collect();
    let configurations = if applied { r#""merchant""# } else { "" };
    let json = format!(
        r#"{{"id":"acct_1","object":"v2.core.account","dashboard":"express","applied_configurations":[{configurations}],
            "configuration":{{"merchant":{{"applied":{applied},"capabilities":{{{}}}}}}},
            "requirements":{{"entries":[{}],"summary":{{"minimum_deadline":{{"status":"past_due","time":"2026-12-01T00:00:00Z"}}}}}}}}"#,
        capabilities.join(","),
        entries.join(",")
    );
    MerchantAccount::from_json(&json).unwrap()
}

fn codes(account: &MerchantAccount) -> (bool, Vec<String>) {
    let found = readiness(account, &["klarna_payments"]);
    (found.ready, found.missing.into_iter().map(|one| format!("{} {}", one.code, one.detail)).collect())
}

#[test]
fn what_is_met_never_makes_a_merchant_less_ready() {
    for applied in [false, true] {
        for cards in STATUSES {
            for klarna in STATUSES {
                for entries in 0..16 {
                    let (ready, missing) = codes(&account(applied, cards, klarna, entries));
                    // One entry less.
                    for bit in (0..4).filter(|bit| entries & (1 << bit) != 0) {
                        let (after, left) = codes(&account(applied, cards, klarna, entries & !(1 << bit)));
                        assert_eq!(after, ready, "a requirement that is due disables nothing by itself");
                        assert!(left.iter().all(|one| missing.contains(one)), "{missing:?} {left:?}");
                    }
                    // A capability is granted.
                    let active = STATUSES[7];
                    for better in
                        [account(applied, active, klarna, entries), account(applied, cards, active, entries)]
                    {
                        let (after, left) = codes(&better);
                        assert!(after || !ready, "{cards} {klarna}");
                        assert!(
                            left.len() <= missing.len() || (cards.is_empty() && !applied),
                            "{missing:?} {left:?}"
                        );
                    }
                    assert!(ready || codes(&account(true, active, klarna, entries)).0);
                }
            }
        }
    }
}

#[test]
fn every_state_has_a_step_that_can_be_made() {
    let options = OnboardingOptions {
        needed: vec!["klarna_payments".to_owned()],
        refresh_url: Some("https://platform.example/again".to_owned()),
        ..OnboardingOptions::default()
    };
    let platform = counterfoil::Platform::new("sk_test_example".parse().unwrap());
    let mut stages = std::collections::BTreeSet::new();
    for (applied, cards, klarna, entries) in STATUSES.iter().flat_map(|cards| {
        STATUSES.iter().flat_map(move |klarna| {
            [(false, *cards, *klarna, 15), (true, *cards, *klarna, 1), (true, *cards, *klarna, 0)]
        })
    }) {
        let found = onboard(Some(&account(applied, cards, klarna, entries)), &options).unwrap();
        assert!(found.ready || found.next.is_some(), "{found:?}");
        if let Some(operation) = found.next.as_ref().and_then(|next| next.call().unwrap()) {
            let key = Some("step-1".parse().unwrap());
            platform.any(&operation, key).unwrap();
        }
        stages.insert(found.stage);
    }
    let new = onboard(None::<AccountRef<'_>>, &options).unwrap();
    assert_eq!((new.stage.as_str(), new.next.unwrap().action.as_str()), ("new", "create_account"));
    assert_eq!(
        stages.into_iter().collect::<Vec<_>>(),
        ["blocked", "details_needed", "in_review", "ready", "unrequested"]
    );
}
