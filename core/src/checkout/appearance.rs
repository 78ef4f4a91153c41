use crate::schema::record;

use super::words::{
    AgreementPosition, BorderStyle, CustomFieldType, FontFamily, ImageType, PromotionsConsent,
    TermsOfServiceConsent, WalletDisplay,
};

record! {
    /// How the page looks. Where a field is absent, the merchant's own branding applies.
    #[derive(Eq)]
    pub struct BrandingSettings {
        /// A CSS color such as `#0a7d5a`.
        pub background_color: Option<String> [most(5000), unset],
        /// `rectangular`, `rounded` or `pill`.
        pub border_style: Option<BorderStyle> [unset],
        /// The background color of the page, a CSS color.
        pub button_color: Option<String> [most(5000), unset],
        /// The name at the top of the page.
        pub display_name: Option<String> as personal [most(5000)],
        /// One of the fonts that Stripe lists, such as `inter`.
        pub font_family: Option<FontFamily> [unset],
        /// A small square picture.
        pub icon: Option<BrandingImage>,
        /// A wide picture, shown instead of the icon.
        pub logo: Option<BrandingImage>,
    }
}

record! {
    /// A picture of the page.
    #[derive(Eq)]
    pub struct BrandingImage {
        required {
            /// `file` or `url`.
            pub r#type: ImageType,
        }
        /// For `file`, its id at Stripe.
        pub file: Option<String>,
        /// For `url`, its URL.
        pub url: Option<String> as personal,
    }
}

record! {
    /// Your own text on the page, at most 1200 characters each.
    #[derive(Eq)]
    pub struct CustomText {
        /// Below the button.
        pub after_submit: Option<CustomMessage>,
        /// Next to the shipping address.
        pub shipping_address: Option<CustomMessage>,
        /// Next to the button.
        pub submit: Option<CustomMessage>,
        /// In place of the usual consent to the terms of service.
        pub terms_of_service_acceptance: Option<CustomMessage>,
    }
}

record! {
    /// Your own text; links in Markdown are rendered.
    #[derive(Eq)]
    pub struct CustomMessage {
        required {
            /// At most 1200 characters.
            pub message: String as personal [most(1200)],
        }
    }
}

record! {
    /// A question of your own on the page; the session has the answer.
    #[derive(Eq)]
    pub struct CustomField {
        required {
            /// Your name for the field: at most 200 letters and digits, unique within the session.
            pub key: String [most(200)],
            /// The label that the customer sees.
            pub label: CustomLabel,
            /// `dropdown`, `numeric` or `text`.
            pub r#type: CustomFieldType,
        }
        /// Whether the customer can leave it empty.
        pub optional: Option<bool>,
        /// The choices, for `dropdown`.
        pub dropdown: Option<CustomDropdown>,
        /// The limits, for `numeric`.
        pub numeric: Option<CustomInput>,
        /// The limits, for `text`.
        pub text: Option<CustomInput>,
    }
}

record! {
    /// The label above a field.
    #[derive(Eq)]
    pub struct CustomLabel {
        required {
            /// At most 100 characters; up to 50 are displayed well.
            pub custom: String as personal [most(100)],
            /// `custom`.
            pub r#type: String [closed("custom")],
        }
    }
}

record! {
    /// The choices of a field.
    #[derive(Eq)]
    pub struct CustomDropdown {
        /// The preselected value.
        pub default_value: Option<String> as personal [most(100)],
        /// 1 to 200 choices.
        pub options: Vec<CustomOption>,
    }
}

record! {
    /// One choice.
    #[derive(Eq)]
    pub struct CustomOption {
        required {
            /// The label that the customer sees, at most 100 characters.
            pub label: String as personal [most(100)],
            /// The value that you receive: at most 100 letters and digits, unique within the field.
            pub value: String as personal [most(100)],
        }
    }
}

record! {
    /// The limits of a field.
    #[derive(Eq)]
    pub struct CustomInput {
        /// The initial value, at most 255 characters.
        pub default_value: Option<String> as personal [most(255)],
        /// At most this many characters.
        pub maximum_length: Option<i64>,
        /// At least this many characters.
        pub minimum_length: Option<i64>,
    }
}

record! {
    /// What the customer is asked to consent to.
    #[derive(Eq)]
    pub struct ConsentCollection {
        /// Consent to the payment method being saved.
        pub payment_method_reuse_agreement: Option<ReuseAgreement>,
        /// Consent to promotional messages: `auto` or `none`.
        pub promotions: Option<PromotionsConsent>,
        /// Consent to the terms of service: `required` or `none`.
        pub terms_of_service: Option<TermsOfServiceConsent>,
    }
}

record! {
    /// Consent to a payment method being saved.
    #[derive(Eq)]
    pub struct ReuseAgreement {
        required {
            /// `auto`, or `hidden` if your own page shows it.
            pub position: AgreementPosition,
        }
    }
}

record! {
    /// What happens after the session has expired.
    #[derive(Eq)]
    pub struct AfterExpiration {
        /// A link with which the customer can start over.
        pub recovery: Option<Recovery>,
    }
}

record! {
    /// A link with which the customer can start over, valid for 30 days.
    #[derive(Eq)]
    pub struct Recovery {
        required {
            /// Whether there is such a link.
            pub enabled: bool,
        }
        /// Whether promotion codes can be entered there.
        pub allow_promotion_codes: Option<bool>,
    }
}

record! {
    /// How wallets are shown.
    #[derive(Eq)]
    pub struct WalletOptions {
        /// How Link is shown.
        pub link: Option<LinkDisplay>,
    }
}

record! {
    /// How Link is shown.
    #[derive(Eq)]
    pub struct LinkDisplay {
        /// `auto` or `never`.
        pub display: Option<WalletDisplay>,
    }
}
