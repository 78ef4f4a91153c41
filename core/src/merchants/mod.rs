//! The merchants' accounts: their capabilities, what Stripe still requires from them, and which payment
//! methods they offer.
//!
//! See <https://docs.stripe.com/connect/accounts> and
//! <https://docs.stripe.com/connect/payment-method-configurations>.

mod account;
mod account_session;
mod account_write;
mod capability;
mod configuration;
mod domain;
mod links;
mod merchant_account;
mod method;
mod offer;
mod onboarding;
mod readiness;
mod review;
mod setting;
mod v2;

pub use account::{
    Account, AccountController, AccountType, DashboardType, FeesPayer, LossesCollector,
    RequirementCollection, RequirementError, Requirements, RetrieveAccount,
};
pub use account_session::{
    AccountSession, AccountSessionComponent, AccountSessionComponents, AccountSessionFeatures,
    CreateAccountSession,
};
pub use account_write::{
    AccountCapabilities, AccountSettings, BusinessProfile, CardPaymentsSettings, ControllerDashboard,
    ControllerFees, ControllerLosses, ControllerParams, CreateAccount, ListAccounts, PaymentsSettings,
    UpdateAccount,
};
pub use capability::{Capability, CapabilityStatus, ListCapabilities, RetrieveCapability, UpdateCapability};
pub use configuration::{
    CreatePaymentMethodConfiguration, ListPaymentMethodConfigurations, MethodPreference, MethodState,
    PaymentMethodConfiguration, RetrievePaymentMethodConfiguration, UpdatePaymentMethodConfiguration,
};
pub use domain::{
    CreatePaymentMethodDomain, DomainState, DomainStatus, DomainStatusDetails, ListPaymentMethodDomains,
    PaymentMethodDomain, RetrievePaymentMethodDomain, UpdatePaymentMethodDomain, ValidatePaymentMethodDomain,
};
pub use links::{AccountLink, CollectionOptions, CreateAccountLink, CreateLoginLink, LoginLink};
pub use merchant_account::{ChangedCapability, MerchantAccount};
pub use method::PaymentMethod;
pub use offer::{LeftOut, Offer, Purchase, offer};
pub use onboarding::{Onboarding, OnboardingOptions, OnboardingStep, onboard};
#[cfg(any(test, feature = "bindings"))]
pub(crate) use onboarding::{of as onboard_by, options_of};
pub use readiness::{AccountRef, Missing, Readiness, readiness};
pub use review::{DefaultChange, MerchantEffect, MerchantMethods, Review, ReviewStep, Seen};
pub use setting::{MethodSetting, MethodStanding, WantedMethod, standings};
pub use v2::{
    AccountBranding, AccountConfiguration, AccountDefaults, AccountIdentity, AccountProfile,
    CapabilityRequest, CardPaymentsRules, CloseV2Account, CreateV2Account, CreateV2AccountLink,
    CustomerBilling, CustomerConfiguration, CustomerInvoice, DeclineOn, LinkTarget, LinkUseCase,
    ListV2Accounts, MerchantCapabilities, MerchantConfiguration, MerchantSupport, Responsibilities,
    RetrieveV2Account, StatementDescriptor, UpdateV2Account, V2Account, V2AccountLink, V2Configuration,
    V2Customer, V2Defaults, V2Identity, V2Merchant, V2Recipient, V2Requirement, V2RequirementError,
    V2Requirements, V2RestrictedCapability, V2StatusDetail,
};

pub(crate) use v2::READINESS;
