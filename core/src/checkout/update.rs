use crate::error::Fault;
use crate::money::Currency;
use crate::operation::operation;
use crate::params::{Metadata, Within};
use crate::schema::{At, Given, check_field, params, record};

use super::words::SetupFutureUsage;

use super::check::check_shipping_option;
use super::line_item::{check_adjustable_quantity, check_price_data, check_same_currency};
use super::{Address, AdjustableQuantity, PriceData, Session, ShippingOption};

params! {
    /// Updates an open session. The application fee can no longer be changed: one that was computed from the
    /// line items keeps its amount, even if new line items or shipping options change the total.
    ///
    /// `POST /v1/checkout/sessions/{id}`, <https://docs.stripe.com/api/checkout/sessions/update>.
    pub struct UpdateSession {
        path {
            /// `cs_…`
            pub id: String,
        }
        /// Your own metadata: at most 50 keys. A key with an empty value is removed.
        pub metadata: Metadata,
        /// All line items from now on, not only the changed ones; a line with an `id` is kept.
        pub line_items: Vec<UpdatedLineItem>,
        /// All shipping options from now on.
        pub shipping_options: Vec<ShippingOption>,
        /// What your own page has collected (`ui_mode` `embedded_page` or `elements`).
        pub collected_information: Option<CollectedInformation>,
        /// Passed on to the payment intent (`ui_mode` `elements`).
        pub payment_intent_data: Option<UpdatedPaymentIntentData>,
    }
}

record! {
    /// A line item of an open session: an existing one by its `id`, or a new one.
    pub struct UpdatedLineItem {
        /// The id of the existing line, `li_…`.
        pub id: Option<String>,
        /// The id of a Price that exists on the merchant's own account.
        pub price: Option<String> [most(5000)],
        /// A price defined inline.
        pub price_data: Option<PriceData>,
        /// The quantity, at least 1.
        pub quantity: Option<i64>,
        /// Whether the customer can change the quantity.
        pub adjustable_quantity: Option<AdjustableQuantity>,
        /// Tax rates on the merchant's account, `txr_…`.
        pub tax_rates: Vec<String> [most(5000)],
        /// Your own metadata.
        pub metadata: Metadata,
    }
}

record! {
    /// What your own page has collected.
    #[derive(Eq)]
    pub struct CollectedInformation {
        /// The shipping details.
        pub shipping_details: Option<ShippingDetails>,
    }
}

record! {
    /// Where the order ships to.
    #[derive(Eq)]
    pub struct ShippingDetails {
        required {
            /// The recipient, at most 255 characters.
            pub name: String as personal [most(255)],
            /// The recipient's address; its country is required.
            pub address: Address,
        }
    }
}

record! {
    /// What can still be changed on the payment intent.
    #[derive(Eq)]
    pub struct UpdatedPaymentIntentData {
        /// A description for the merchant; an empty text removes it.
        pub description: Option<String> as personal [most(1000), unset],
        /// Your own metadata: at most 50 keys.
        pub metadata: Metadata,
        /// `on_session` or `off_session`; an empty text removes it.
        pub setup_future_usage: Option<SetupFutureUsage> [open("off_session,on_session"), unset],
        /// The text on the customer's bank statement, at most 22 characters; an empty text removes it.
        pub statement_descriptor: Option<String> as personal [most(22), unset],
        /// The text on a card statement after the merchant's own prefix, at most 22 characters; an empty text
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
