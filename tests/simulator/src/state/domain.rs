//! Domains on which wallets may be shown.

use serde_json::{Value, json};

/// A payment method domain.
#[derive(Debug, Clone)]
pub(crate) struct Domain {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) enabled: bool,
    pub(crate) created: i64,
}

impl Domain {
    pub(crate) fn object(&self) -> Value {
        let mut object = json!({
            "id": self.id,
            "object": "payment_method_domain",
            "created": self.created,
            "domain_name": self.name,
            "enabled": self.enabled,
            "livemode": false,
        });
        for wallet in ["amazon_pay", "apple_pay", "google_pay", "klarna", "link", "paypal"] {
            object[wallet] = json!({ "status": if self.enabled { "active" } else { "inactive" } });
        }
        object
    }
}
