use crate::error::Fault;
use crate::money::Currency;
use crate::operation::operation;
use crate::params::{Metadata, Within};
use crate::schema::{At, Given, check_field, params, record};

use super::check::check_shipping_option;
use super::line_item::{check_adjustable_quantity, check_price_data, check_same_currency};
use super::{Address, AdjustableQuantity, PriceData, Session, ShippingOption};

params! {
    /// Changes an open session. The application fee cannot be changed any more: one that was computed as a
    /// share of the lines stays what it was, also where new lines or ways of shipping make another sum.
    ///
    /// `POST /v1/checkout/sessions/{id}`, <https://docs.stripe.com/api/checkout/sessions/update>.
    pub struct UpdateSession {
        path {
            /// `cs_…`
            pub id: String,
        }
        /// Your own data: at most 50 keys. A key with an empty value is removed.
        pub metadata: Metadata,
        /// All lines from now on, not only the changed ones; an `id` keeps a line.
        pub line_items: Vec<UpdatedLineItem>,
        /// All ways of shipping from now on.
        pub shipping_options: Vec<ShippingOption>,
        /// What your own page has asked for (`ui_mode` `embedded_page` or `elements`).
        pub collected_information: Option<CollectedInformation>,
        /// What is passed on to the payment intent (`ui_mode` `elements`).
        pub payment_intent_data: Option<UpdatedPaymentIntentData>,
    }
}

record! {
    /// A line of an open session: one that is kept, by its `id`, or a new one.
    pub struct UpdatedLineItem {
        /// `li_…` of the line that is kept.
        pub id: Option<String>,
        /// The id of a Price that exists on the merchant's own account.
        pub price: Option<String> [most(5000)],
        /// The price, defined inline.
        pub price_data: Option<PriceData>,
        /// How many; at least 1.
        pub quantity: Option<i64>,
        /// Whether the customer can change how many.
        pub adjustable_quantity: Option<AdjustableQuantity>,
        /// Tax rates on the merchant's account, `txr_…`.
        pub tax_rates: Vec<String> [most(5000)],
        /// Your own data.
        pub metadata: Metadata,
    }
}

record! {
    /// What your own page has asked for.
    #[derive(Eq)]
    pub struct CollectedInformation {
        /// Where the goods go.
        pub shipping_details: Option<ShippingDetails>,
    }
}

record! {
    /// Where the goods go.
    #[derive(Eq)]
    pub struct ShippingDetails {
        required {
            /// The recipient, at most 255 characters.
            pub name: String as personal [most(255)],
            /// The place; its country is needed.
            pub address: Address,
        }
    }
}

record! {
    /// What can still be changed of the payment intent.
    #[derive(Eq)]
    pub struct UpdatedPaymentIntentData {
        /// A text for the merchant; empty removes it.
        pub description: Option<String> as personal [most(1000), unset],
        /// Your own data: at most 50 keys.
        pub metadata: Metadata,
        /// `on_session` or `off_session`; empty removes it.
        pub setup_future_usage: Option<String> [open("off_session,on_session"), unset],
        /// What the customer's bank statement says, at most 22 characters; empty removes it.
        pub statement_descriptor: Option<String> as personal [most(22), unset],
        /// What a card's statement says after the merchant's own prefix, at most 22 characters; empty
        /// removes it.
        pub statement_descriptor_suffix: Option<String> as personal [most(22), unset],
    }
}

fn check_update(given: Given<'_>, _: Option<i64>, faults: &mut Vec<Fault>) {
    type F = At<UpdateSession>;
    if given.count(F::line_items) > 100 {
        let text = "expected at most 100 line items";
        faults.push(Fault::new("line_items", "too_many_items", text));
    }
    let mut currency: Option<Currency> = None;
    for (index, line) in given.records(F::line_items).enumerate() {
        let at = format!("line_items[{index}]");
        check_updated_line(line, &at, faults);
        check_same_currency(line.record(At::<UpdatedLineItem>::price_data), &mut currency, &at, faults);
    }
    for (index, option) in given.records(F::shipping_options).enumerate() {
        check_shipping_option(option, &format!("shipping_options[{index}]"), currency, faults);
    }
    if given.count(F::shipping_options) > 5 {
        faults.push(Fault::new("shipping_options", "too_many_items", "expected at most 5"));
    }
    let collected = given.record(F::collected_information);
    let details = collected.and_then(|all| all.record(At::<CollectedInformation>::shipping_details));
    if let Some(details) = details {
        let at = "collected_information.shipping_details.name";
        check_field(ShippingDetails::RECORD, details, At::<ShippingDetails>::name, at, faults);
    }
    let address = details.and_then(|details| details.record(At::<ShippingDetails>::address));
    if address.is_some_and(|address| !address.has(At::<Address>::country)) {
        let at = "collected_information.shipping_details.address.country";
        faults.push(Fault::new(at, "missing_parameter", "expected two upper-case letters"));
    }
}

fn check_updated_line(line: Given<'_>, at: &str, faults: &mut Vec<Fault>) {
    type F = At<UpdatedLineItem>;
    let mut fault = |path: &str, code, text| faults.push(Fault::new(format!("{at}.{path}"), code, text));
    let price = line.record(F::price_data);
    if line.has(F::price) && price.is_some() {
        fault("price", "parameters_exclusive", "expected `price` or `price_data`, not both");
    }
    if !line.has(F::id) && !line.has(F::price) && price.is_none() {
        fault("id", "missing_parameter", "expected the `id` of a line, a `price` or a `price_data`");
    }
    if line.integer(F::quantity).is_some_and(|quantity| quantity < 1) {
        fault("quantity", "out_of_range", "expected at least 1");
    }
    if let Some(quantity) = line.record(F::adjustable_quantity) {
        check_adjustable_quantity(quantity, &Within(&at, "adjustable_quantity"), faults);
    }
    if let Some(price) = price {
        check_price_data(price, &Within(&at, "price_data"), faults);
    }
}

operation!(
    UpdateSession, "checkout.sessions.update",
    Write: Post "/v1/checkout/sessions/{id}" (id: "cs_") -> Session,
    [OnMerchant],
    rule check_update,
    was "checkout.update"
);
