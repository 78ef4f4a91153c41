use crate::error::Fault;
use crate::money::{Amount, Currency};
use crate::params::{Metadata, check_length, join, record};

record! {
    /// One line of what the customer buys: either a `price` or a `price_data`, and how many.
    pub struct LineItem {
        /// The id of a Price that exists on the merchant's own account.
        pub price: Option<String>,
        /// The price, made up on the spot.
        pub price_data: Option<PriceData>,
        /// How many; at least 1. Required.
        pub quantity: Option<i64>,
    }
}

record! {
    /// A price that is made up on the spot.
    pub struct PriceData {
        required {
            /// Three-letter currency code; one for all lines of a session.
            pub currency: String,
        }
        /// The price of one, in the currency's minor unit: 2000 is 20.00 EUR, but 2000 JPY.
        pub unit_amount: Option<i64>,
        /// What is sold, described on the spot.
        pub product_data: Option<ProductData>,
        /// The id of a Product that exists on the merchant's own account.
        pub product: Option<String>,
    }
}

record! {
    /// A product that is described on the spot.
    pub struct ProductData {
        required {
            /// The name that the customer sees.
            pub name: String,
        }
        /// A longer text below the name.
        pub description: Option<String>,
        /// Addresses of up to 8 pictures.
        pub images: Vec<String>,
        /// Your own data, kept on the product.
        pub metadata: Metadata,
    }
}

impl LineItem {
    /// A line with a name, the price of one, and how many.
    pub fn priced(name: impl Into<String>, unit: Amount, quantity: i64) -> Self {
        LineItem {
            price: None,
            price_data: Some(PriceData {
                currency: unit.currency().to_string(),
                unit_amount: Some(unit.minor()),
                product_data: Some(ProductData { name: name.into(), ..ProductData::default() }),
                product: None,
            }),
            quantity: Some(quantity),
        }
    }

    /// What the line costs, where that is known here and every value is one that Stripe takes.
    pub(super) fn total(&self) -> Option<Amount> {
        let price = self.price_data.as_ref()?;
        let currency: Currency = price.currency.parse().ok()?;
        Some(Amount::new(price.unit_amount?.checked_mul(self.quantity?)?, currency))
    }

    pub(super) fn check(&self, at: &str, faults: &mut Vec<Fault>) {
        let mut fault = |path: &str, code, text: &str| faults.push(Fault::new(join(at, path), code, text));
        match (&self.price, &self.price_data) {
            (Some(_), Some(_)) => {
                fault("price", "parameters_exclusive", "expected `price` or `price_data`, not both")
            }
            (None, None) => fault("price_data", "missing_parameter", "expected a `price` or a `price_data`"),
            _ => {}
        }
        match self.quantity {
            None => fault("quantity", "missing_parameter", "expected how many, at least 1"),
            Some(quantity) if quantity < 1 => fault("quantity", "out_of_range", "expected at least 1"),
            Some(_) => {}
        }
        if let Some(price) = &self.price_data {
            price.check(&join(at, "price_data"), faults);
            let known = price.unit_amount.zip(self.quantity);
            if known.is_some_and(|(unit, quantity)| unit.checked_mul(quantity).is_none()) {
                faults.push(Fault::new(at, "amount_too_large", "the line's total does not fit 64 bits"));
            }
        }
    }
}

impl PriceData {
    fn check(&self, at: &str, faults: &mut Vec<Fault>) {
        let currency = self.currency.parse::<Currency>();
        if currency.is_err() {
            let text = "expected a three-letter currency code such as `eur`";
            faults.push(Fault::new(join(at, "currency"), "invalid_currency", text));
        }
        match (self.unit_amount, currency) {
            (None, _) => {
                let text = "expected the price of one, in minor units";
                faults.push(Fault::new(join(at, "unit_amount"), "missing_parameter", text));
            }
            (Some(unit), Ok(currency)) => {
                faults.extend(Amount::new(unit, currency).fault(&join(at, "unit_amount")));
            }
            (Some(_), Err(_)) => {}
        }
        match (&self.product, &self.product_data) {
            (Some(_), Some(_)) => {
                let text = "expected `product` or `product_data`, not both";
                faults.push(Fault::new(join(at, "product"), "parameters_exclusive", text));
            }
            (None, None) => {
                let text = "expected a `product_data` or a `product`";
                faults.push(Fault::new(join(at, "product_data"), "missing_parameter", text));
            }
            (None, Some(product)) => product.check(&join(at, "product_data"), faults),
            (Some(_), None) => {}
        }
    }
}

impl ProductData {
    fn check(&self, at: &str, faults: &mut Vec<Fault>) {
        if self.name.is_empty() {
            faults.push(Fault::new(
                join(at, "name"),
                "missing_parameter",
                "expected the name that the customer sees",
            ));
        }
        check_length(&self.name, 5000, &join(at, "name"), faults);
        if let Some(description) = &self.description {
            check_length(description, 40_000, &join(at, "description"), faults);
        }
        if self.images.len() > 8 {
            faults.push(Fault::new(join(at, "images"), "too_many_items", "expected at most 8 pictures"));
        }
        self.metadata.check(&join(at, "metadata"), faults);
    }
}
