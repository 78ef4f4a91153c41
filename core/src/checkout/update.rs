use crate::error::Fault;
use crate::form;
use crate::money::Currency;
use crate::operation::{Check, operation};
use crate::params::forbidden;
use crate::params::{Metadata, Within, check_length, params, record};

use super::line_item::check_same_currency;
use super::rules::Rules;
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
        pub price: Option<String>,
        /// The price, made up on the spot.
        pub price_data: Option<PriceData>,
        /// How many; at least 1.
        pub quantity: Option<i64>,
        /// Whether the customer can change how many.
        pub adjustable_quantity: Option<AdjustableQuantity>,
        /// Tax rates on the merchant's account, `txr_…`.
        pub tax_rates: Vec<String>,
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
            pub name: String as personal,
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
        pub description: Option<String> as personal,
        /// Your own data: at most 50 keys.
        pub metadata: Metadata,
        /// `on_session` or `off_session`; empty removes it.
        pub setup_future_usage: Option<String>,
        /// What the customer's bank statement says, at most 22 characters; empty removes it.
        pub statement_descriptor: Option<String> as personal,
        /// What a card's statement says after the merchant's own prefix, at most 22 characters; empty
        /// removes it.
        pub statement_descriptor_suffix: Option<String> as personal,
    }
}

impl Check for UpdateSession {
    const UNSET: &[&str] = &[
        "payment_intent_data.description",
        "payment_intent_data.setup_future_usage",
        "payment_intent_data.statement_descriptor",
        "payment_intent_data.statement_descriptor_suffix",
    ];

    fn check(&self, _: Option<i64>, faults: &mut Vec<Fault>) {
        self.metadata.check("metadata", faults);
        if self.line_items.len() > 100 {
            let text = "expected at most 100 line items";
            faults.push(Fault::new("line_items", "too_many_items", text));
        }
        let mut currency: Option<Currency> = None;
        for (index, item) in self.line_items.iter().enumerate() {
            let at = format!("line_items[{index}]");
            item.check(&at, faults);
            check_same_currency(item.price_data.as_ref(), &mut currency, &at, faults);
        }
        for (index, option) in self.shipping_options.iter().enumerate() {
            option.check(&format!("shipping_options[{index}]"), currency, faults);
        }
        if self.shipping_options.len() > 5 {
            faults.push(Fault::new("shipping_options", "too_many_items", "expected at most 5"));
        }
        let details = self.collected_information.as_ref().and_then(|all| all.shipping_details.as_ref());
        if let Some(details) = details {
            const AT: &str = "collected_information.shipping_details";
            check_length(&details.name, 255, &format!("{AT}.name"), faults);
            if details.address.country.is_none() {
                let at = format!("{AT}.address.country");
                faults.push(Fault::new(at, "missing_parameter", "expected two upper-case letters"));
            }
        }
        if let Some(data) = &self.payment_intent_data {
            data.metadata.check("payment_intent_data.metadata", faults);
        }
        // The limits of single texts are those of a new session. What cannot be encoded is told of later.
        let mut rules = Rules::new(Self::UNSET, faults);
        let _ = form::watched(self, &mut rules);
        rules.read_extra(&self.extra);
        for (path, _) in self.extra.iter() {
            faults.extend(forbidden::fault(&format!("extra.{path}"), path));
        }
    }
}

impl UpdatedLineItem {
    fn check(&self, at: &str, faults: &mut Vec<Fault>) {
        let mut fault = |path: &str, code, text| faults.push(Fault::new(format!("{at}.{path}"), code, text));
        if self.price.is_some() && self.price_data.is_some() {
            fault("price", "parameters_exclusive", "expected `price` or `price_data`, not both");
        }
        if self.id.is_none() && self.price.is_none() && self.price_data.is_none() {
            fault("id", "missing_parameter", "expected the `id` of a line, a `price` or a `price_data`");
        }
        if self.quantity.is_some_and(|quantity| quantity < 1) {
            fault("quantity", "out_of_range", "expected at least 1");
        }
        if let Some(quantity) = &self.adjustable_quantity {
            quantity.check(&Within(&at, "adjustable_quantity"), faults);
        }
        self.metadata.check(&format!("{at}.metadata"), faults);
        if let Some(price) = &self.price_data {
            price.check(&Within(&at, "price_data"), faults);
        }
    }
}

operation!(
    UpdateSession, "checkout.update",
    Write: Post "/v1/checkout/sessions/{id}" (id: "cs_") -> Session,
    [OnMerchant]
);
