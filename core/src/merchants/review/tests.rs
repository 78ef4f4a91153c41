use super::*;
use proptest::prelude::*;

fn configuration(
    id: &str,
    parent: Option<&str>,
    methods: &[(&str, &str, &str, bool)],
) -> PaymentMethodConfiguration {
    let parent = parent.map_or("null".to_owned(), |parent| format!("\"{parent}\""));
    let methods: String = methods
        .iter()
        .map(|(name, value, preference, overridable)| {
            format!(
                r#","{name}":{{"available":{},"display_preference":{{"value":"{value}","preference":"{preference}","overridable":{overridable}}}}}"#,
                *value == "on"
            )
        })
        .collect();
    let text =
        format!(r#"{{"id":"{id}","object":"payment_method_configuration","parent":{parent}{methods}}}"#);
    PaymentMethodConfiguration::from_json(&text).unwrap()
}

fn wanted(method: &str, setting: &str) -> WantedMethod {
    WantedMethod { method: method.into(), setting: setting.into() }
}

/// Does what Stripe does with the calls: changes the default, and with it every merchant without a choice of
/// its own that applies.
fn apply(step: &ReviewStep, parent: &mut PaymentMethodConfiguration, merchants: &mut [MerchantMethods]) {
    for MethodPreference { method, preference } in &step.operation.methods {
        let set = |state: &mut MethodState| state.value = Some(preference.clone());
        for state in parent.methods.iter_mut().filter(|state| state.method == *method) {
            set(state);
            state.preference = Some(preference.clone());
        }
        let children = merchants.iter_mut().flat_map(|merchant| &mut merchant.configuration.methods);
        for state in children.filter(|state| state.method == *method) {
            if state.overridable == Some(false) || state.preference.as_deref() == Some("none") {
                set(state);
            }
        }
    }
}

fn shop() -> (PaymentMethodConfiguration, Vec<MerchantMethods>) {
    let parent = configuration("pmc_1", None, &[("card", "on", "on", true), ("klarna", "off", "off", true)]);
    let child = |account: &str, preference: &str, value: &str| MerchantMethods {
        account: account.into(),
        configuration: configuration(
            &format!("pmc_{account}"),
            Some("pmc_1"),
            &[("card", "on", "none", false), ("klarna", value, preference, true)],
        ),
        capabilities: Metadata::from([("card_payments", "active"), ("klarna_payments", "pending")]),
    };
    (parent, vec![child("acct_1", "none", "off"), child("acct_2", "off", "off"), child("acct_3", "on", "on")])
}

#[test]
fn a_merchants_own_choice_stands() {
    let (parent, merchants) = shop();
    let review = Review::of(&parent, &merchants, &[wanted("klarna", "on"), wanted("card", "on")]).unwrap();
    assert_eq!(review.changes.len(), 1);
    let effects: Vec<(&str, &str, &str, &str)> = review
        .effects
        .iter()
        .map(|effect| (&*effect.account, &*effect.before, &*effect.after, &*effect.customers))
        .collect();
    assert_eq!(
        effects,
        [
            ("acct_1", "off", "on", "hidden_without_capability"),
            ("acct_2", "off", "off", "hidden"),
            ("acct_3", "on", "on", "hidden_without_capability"),
        ]
    );
}

#[test]
fn an_apply_that_stopped_goes_on_and_ends() {
    let (mut parent, mut merchants) = shop();
    let review = Review::of(&parent, &merchants, &[wanted("klarna", "on"), wanted("card", "off")]).unwrap();
    let steps = review.remaining(&parent, &merchants).unwrap();
    assert_eq!(steps.len(), 2);
    apply(&steps[0], &mut parent, &mut merchants);
    let left = review.remaining(&parent, &merchants).unwrap();
    assert_eq!(left, steps[1..]);
    apply(&left[0], &mut parent, &mut merchants);
    assert_eq!(review.remaining(&parent, &merchants).unwrap(), []);
    let again = Review::of(&parent, &merchants, &[wanted("klarna", "on"), wanted("card", "off")]).unwrap();
    assert_eq!((again.changes, again.effects), (vec![], vec![]));
}

#[test]
fn another_starting_point_is_refused_with_the_difference() {
    let (parent, mut merchants) = shop();
    let review = Review::of(&parent, &merchants, &[wanted("klarna", "on")]).unwrap();
    merchants[0].configuration.methods[1].preference = Some("off".into());
    merchants.remove(2);
    let error = review.remaining(&parent, &merchants).unwrap_err();
    let paths: Vec<&str> = error.faults().iter().map(|fault| &*fault.path).collect();
    assert_eq!(paths, ["acct_1.klarna", "acct_3.card", "acct_3.klarna"]);
    assert!(error.faults().iter().all(|fault| fault.code == "review_outdated"));
}

#[test]
fn what_only_the_dashboard_can_do_is_refused() {
    let (parent, mut merchants) = shop();
    merchants[1].configuration.parent = Some("pmc_2".into());
    let wishes =
        [wanted("klarna", "blocked"), wanted("alma", "on"), wanted("klarna", "maybe"), wanted("A", "on")];
    let error = Review::of(&parent, &merchants, &wishes).unwrap_err();
    let faults: Vec<(&str, &str)> = error.faults().iter().map(|fault| (&*fault.path, fault.code)).collect();
    assert_eq!(
        faults,
        [
            ("wanted[0].setting", "cannot_block"),
            ("wanted[1].method", "method_not_available"),
            ("wanted[2].method", "duplicate_parameter"),
            ("wanted[2].setting", "invalid_value"),
            ("wanted[3].method", "invalid_payment_method"),
            ("merchants[1]", "not_a_child"),
        ]
    );
}

/// Scanning the whole list for each of its items would take minutes.
#[test]
#[expect(clippy::disallowed_methods, clippy::disallowed_types, reason = "a test is a host")]
fn the_work_grows_with_the_list_and_not_with_its_square() {
    let start = std::time::Instant::now();
    let (parent, merchants) = shop();
    let wishes: Vec<WantedMethod> = (0..80_000).map(|n| wanted(&format!("m{n}"), "on")).collect();
    let error = Review::of(&parent, &merchants, &wishes).unwrap_err();
    assert_eq!(error.faults().len(), 80_000);

    let many: Vec<MerchantMethods> = (0..25_000)
        .map(|n| MerchantMethods { account: format!("acct_{n}"), ..merchants[0].clone() })
        .collect();
    let review = Review::of(&parent, &many, &[wanted("klarna", "on")]).unwrap();
    assert_eq!(review.remaining(&parent, &many).unwrap().len(), 1);
    assert_eq!(review.remaining(&parent, &many[1..]).unwrap_err().faults().len(), 2);

    let methods = wishes
        .iter()
        .map(|one| MethodPreference { method: one.method.clone(), preference: one.setting.clone() });
    let update = UpdatePaymentMethodConfiguration {
        id: "pmc_1".into(),
        methods: methods.collect(),
        ..UpdatePaymentMethodConfiguration::default()
    };
    let platform = crate::Platform::new("sk_test_1".parse().unwrap());
    assert!(platform.call(update, "key".parse().unwrap()).is_ok());
    assert!(start.elapsed() < std::time::Duration::from_secs(20), "{:?}", start.elapsed());
}

proptest! {
    #[test]
    fn applying_and_reading_back_gives_no_difference(
        parents in prop::collection::vec(any::<bool>(), 4),
        children in prop::collection::vec((0..3_usize, any::<bool>()), 8),
        wishes in prop::collection::vec(any::<bool>(), 4),
    ) {
        const METHODS: [&str; 4] = ["card", "ideal", "klarna", "sepa_debit"];
        let word = |on: bool| if on { "on" } else { "off" };
        let own: Vec<_> = METHODS.iter().zip(&parents).map(|(name, on)| (*name, word(*on), word(*on), true)).collect();
        let mut parent = configuration("pmc_1", None, &own);
        let mut merchants: Vec<MerchantMethods> = children.chunks(4).enumerate().map(|(index, states)| {
            let states: Vec<_> = METHODS.iter().zip(states).zip(&parents).map(|((name, (choice, free)), default)| {
                let preference = ["none", "on", "off"][*choice];
                let value = if *free && preference != "none" { preference } else { word(*default) };
                (*name, value, preference, *free)
            }).collect();
            MerchantMethods {
                account: format!("acct_{index}"),
                configuration: configuration("pmc_child", Some("pmc_1"), &states),
                capabilities: Metadata::default(),
            }
        }).collect();
        let wishes: Vec<WantedMethod> = METHODS.iter().zip(wishes).map(|(name, on)| wanted(name, word(on))).collect();

        let review = Review::of(&parent, &merchants, &wishes).unwrap();
        let kept = Review::resume(&review.save()).unwrap();
        let mut keys = Vec::new();
        // Simulates a crash after each call.
        while let Some(step) = kept.remaining(&parent, &merchants).unwrap().first() {
            prop_assert!(!keys.contains(&step.key));
            keys.push(step.key.clone());
            apply(step, &mut parent, &mut merchants);
        }
        prop_assert_eq!(keys.len(), review.changes.len());
        for effect in &review.effects {
            let merchant = merchants.iter().find(|merchant| merchant.account == effect.account).unwrap();
            let state = merchant.configuration.method(&effect.method).unwrap();
            prop_assert_eq!(state.value.as_deref(), Some(&*effect.after));
        }
        let again = Review::of(&parent, &merchants, &wishes).unwrap();
        prop_assert!(again.changes.is_empty());
    }
}
