use crate::error::Fault;
use crate::operation::operation;
use crate::page::Page;
use crate::schema::{At, Given, list_params, object, params, part, words};

object! {
    /// A domain on which wallets such as Apple Pay may be shown. Hosted Checkout needs none; the merchant's
    /// own pages do.
    ///
    /// <https://docs.stripe.com/api/payment_method_domains/object>
    pub struct PaymentMethodDomain: "payment_method_domain" {
        /// `pmd_…`
        pub id: String,
        /// The domain, such as `shop.example`.
        pub domain_name: Option<String>,
        /// Whether wallets may be shown on it.
        pub enabled: bool,
        /// The status of Amazon Pay.
        pub amazon_pay: Option<DomainStatus>,
        /// The status of Apple Pay.
        pub apple_pay: Option<DomainStatus>,
        /// The status of Google Pay.
        pub google_pay: Option<DomainStatus>,
        /// The status of Klarna.
        pub klarna: Option<DomainStatus>,
        /// The status of Link.
        pub link: Option<DomainStatus>,
        /// The status of PayPal.
        pub paypal: Option<DomainStatus>,
        /// Whether it is in live mode.
        pub livemode: bool,
        /// When it was created, in unix seconds.
        pub created: Option<i64>,
    }
}

words! {
    /// Whether a method can be used on a domain.
    pub enum DomainState { Active = "active", Inactive = "inactive" }
}

part! {
    /// The status of a wallet on a domain.
    pub struct DomainStatus {
        /// `active` or `inactive`.
        pub status: Option<DomainState>,
        /// Why it is inactive.
        pub status_details: Option<DomainStatusDetails>,
    }
}

part! {
    /// Why a wallet is inactive on a domain.
    pub struct DomainStatusDetails {
        /// Stripe's message.
        pub error_message: Option<String> as personal,
    }
}

params! {
    /// Registers a domain for wallets.
    ///
    /// `POST /v1/payment_method_domains`,
    /// <https://docs.stripe.com/api/payment_method_domains/create>.
    #[derive(Eq)]
    pub struct CreatePaymentMethodDomain {
        required {
            /// The domain, such as `shop.example`, without scheme or path.
            pub domain_name: String,
        }
        /// Whether wallets may be shown on it; `true` if absent.
        pub enabled: Option<bool>,
    }
}

fn check_domain(given: Given<'_>, _: Option<i64>, faults: &mut Vec<Fault>) {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.';
    let name = given.text(At::<CreatePaymentMethodDomain>::domain_name).unwrap_or_default();
    if name.is_empty() || !name.bytes().all(plain) {
        let text = "expected a domain such as `shop.example`, without scheme, port or path";
        faults.push(Fault::new("domain_name", "invalid_domain", text));
    }
}

operation!(
    CreatePaymentMethodDomain, "payment_method_domains.create",
    Write: Post "/v1/payment_method_domains" -> PaymentMethodDomain,
    [OnMerchant, OnPlatform],
    rule check_domain
);

params! {
    /// Retrieves a domain.
    ///
    /// `GET /v1/payment_method_domains/{id}`,
    /// <https://docs.stripe.com/api/payment_method_domains/retrieve>.
    #[derive(Eq)]
    pub struct RetrievePaymentMethodDomain {
        path {
            /// `pmd_…`
            pub id: String,
        }
    }
}

operation!(
    RetrievePaymentMethodDomain, "payment_method_domains.retrieve",
    Read: Get "/v1/payment_method_domains/{id}" (id: "pmd_") -> PaymentMethodDomain,
    [OnMerchant, OnPlatform]
);

list_params! {
    /// Lists domains.
    ///
    /// `GET /v1/payment_method_domains`, <https://docs.stripe.com/api/payment_method_domains/list>.
    #[derive(Eq)]
    pub struct ListPaymentMethodDomains {
        /// Only this domain.
        pub domain_name: Option<String>,
        /// Only enabled ones, or only disabled ones.
        pub enabled: Option<bool>,
    }
}

operation!(
    ListPaymentMethodDomains, "payment_method_domains.list",
    Read: Get "/v1/payment_method_domains" -> Page<PaymentMethodDomain>,
    [OnMerchant, OnPlatform, List],
    rule ListPaymentMethodDomains::check_page
);

params! {
    /// Enables or disables wallets on a domain.
    ///
    /// `POST /v1/payment_method_domains/{id}`,
    /// <https://docs.stripe.com/api/payment_method_domains/update>.
    #[derive(Eq)]
    pub struct UpdatePaymentMethodDomain {
        path {
            /// `pmd_…`
            pub id: String,
        }
        /// Whether wallets may be shown on it.
        pub enabled: Option<bool>,
    }
}

operation!(
    UpdatePaymentMethodDomain, "payment_method_domains.update",
    Write: Post "/v1/payment_method_domains/{id}" (id: "pmd_") -> PaymentMethodDomain,
    [OnMerchant, OnPlatform]
);

params! {
    /// Validates a domain again after the problem was fixed.
    ///
    /// `POST /v1/payment_method_domains/{id}/validate`,
    /// <https://docs.stripe.com/api/payment_method_domains/validate>.
    #[derive(Eq)]
    pub struct ValidatePaymentMethodDomain {
        path {
            /// `pmd_…`
            pub id: String,
        }
    }
}

operation!(
    ValidatePaymentMethodDomain, "payment_method_domains.validate",
    Write: Post "/v1/payment_method_domains/{id}/validate" (id: "pmd_") -> PaymentMethodDomain,
    [OnMerchant, OnPlatform]
);
