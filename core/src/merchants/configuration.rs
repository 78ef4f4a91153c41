use std::collections::BTreeSet;

use serde::ser::{SerializeMap, Serializer};

use crate::answer::{FromAnswer, FromObject, nested, part, read_object, replay};
use crate::error::Fault;
use crate::json::{Invalid, Reader};
use crate::operation::{Check, check_id, operation};
use crate::page::Page;
use crate::params::{check_one_of, list_params, params, record};
use crate::redacted::redacted;

redacted! {
    /// Which payment methods an account shows to its customers, and who may change that.
    ///
    /// The platform's own is the parent; each merchant has a child of it for direct charges. Stripe's
    /// Dashboard sets what the API cannot: whether merchants may change a method at all.
    ///
    /// <https://docs.stripe.com/api/payment_method_configurations/object>
    #[derive(Clone, Default, Eq, serde::Serialize)]
    #[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
    pub struct PaymentMethodConfiguration {
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
        /// Whether real money moves.
        pub livemode: bool,
        /// The methods that there are in the account's country; one that is absent is not available there.
        pub methods: Vec<MethodState>,
        /// The object as it came.
        #[serde(skip)]
        pub raw: String as secret,
        /// Whether this is Stripe's stored answer to an earlier request with the same idempotency key, so
        /// that nothing was done this time. `false` for what came in an event or inside of another object;
        /// `==` does not look at it.
        #[serde(skip)]
        #[cfg_attr(feature = "uniffi", uniffi(default))]
        pub replayed: bool,
    }
}

replay!(PaymentMethodConfiguration { id, name, parent, application, active, is_default, livemode, methods });

