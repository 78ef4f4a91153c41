use crate::params::Metadata;
use crate::schema::record;

use super::words::{CaptureMethod, SetupFutureUsage};

record! {
    /// What a Checkout Session in `payment` mode passes on to its payment intent.
    #[derive(Eq)]
    pub struct PaymentIntentData {
        /// The platform's fee in minor units, unless `application_fee` gives it.
        pub application_fee_amount: Option<i64>,
        /// `automatic`, `automatic_async`, or `manual` to authorize the payment now and capture it later: the
        /// session then completes as `unpaid`, and the order must not be fulfilled before the capture.
        pub capture_method: Option<CaptureMethod>,
        /// A description for the merchant, at most 1000 characters.
        pub description: Option<String> as personal [most(1000)],
        /// Your own metadata, stored on the payment intent: at most 50 keys.
        pub metadata: Metadata,
        /// The address to which Stripe sends its receipt.
        pub receipt_email: Option<String> as personal,
        /// `on_session` or `off_session`, to save the payment method for later payments.
        pub setup_future_usage: Option<SetupFutureUsage> [open("off_session,on_session")],
        /// The shipping details, if the platform knows them already.
        pub shipping: Option<Shipping>,
        /// The text on the customer's bank statement, at most 22 characters; not for cards.
        pub statement_descriptor: Option<String> as personal [most(22)],
        /// The text on a card statement after the merchant's own prefix, at most 22 characters.
        pub statement_descriptor_suffix: Option<String> as personal [most(22)],
    }
}

record! {
    /// Shipping details.
    #[derive(Eq)]
    pub struct Shipping {
        required {
            /// The recipient.
            pub name: String as personal [most(5000)],
            /// The recipient's address.
            pub address: Address,
        }
        /// The carrier.
        pub carrier: Option<String> as personal [most(5000)],
        /// The recipient's phone number.
        pub phone: Option<String> as personal [most(5000)],
        /// The tracking number.
        pub tracking_number: Option<String> as personal [most(5000)],
    }
}

record! {
    /// A postal address.
    #[derive(Eq)]
    pub struct Address {
        required {
            /// Street and number.
            pub line1: String as personal [most(5000)],
        }
        /// Apartment, floor or building.
        pub line2: Option<String> as personal [most(5000)],
        /// The city or town.
        pub city: Option<String> as personal [most(5000)],
        /// State, province or county.
        pub state: Option<String> as personal [most(5000)],
        /// The postal code.
        pub postal_code: Option<String> as personal [most(5000)],
        /// The country, two upper-case letters.
        pub country: Option<String> [most(5000)],
    }
}

record! {
    /// What a Checkout Session in `setup` mode passes on to its setup intent.
    #[derive(Eq)]
    pub struct SetupIntentData {
        /// A description for the merchant, at most 1000 characters.
        pub description: Option<String> as personal [most(1000)],
        /// Your own metadata, stored on the setup intent: at most 50 keys.
        pub metadata: Metadata,
    }
}
