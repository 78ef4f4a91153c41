use crate::params::Metadata;
use crate::schema::{object, part};

object! {
    /// A line item of a session, as Stripe returned it.
    ///
    /// <https://docs.stripe.com/api/checkout/sessions/line_items>
    pub struct SessionLineItem: "item" {
        /// `li_…`
        pub id: String,
        /// The description that the customer saw: the product's name.
        pub description: Option<String> as personal,
        /// The quantity.
        pub quantity: Option<i64>,
        /// The amount before discounts and taxes, in minor units.
        pub amount_subtotal: Option<i64>,
        /// The discount, in minor units.
        pub amount_discount: Option<i64>,
        /// Taxes, in minor units.
        pub amount_tax: Option<i64>,
        /// The amount after discounts and taxes, in minor units.
        pub amount_total: Option<i64>,
        /// The currency, three lower-case letters.
        pub currency: Option<String>,
        /// The price that was used.
        pub price: Option<LineItemPrice>,
        /// Your own metadata.
        pub metadata: Metadata,
    }
}

part! {
    /// The price of a line item; only the fields that are read.
    pub struct LineItemPrice {
        /// `price_…`
        pub id: Option<String>,
        /// `prod_…`
        pub product: Option<String>,
        /// The price of one unit, in minor units; absent if it has fractions of them.
        pub unit_amount: Option<i64>,
        /// The currency, three lower-case letters.
        pub currency: Option<String>,
    }
}
