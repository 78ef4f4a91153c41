use std::collections::BTreeSet;

use crate::error::Fault;
use crate::json::{Invalid, Reader};
use crate::operation::{check_id, operation};
use crate::page::Page;
use crate::params::check_one_of;
use crate::schema::{At, Dynamic, Given, Slot, list_params, object, params, part, record};

object! {
    /// Which payment methods an account offers to its customers, and who may change that.
    ///
    /// The platform's own configuration is the parent; each merchant has a child of it for direct charges.
    /// Whether merchants may change a method at all can be set only in Stripe's Dashboard, not through the
    /// API.
    ///
    /// <https://docs.stripe.com/api/payment_method_configurations/object>
    pub struct PaymentMethodConfiguration: "payment_method_configuration" then take_methods {
        /// `pmc_…`
        pub id: String,
        /// Its name in the Dashboard.
        pub name: Option<String> as personal,
        /// The parent of this configuration; absent for a parent.
        pub parent: Option<String>,
        /// The Connect application of a child, `ca_…`.
        pub application: Option<String>,
        /// Whether it is active.
        pub active: bool,
        /// Whether it is used where no configuration is named.
        pub is_default: bool,
        /// Whether it is in live mode.
        pub livemode: bool,
        /// The methods in the account's country; a method that is absent is not available there.
        pub methods: Vec<MethodState>,
    }
}

part! {
    /// The state of a payment method in a configuration.
    pub struct MethodState {
        /// The method, such as `affirm`.
        pub method: String,
        /// Whether customers can pay with it: it is on, and the capability is active.
        pub available: bool,
        /// The effective setting: `on` or `off`.
        pub value: Option<String> [open("on,off")],
        /// The account's own choice: `on`, `off`, or `none` if it never chose, which is not the same as
        /// `off`.
        pub preference: Option<String> [open("on,off,none")],
        /// In a child, whether the account's choice applies; if `false`, the parent's does.
        pub overridable: Option<bool>,
    }
}

impl PaymentMethodConfiguration {
    /// Returns the state of a method, or `None` if it is not available in the account's country.
    #[must_use]
    pub fn method(&self, name: &str) -> Option<&MethodState> {
        self.methods.iter().find(|state| state.method == name)
    }
}

/// Every member that is an object with a display preference is a method, even one that this version does not
/// know.
fn take_methods(configuration: &mut Dynamic<'_>) {
    let mut methods = Vec::new();
    // The object was parsed before, so no error is possible here.
    let _ = Reader::new(configuration.raw).object(|reader, key| {
        methods.extend(state(reader, key)?);
        Ok(())
    });
    methods.sort_by(|a, b| a.text("method").cmp(b.text("method")));
    let methods = methods.into_iter().map(Slot::Record).collect();
    configuration.set(At::<PaymentMethodConfiguration>::methods, Slot::List(methods));
}

/// Reads the state of a method, if the value is one.
fn state<'t>(reader: &mut Reader<'t>, method: &str) -> Result<Option<Dynamic<'t>>, Invalid> {
    type F = At<MethodState>;
    let mut state = Dynamic::new(MethodState::RECORD);
    state.set(F::method, Slot::Text(method.to_owned().into()));
    let mut is_method = false;
    reader.object(|reader, key| {
        match key {
            "available" => {
                let available = reader.boolean()?.unwrap_or_default();
                state.set(F::available, Slot::Boolean(available));
            }
            "display_preference" => {
                is_method = reader.object(|reader, key| {
                    match key {
                        "overridable" => {
                            let flag = reader.boolean()?.map_or(Slot::Absent, Slot::Boolean);
                            state.set(F::overridable, flag);
                        }
                        "preference" | "value" => {
                            let text = reader.string()?.map_or(Slot::Absent, Slot::Text);
                            state.set(if key == "value" { F::value } else { F::preference }, text);
                        }
                        _ => {
                            reader.skip()?;
                        }
                    }
                    Ok(())
                })?;
            }
            _ => {
                reader.skip()?;
            }
        }
        Ok(())
    })?;
    Ok(is_method.then_some(state))
}

record! {
    /// An account's choice for a payment method.
    #[derive(Eq)]
    pub struct MethodPreference {
        required {
            /// The method, such as `affirm`.
            pub method: String,
            /// `on`, `off`, or `none` for no choice of its own.
            pub preference: String [closed("none,off,on")],
        }
    }
}

list_params! {
    /// Lists payment method configurations: the platform's own through the platform; a merchant's through the
    /// merchant, where the platform's `application` selects the platform's children.
    ///
    /// `GET /v1/payment_method_configurations`,
    /// <https://docs.stripe.com/api/payment_method_configurations/list>.
    #[derive(Eq)]
    pub struct ListPaymentMethodConfigurations {
        /// Only those of this Connect application, `ca_…`.
        pub application: Option<String> [most(100), unset],
        /// Only active ones, or only inactive ones.
        pub active: Option<bool>,
    }
}

