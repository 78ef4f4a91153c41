use std::collections::BTreeSet;

use crate::error::Fault;
use crate::json::{Invalid, Reader};
use crate::operation::{check_id, operation};
use crate::page::Page;
use crate::params::check_one_of;
use crate::schema::{At, Dynamic, Given, Slot, list_params, object, params, part, record};

object! {
    /// Which payment methods an account shows to its customers, and who may change that.
    ///
    /// The platform's own is the parent; each merchant has a child of it for direct charges. Stripe's
    /// Dashboard sets what the API cannot: whether merchants may change a method at all.
    ///
    /// <https://docs.stripe.com/api/payment_method_configurations/object>
    pub struct PaymentMethodConfiguration: "payment_method_configuration" then take_methods {
        /// `pmc_…`
        pub id: String,
        /// What it is called in the Dashboard.
        pub name: Option<String> as personal,
        /// The configuration that this one is a child of; absent for a parent.
        pub parent: Option<String>,
        /// Of a child, the Connect application, `ca_…`.
        pub application: Option<String>,
        /// Whether it can be used.
        pub active: bool,
        /// Whether it is used where none is named.
        pub is_default: bool,
        /// Whether it is in live mode.
        pub livemode: bool,
        /// The methods that there are in the account's country; one that is absent is not available there.
        pub methods: Vec<MethodState>,
    }
}

part! {
    /// The state of a payment method in a configuration.
    pub struct MethodState {
        /// The method, such as `affirm`.
        pub method: String,
        /// Whether customers can pay with it: it is on, and the account has the capability.
        pub available: bool,
        /// What is in force: `on` or `off`.
        pub value: Option<String> [open("on,off")],
        /// What the account chose: `on`, `off`, or `none` for never having chosen, which is not `off`.
        pub preference: Option<String> [open("on,off,none")],
        /// In a child, whether the account's choice counts; if `false`, the parent's does.
        pub overridable: Option<bool>,
    }
}

impl PaymentMethodConfiguration {
    /// How a method stands; nothing if it is not available in the account's country.
    #[must_use]
    pub fn method(&self, name: &str) -> Option<&MethodState> {
        self.methods.iter().find(|state| state.method == name)
    }
}

/// Every member that is an object with a display preference is a method, also one that this version has not
/// heard of.
fn take_methods(configuration: &mut Dynamic<'_>) {
    let mut methods = Vec::new();
    // The object was read before, so that nothing can be wrong with it.
    let _ = Reader::new(configuration.raw).object(|reader, key| {
        methods.extend(state(reader, key)?);
        Ok(())
    });
    methods.sort_by(|a, b| a.text("method").cmp(b.text("method")));
    let methods = methods.into_iter().map(Slot::Record).collect();
    configuration.set(At::<PaymentMethodConfiguration>::methods, Slot::List(methods));
}

/// One method's state, if the value is one.
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
    /// What an account chooses for a payment method.
    #[derive(Eq)]
    pub struct MethodPreference {
        required {
            /// The method, such as `affirm`.
            pub method: String,
            /// `on`, `off`, or `none` to have no choice of its own.
            pub preference: String [closed("none,off,on")],
        }
    }
}

list_params! {
    /// Lists payment method configurations: the platform's own through the platform; a merchant's
    /// through the merchant, with the platform's `application` to see the children of its own.
    ///
    /// `GET /v1/payment_method_configurations`,
    /// <https://docs.stripe.com/api/payment_method_configurations/list>.
    #[derive(Eq)]
    pub struct ListPaymentMethodConfigurations {
        /// Only those of this Connect application, `ca_…`.
        pub application: Option<String> [most(100), unset],
        /// Only those that can be used, or only those that cannot.
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
        /// What it is called in the Dashboard.
        pub name: Option<String> as personal [most(100)],
        /// The configuration that it is a child of, `pmc_…`.
        pub parent: Option<String> [most(100)],
        /// What is chosen, for each method that is to differ from Stripe's default.
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
    /// Changes a payment method configuration: on the platform a parent, and so the default of all
    /// merchants that have not chosen otherwise; on a merchant's account its own choice.
    ///
    /// It cannot block a method, or let merchants change one: only Stripe's Dashboard can.
    ///
    /// `POST /v1/payment_method_configurations/{id}`,
    /// <https://docs.stripe.com/api/payment_method_configurations/update>.
    #[derive(Eq)]
    pub struct UpdatePaymentMethodConfiguration {
        path {
            /// `pmc_…`
            pub id: String,
        }
        /// What it is called in the Dashboard.
        pub name: Option<String> as personal [most(100)],
        /// Whether it can be used.
        pub active: Option<bool>,
        /// What is chosen, for each method that is to change.
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
            let text = "this method is in the list already";
            faults.push(Fault::new(at("method"), "duplicate_parameter", text));
        }
        check_one_of(Some(text(F::preference)), &["none", "off", "on"], &at("preference"), faults);
    }
}

/// Whether a text can be a payment method; a new one of Stripe's can too.
pub(super) fn is_method_name(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    !name.is_empty() && name.bytes().all(plain)
}
