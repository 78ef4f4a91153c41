use crate::schema::record;

record! {
    /// How the page looks; the merchant's own branding where it is silent.
    #[derive(Eq)]
    pub struct BrandingSettings {
        /// A CSS color such as `#0a7d5a`.
        pub background_color: Option<String> [most(5000), unset],
        /// `rectangular`, `rounded` or `pill`.
        pub border_style: Option<String> [open("pill,rectangular,rounded"), unset],
        /// A CSS color.
        pub button_color: Option<String> [most(5000), unset],
        /// The name at the top of the page.
        pub display_name: Option<String> as personal [most(5000)],
        /// One of the fonts that Stripe lists, such as `inter`.
        pub font_family: Option<String> [open("be_vietnam_pro,bitter,chakra_petch,default,hahmlet,inconsolata,inter,lato,lora,m_plus_1_code,montserrat,noto_sans,noto_sans_jp,noto_serif,nunito,open_sans,pridi,pt_sans,pt_serif,raleway,roboto,roboto_slab,source_sans_pro,titillium_web,ubuntu_mono,zen_maru_gothic"), unset],
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
            pub r#type: String [open("file,url")],
        }
        /// For `file`, its id at Stripe.
        pub file: Option<String>,
        /// For `url`, its address.
        pub url: Option<String> as personal,
    }
}

record! {
    /// Texts of your own on the page, each at most 1200 characters.
    #[derive(Eq)]
    pub struct CustomText {
        /// Below the button.
        pub after_submit: Option<CustomMessage>,
        /// Beside the shipping address.
        pub shipping_address: Option<CustomMessage>,
        /// Beside the button.
        pub submit: Option<CustomMessage>,
        /// In the place of the usual consent to the terms.
        pub terms_of_service_acceptance: Option<CustomMessage>,
    }
}

record! {
    /// A text of your own; links in Markdown are shown.
    #[derive(Eq)]
    pub struct CustomMessage {
        required {
            /// At most 1200 characters.
            pub message: String as personal [most(1200)],
        }
    }
}

record! {
    /// A question of your own, answered on the page and found in the session.
    #[derive(Eq)]
    pub struct CustomField {
        required {
            /// Your name for it, at most 200 letters and digits, different for each field.
            pub key: String [most(200)],
            /// What the customer reads.
            pub label: CustomLabel,
            /// `dropdown`, `numeric` or `text`.
            pub r#type: String [open("dropdown,numeric,text")],
        }
        /// Whether it can be left empty.
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
    /// What the customer reads above a field.
    #[derive(Eq)]
    pub struct CustomLabel {
        required {
            /// At most 50 characters are shown well; Stripe takes 100.
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
        /// The value that is chosen at first.
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
            /// What the customer reads, at most 100 characters.
            pub label: String as personal [most(100)],
            /// What you get, at most 100 letters and digits, different for each choice.
            pub value: String as personal [most(100)],
        }
    }
}

record! {
    /// The limits of a field.
    #[derive(Eq)]
    pub struct CustomInput {
        /// What it holds at first, at most 255 characters.
        pub default_value: Option<String> as personal [most(255)],
        /// At most this many characters.
        pub maximum_length: Option<i64>,
        /// At least this many characters.
        pub minimum_length: Option<i64>,
    }
}

record! {
    /// What the customer is asked to agree to.
    #[derive(Eq)]
    pub struct ConsentCollection {
        /// The agreement that the payment method is kept.
        pub payment_method_reuse_agreement: Option<ReuseAgreement>,
        /// `auto` or `none`: to be written to about promotions.
        pub promotions: Option<String> [open("auto,none")],
        /// `required` or `none`.
        pub terms_of_service: Option<String> [open("none,required")],
    }
}

record! {
    /// The agreement that a payment method is kept.
    #[derive(Eq)]
    pub struct ReuseAgreement {
        required {
            /// `auto`, or `hidden` if your own page shows it.
            pub position: String [open("auto,hidden")],
        }
    }
}

record! {
    /// What happens after the session expired.
    #[derive(Eq)]
    pub struct AfterExpiration {
        /// A link under which the customer can start again.
        pub recovery: Option<Recovery>,
    }
}

record! {
    /// A link under which the customer can start again, good for 30 days.
    #[derive(Eq)]
    pub struct Recovery {
        required {
            /// Whether there is one.
            pub enabled: bool,
        }
        /// Whether promotion codes can be typed in there.
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
        pub display: Option<String> [open("auto,never")],
    }
}
