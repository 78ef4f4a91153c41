use crate::params::Metadata;
use crate::schema::{object, part};

object! {
    /// One line of what was bought, as Stripe returned it.
    ///
    /// <https://docs.stripe.com/api/checkout/sessions/line_items>
    pub struct SessionLineItem: "item" {
        /// `li_…`
        pub id: String,
        /// What the customer saw: the product's name.
        pub description: Option<String> as personal,
        /// How many.
        pub quantity: Option<i64>,
        /// Before discounts and taxes, in minor units.
        pub amount_subtotal: Option<i64>,
        /// What was taken off, in minor units.
        pub amount_discount: Option<i64>,
        /// Taxes, in minor units.
        pub amount_tax: Option<i64>,
        /// What the line costs in the end, in minor units.
        pub amount_total: Option<i64>,
        /// Three letters, lower case.
        pub currency: Option<String>,
        /// The price that was used.
        pub price: Option<LineItemPrice>,
        /// Your own data.
        pub metadata: Metadata,
    }
}

part! {
    /// The price of a line, as far as it is read.
    pub struct LineItemPrice {
        /// `price_…`
        pub id: Option<String>,
        /// `prod_…`
        pub product: Option<String>,
        /// The price of one, in minor units; absent where it has fractions of them.
        pub unit_amount: Option<i64>,
        /// Three letters, lower case.
        pub currency: Option<String>,
    }
}
