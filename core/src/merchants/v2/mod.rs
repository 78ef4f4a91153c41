//! Accounts v2, which Stripe recommends to new platforms. An account of v1 and one of v2 have the same
//! `acct_…`, and either API can retrieve both.

mod account;
mod capabilities;
mod link;
mod parameters;
mod read;
mod statuses;
mod write;

pub use account::{
    V2Account, V2Configuration, V2Customer, V2Defaults, V2Identity, V2Merchant, V2Recipient, V2Requirement,
    V2RequirementError, V2Requirements, V2RestrictedCapability, V2StatusDetail,
};
pub use capabilities::{CapabilityRequest, MerchantCapabilities};
pub use link::{CreateV2AccountLink, LinkTarget, LinkUseCase, V2AccountLink};
pub use parameters::{
    AccountBranding, AccountConfiguration, AccountDefaults, AccountIdentity, AccountProfile,
    CardPaymentsRules, CustomerBilling, CustomerConfiguration, CustomerInvoice, DeclineOn,
    MerchantConfiguration, MerchantSupport, Responsibilities, StatementDescriptor,
};
pub use read::{ListV2Accounts, RetrieveV2Account};
pub use write::{CloseV2Account, CreateV2Account, UpdateV2Account};

pub(crate) use capabilities::{check_requested, is_of_v2};
pub(crate) use read::READINESS;