part! {
    /// How a payment method stands in a configuration.
    pub struct MethodState {
        /// The method, such as `affirm`.
        pub method: String,
        /// Whether customers can pay with it: it is on, and the account has the capability.
        pub available: bool,
        /// What is in force: `on` or `off`.
        pub value: Option<String>,
        /// What the account chose: `on`, `off`, or `none` for never having chosen, which is not `off`.
        pub preference: Option<String>,
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

impl FromObject for PaymentMethodConfiguration {
    const OBJECT: &'static str = "payment_method_configuration";

    fn members(value: &mut Reader<'_>) -> Result<Option<(Self, String)>, Invalid> {
        let mut record = Self::default();
        let mut object = String::new();
        let start = value.here();
        let found = value.object(|value, key| {
            match key {
                "id" => record.id = FromAnswer::read(value)?,
                "object" => object = FromAnswer::read(value)?,
                "name" => record.name = FromAnswer::read(value)?,
                "parent" => record.parent = FromAnswer::read(value)?,
                "application" => record.application = FromAnswer::read(value)?,
                "active" => record.active = FromAnswer::read(value)?,
                "is_default" => record.is_default = FromAnswer::read(value)?,
                "livemode" => record.livemode = FromAnswer::read(value)?,
                // Every other object is a method, also one that this version has not heard of.
                method => record.methods.extend(state(value, method)?),
            }
            Ok(())
        })?;
        record.methods.sort_by(|a, b| a.method.cmp(&b.method));
        record.raw = value.since(start).to_owned();
        Ok(found.then_some((record, object)))
    }

    fn own_id(&self) -> &str {
        &self.id
    }

    fn from_json(text: &str) -> Result<Self, &'static str> {
        read_object(text).ok_or("a payment_method_configuration object")
    }
}

impl FromAnswer for Option<PaymentMethodConfiguration> {
    fn read(value: &mut Reader<'_>) -> Result<Self, Invalid> {
        nested(value)
    }
}

/// One method's state, if the value is one: an object with a display preference.
fn state(value: &mut Reader<'_>, method: &str) -> Result<Option<MethodState>, Invalid> {
    let mut state = MethodState { method: method.to_owned(), ..MethodState::default() };
    let mut is_method = false;
    value.object(|value, key| {
        match key {
            "available" => state.available = FromAnswer::read(value)?,
            "display_preference" => {
                is_method = value.object(|value, key| {
                    match key {
                        "overridable" => state.overridable = FromAnswer::read(value)?,
                        "preference" => state.preference = FromAnswer::read(value)?,
                        "value" => state.value = FromAnswer::read(value)?,
                        _ => {
                            value.skip()?;
                        }
                    }
                    Ok(())
                })?;
            }
            _ => {
                value.skip()?;
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
            pub preference: String,
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
        pub application: Option<String>,
        /// Only those that can be used, or only those that cannot.
        pub active: Option<bool>,
    }
}

operation!(
    ListPaymentMethodConfigurations, "payment_method_configurations.list",
    Read: Get "/v1/payment_method_configurations" -> Page<PaymentMethodConfiguration>,
    [OnMerchant, OnPlatform, List]
);

params! {
    /// Reads a payment method configuration: a parent through the platform, a child through the
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

impl Check for RetrievePaymentMethodConfiguration {}

operation!(
    RetrievePaymentMethodConfiguration, "payment_method_configurations.retrieve",
    Read: Get "/v1/payment_method_configurations/{id}" (id: "pmc_") -> PaymentMethodConfiguration,
    [OnMerchant, OnPlatform]
);

params! {
    /// Makes a payment method configuration: on the platform a parent, on a merchant's account a child
    /// of `parent`.
    ///
    /// `POST /v1/payment_method_configurations`,
    /// <https://docs.stripe.com/api/payment_method_configurations/create>.
    #[derive(Eq)]
    pub struct CreatePaymentMethodConfiguration {
        /// What it is called in the Dashboard.
        pub name: Option<String> as personal,
        /// The configuration that it is a child of, `pmc_…`.
        pub parent: Option<String>,
        /// What is chosen, for each method that is to differ from Stripe's default.
        #[serde(flatten, serialize_with = "preferences")]
        pub methods: Vec<MethodPreference>,
    }
}

impl Check for CreatePaymentMethodConfiguration {
    fn check(&self, _: Option<i64>, faults: &mut Vec<Fault>) {
        if let Some(parent) = &self.parent {
            check_id("parent", parent, &["pmc_"], faults);
        }
        check_preferences(&self.methods, faults);
    }
}

operation!(
    CreatePaymentMethodConfiguration, "payment_method_configurations.create",
    Write: Post "/v1/payment_method_configurations" -> PaymentMethodConfiguration,
    [OnMerchant, OnPlatform]
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
        pub name: Option<String> as personal,
        /// Whether it can be used.
        pub active: Option<bool>,
        /// What is chosen, for each method that is to change.
        #[serde(flatten, serialize_with = "preferences")]
        pub methods: Vec<MethodPreference>,
    }
}

impl Check for UpdatePaymentMethodConfiguration {
    fn check(&self, _: Option<i64>, faults: &mut Vec<Fault>) {
        check_preferences(&self.methods, faults);
    }
}

operation!(
    UpdatePaymentMethodConfiguration, "payment_method_configurations.update",
    Write: Post "/v1/payment_method_configurations/{id}" (id: "pmc_") -> PaymentMethodConfiguration,
    [OnMerchant, OnPlatform]
);

fn check_preferences(methods: &[MethodPreference], faults: &mut Vec<Fault>) {
    let mut earlier = BTreeSet::new();
    for (index, wanted) in methods.iter().enumerate() {
        let at = |field: &str| format!("methods[{index}].{field}");
        if !is_method_name(&wanted.method) {
            let text = "expected a payment method such as `affirm`";
            faults.push(Fault::new(at("method"), "invalid_payment_method", text));
        }
        if !earlier.insert(&wanted.method) {
            let text = "this method is in the list already";
            faults.push(Fault::new(at("method"), "duplicate_parameter", text));
        }
        check_one_of(Some(&wanted.preference), &["none", "off", "on"], &at("preference"), faults);
    }
}

/// Whether a text can be a payment method; a new one of Stripe's can too.
pub(super) fn is_method_name(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    !name.is_empty() && name.bytes().all(plain)
}

/// Preferences as Stripe takes them: `affirm[display_preference][preference]=on`.
fn preferences<S: Serializer>(methods: &[MethodPreference], serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(serde::Serialize)]
    struct Method<'p> {
        display_preference: Display<'p>,
    }
    #[derive(serde::Serialize)]
    struct Display<'p> {
        preference: &'p str,
    }
    let mut map = serializer.serialize_map(Some(methods.len()))?;
    // A preference that is missing has its fault, with the path that the caller knows.
    for MethodPreference { method, preference } in
        methods.iter().filter(|wanted| !wanted.preference.is_empty())
    {
        map.serialize_entry(method, &Method { display_preference: Display { preference } })?;
    }
    map.end()
}
