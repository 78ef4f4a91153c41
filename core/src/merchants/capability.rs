use crate::error::Fault;
use crate::operation::operation;
use crate::page::Page;
use crate::schema::{At, Given, object, params, words};

use super::Requirements;

object! {
    /// A capability of a connected account, such as `card_payments` or `sepa_debit_payments`.
    ///
    /// <https://docs.stripe.com/api/capabilities/object>
    pub struct Capability: "capability" {
        /// The capability's name.
        pub id: String,
        /// The merchant, `acct_…`.
        pub account: Option<String>,
        /// `active`, `inactive`, `pending` or `unrequested`.
        pub status: Option<CapabilityStatus>,
        /// Whether it was requested.
        pub requested: bool,
        /// When it was requested, in unix seconds.
        pub requested_at: Option<i64>,
        /// What Stripe requires for it now.
        pub requirements: Option<Requirements>,
        /// What Stripe will require for it at a later date.
        pub future_requirements: Option<Requirements>,
    }
}

words! {
    /// How a capability stands.
    pub enum CapabilityStatus {
        Active = "active", Inactive = "inactive", Pending = "pending", Unrequested = "unrequested",
    }
}

params! {
    /// Retrieves one capability of a connected account.
    ///
    /// `GET /v1/accounts/{account}/capabilities/{id}`,
    /// <https://docs.stripe.com/api/capabilities/retrieve>.
    #[derive(Eq)]
    pub struct RetrieveCapability {
        path {
            /// The merchant, `acct_…`.
            pub account: String,
            /// The capability's name.
            pub id: String,
        }
    }
}

operation!(
    RetrieveCapability, "accounts.capabilities.retrieve",
    Read: Get "/v1/accounts/{account}/capabilities/{id}" (account: "acct_", id:) -> Capability,
    [OnPlatform],
    was "capabilities.retrieve"
);

params! {
    /// Lists the capabilities of a connected account, all on one page.
    ///
    /// `GET /v1/accounts/{account}/capabilities`, <https://docs.stripe.com/api/capabilities/list>.
    #[derive(Eq)]
    pub struct ListCapabilities {
        path {
            /// The merchant, `acct_…`.
            pub account: String,
        }
    }
}

operation!(
    ListCapabilities, "accounts.capabilities.list",
    Read: Get "/v1/accounts/{account}/capabilities" (account: "acct_") -> Page<Capability>,
    [OnPlatform, List],
    was "capabilities.list"
);

params! {
    /// Requests a capability of a connected account, or stops requesting it; some cannot be given up once
    /// they were requested. Request only what you need: each capability can mean more questions for the
    /// merchant.
    ///
    /// `POST /v1/accounts/{account}/capabilities/{id}`,
    /// <https://docs.stripe.com/api/capabilities/update>.
    #[derive(Eq)]
    pub struct UpdateCapability {
        path {
            /// The merchant, `acct_…`.
            pub account: String,
            /// The capability's name.
            pub id: String,
        }
        /// Whether it is requested. Required.
        pub requested: Option<bool>,
    }
}

fn check_requested(given: Given<'_>, _: Option<i64>, faults: &mut Vec<Fault>) {
    if !given.has(At::<UpdateCapability>::requested) {
        faults.push(Fault::new("requested", "missing_parameter", "expected `true` or `false`"));
    }
}

operation!(
    UpdateCapability, "accounts.capabilities.update",
    Write: Post "/v1/accounts/{account}/capabilities/{id}" (account: "acct_", id:) -> Capability,
    [OnPlatform],
    rule check_requested,
    was "capabilities.update"
);
