use crate::params::Metadata;
use crate::schema::record;

record! {
    /// What a Checkout Session in `payment` mode passes on to its payment intent.
    #[derive(Eq)]
    pub struct PaymentIntentData {
        /// The platform's fee in minor units, if it is not left to `application_fee`.
        pub application_fee_amount: Option<i64>,
        /// `automatic`, `automatic_async`, or `manual` to set the money aside now and capture it
        /// later: the session then completes as `unpaid`, and the goods wait for the capture.
        pub capture_method: Option<String> [open("automatic,automatic_async,manual")],
        /// A text for the merchant, at most 1000 characters.
        pub description: Option<String> as personal [most(1000)],
        /// Your own data, kept on the payment intent: at most 50 keys.
        pub metadata: Metadata,
        /// Where Stripe sends its receipt.
        pub receipt_email: Option<String> as personal,
        /// `on_session` or `off_session`, to keep the payment method for later payments.
        pub setup_future_usage: Option<String> [open("off_session,on_session")],
        /// Where the goods go, where the platform knows it already.
        pub shipping: Option<Shipping>,
        /// What the customer's bank statement says, at most 22 characters; not for cards.
        pub statement_descriptor: Option<String> as personal [most(22)],
        /// What a card's statement says after the merchant's own prefix, at most 22 characters.
        pub statement_descriptor_suffix: Option<String> as personal [most(22)],
    }
}

record! {
    /// Where goods go, and with whom.
    #[derive(Eq)]
    pub struct Shipping {
        required {
            /// The recipient.
            pub name: String as personal [most(5000)],
            /// The place.
            pub address: Address,
        }
        /// Who carries them.
        pub carrier: Option<String> as personal [most(5000)],
        /// The recipient's telephone number.
        pub phone: Option<String> as personal [most(5000)],
        /// The carrier's number.
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
        /// Apartment, floor, building.
        pub line2: Option<String> as personal [most(5000)],
        /// The town.
        pub city: Option<String> as personal [most(5000)],
        /// State, province or county.
        pub state: Option<String> as personal [most(5000)],
        /// The postal code.
        pub postal_code: Option<String> as personal [most(5000)],
        /// Two letters, upper case.
        pub country: Option<String> [most(5000)],
    }
}

record! {
    /// What a Checkout Session in `setup` mode passes on to its setup intent.
    #[derive(Eq)]
    pub struct SetupIntentData {
        /// A text for the merchant, at most 1000 characters.
        pub description: Option<String> as personal [most(1000)],
        /// Your own data, kept on the setup intent: at most 50 keys.
        pub metadata: Metadata,
    }
}