operation!(
    ListPaymentMethodConfigurations, "payment_method_configurations.list",
    Read: Get "/v1/payment_method_configurations" -> Page<PaymentMethodConfiguration>,
    [OnMerchant, OnPlatform, List],
    rule ListPaymentMethodConfigurations::check_page
);

params! {
    /// Retrieves a payment method configuration: a parent through the platform, a child through the
    /// merchant.
    ///
    /// `GET /v1/payment_method_configurations/{id}`,
    /// <https://docs.stripe.com/api/payment_method_configurations/retrieve>.
    #[derive(Eq)]
    pub struct RetrievePaymentMethodConfiguration {
        path {
            /// `pmc_…`
            pub id: String,
        }
    }
}

operation!(
    RetrievePaymentMethodConfiguration, "payment_method_configurations.retrieve",
    Read: Get "/v1/payment_method_configurations/{id}" (id: "pmc_") -> PaymentMethodConfiguration,
    [OnMerchant, OnPlatform]
);

params! {
    /// Creates a payment method configuration: on the platform a parent, on a merchant's account a child
    /// of `parent`.
    ///
    /// `POST /v1/payment_method_configurations`,
    /// <https://docs.stripe.com/api/payment_method_configurations/create>.
    #[derive(Eq)]
    pub struct CreatePaymentMethodConfiguration {
        /// Its name in the Dashboard.
        pub name: Option<String> as personal [most(100)],
        /// The parent, `pmc_…`.
        pub parent: Option<String> [most(100)],
        /// The choice for each method that should differ from Stripe's default.
        pub methods: Vec<MethodPreference> [preferences],
    }
}

fn check_new_configuration(given: Given<'_>, _: Option<i64>, faults: &mut Vec<Fault>) {
    type F = At<CreatePaymentMethodConfiguration>;
    if let Some(parent) = given.text(F::parent) {
        check_id("parent", parent, &["pmc_"], faults);
    }
    check_preferences(given, F::methods, faults);
}

operation!(
    CreatePaymentMethodConfiguration, "payment_method_configurations.create",
    Write: Post "/v1/payment_method_configurations" -> PaymentMethodConfiguration,
    [OnMerchant, OnPlatform],
    rule check_new_configuration
);

params! {
    /// Updates a payment method configuration: on the platform a parent, and so the default of all merchants
    /// that have not chosen themselves; on a merchant's account, the merchant's own choice.
    ///
    /// It can neither block a method nor let merchants change one: only Stripe's Dashboard can.
    ///
    /// `POST /v1/payment_method_configurations/{id}`,
    /// <https://docs.stripe.com/api/payment_method_configurations/update>.
    #[derive(Eq)]
    pub struct UpdatePaymentMethodConfiguration {
        path {
            /// `pmc_…`
            pub id: String,
        }
        /// Its name in the Dashboard.
        pub name: Option<String> as personal [most(100)],
        /// Whether it is active.
        pub active: Option<bool>,
        /// The choice for each method that should change.
        pub methods: Vec<MethodPreference> [preferences],
    }
}

fn check_configuration(given: Given<'_>, _: Option<i64>, faults: &mut Vec<Fault>) {
    check_preferences(given, At::<UpdatePaymentMethodConfiguration>::methods, faults);
}

operation!(
    UpdatePaymentMethodConfiguration, "payment_method_configurations.update",
    Write: Post "/v1/payment_method_configurations/{id}" (id: "pmc_") -> PaymentMethodConfiguration,
    [OnMerchant, OnPlatform],
    rule check_configuration
);

fn check_preferences(given: Given<'_>, methods: usize, faults: &mut Vec<Fault>) {
    type F = At<MethodPreference>;
    let mut earlier = BTreeSet::new();
    for (index, wanted) in given.records(methods).enumerate() {
        let at = |field: &str| format!("methods[{index}].{field}");
        let text = |field| wanted.text(field).unwrap_or_default();
        if !is_method_name(text(F::method)) {
            let text = "expected a payment method such as `affirm`";
            faults.push(Fault::new(at("method"), "invalid_payment_method", text));
        }
        if !earlier.insert(text(F::method)) {
            let text = "this method is already in the list";
            faults.push(Fault::new(at("method"), "duplicate_parameter", text));
        }
        check_one_of(Some(text(F::preference)), &["none", "off", "on"], &at("preference"), faults);
    }
}

/// Returns whether a text can be the name of a payment method, including one that this version does not know.
pub(super) fn is_method_name(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    !name.is_empty() && name.bytes().all(plain)
}
