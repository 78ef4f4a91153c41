//! Accounts v2 as Stripe returns them.

use crate::params::Metadata;
use crate::schema::{At, Dynamic, Slot, object, part};

use super::statuses;

object! {
    /// An account of v2: a merchant, a customer that you bill, or both. Fields that `include` does not
    /// request are absent, even if they are set.
    ///
    /// <https://docs.stripe.com/api/v2/core/accounts/object>
    pub struct V2Account: "v2.core.account" then read_capabilities {
        /// `acct_…`
        pub id: String,
        /// Its configurations: `customer`, `merchant`, `recipient`.
        pub applied_configurations: Vec<String> [open("customer,merchant,recipient")],
        /// Whether the account was closed.
        pub closed: bool,
        /// The details of its configurations.
        pub configuration: Option<V2Configuration>,
        /// The e-mail address for messages from Stripe.
        pub contact_email: Option<String> as personal,
        /// The phone number.
        pub contact_phone: Option<String> as personal,
        /// When it was created, in RFC 3339 format.
        pub created: Option<String>,
        /// Which Dashboard the merchant has: `full`, `express` or `none`.
        pub dashboard: Option<String> [open("full,express,none")],
        /// Defaults: currency, and who pays for what.
        pub defaults: Option<V2Defaults>,
        /// The name that you and the merchant see.
        pub display_name: Option<String> as personal,
        /// The country and type of business.
        pub identity: Option<V2Identity>,
        /// What Stripe requires now.
        pub requirements: Option<V2Requirements>,
        /// What Stripe will require at a later date.
        pub future_requirements: Option<V2Requirements>,
        /// Your own metadata.
        pub metadata: Metadata,
        /// Whether it is in live mode.
        pub livemode: bool,
    }
}

part! {
    /// The configurations of an account of v2.
    pub struct V2Configuration {
        /// The account as a merchant.
        pub merchant: Option<V2Merchant>,
        /// The account as a customer that you bill.
        pub customer: Option<V2Customer>,
        /// The account as a recipient of transfers; direct charges do not need it.
        pub recipient: Option<V2Recipient>,
    }
}

part! {
    /// An account that accepts payments.
    pub struct V2Merchant {
        /// Whether the configuration is in effect.
        pub applied: bool,
        /// Its capabilities by name, such as `card_payments` or `stripe_balance.payouts`: `active`,
        /// `pending`, `restricted`, `rejected` or `unsupported`. Capabilities that were not requested are
        /// absent.
        pub capabilities: Metadata,
        /// Why capabilities are not active.
        pub status_details: Vec<V2StatusDetail>,
        /// The merchant category code, four digits.
        pub mcc: Option<String>,
        /// The statement descriptor for customers' bank statements.
        pub statement_descriptor: Option<String> as personal [from(&["statement_descriptor.descriptor"])],
        /// The prefix of the statement descriptor for card payments.
        pub statement_descriptor_prefix: Option<String> as personal [from(&["statement_descriptor.prefix"])],
    }
}

part! {
    /// An account that you bill.
    pub struct V2Customer {
        /// Whether the configuration is in effect.
        pub applied: bool,
        /// Its capabilities by name, such as `automatic_indirect_tax`.
        pub capabilities: Metadata,
        /// Why capabilities are not active.
        pub status_details: Vec<V2StatusDetail>,
        /// The default payment method, `pm_…`.
        pub default_payment_method: Option<String> [from(&["billing.default_payment_method"])],
        /// The test clock.
        pub test_clock: Option<String>,
    }
}

part! {
    /// An account that receives transfers.
    pub struct V2Recipient {
        /// Whether the configuration is in effect.
        pub applied: bool,
        /// Its capabilities by name, such as `stripe_balance.stripe_transfers`.
        pub capabilities: Metadata,
        /// Why capabilities are not active.
        pub status_details: Vec<V2StatusDetail>,
    }
}

part! {
    /// Why a capability is not active.
    pub struct V2StatusDetail {
        /// The capability's name.
        pub capability: String,
        /// Stripe's code, such as `requirements_past_due`.
        pub code: Option<String>,
        /// What resolves it: `provide_info`, `contact_stripe` or `no_resolution`.
        pub resolution: Option<String> [open("provide_info,contact_stripe,no_resolution")],
    }
}

part! {
    /// Settings that apply to all configurations of an account.
    pub struct V2Defaults {
        /// The currency, three lower-case letters.
        pub currency: Option<String>,
        /// Who pays Stripe's fees: `stripe` if it deducts them from the merchant's payments; `application`,
        /// `application_express` or `application_custom`.
        pub fees_collector: Option<String>
            [from(&["responsibilities.fees_collector"]), open("stripe,application,application_express,application_custom")],
        /// Who is liable for losses: `application` or `stripe`.
        pub losses_collector: Option<String>
            [from(&["responsibilities.losses_collector"]), open("application,stripe")],
        /// Who collects missing information from the merchant: `application` or `stripe`.
        pub requirements_collector: Option<String>
            [from(&["responsibilities.requirements_collector"]), open("application,stripe")],
        /// The URL of the business's website.
        pub business_url: Option<String> as personal [from(&["profile.business_url"])],
        /// The name under which it does business.
        pub doing_business_as: Option<String> as personal [from(&["profile.doing_business_as"])],
    }
}

part! {
    /// The legal identity of a merchant.
    pub struct V2Identity {
        /// The country, two letters, which Stripe returns in lower case.
        pub country: Option<String>,
        /// The type of business: `company`, `government_entity`, `individual` or `non_profit`.
        pub entity_type: Option<String> [open("company,government_entity,individual,non_profit")],
    }
}

part! {
    /// What Stripe requires for an account of v2.
    pub struct V2Requirements {
        /// One entry for each requirement.
        pub entries: Vec<V2Requirement>,
        /// The most urgent status among them: `eventually_due`, `currently_due` or `past_due`.
        pub deadline_status: Option<String>
            [from(&["summary.minimum_deadline.status"]), open("eventually_due,currently_due,past_due")],
        /// The deadline of the most urgent one, in RFC 3339 format.
        pub deadline: Option<String> [from(&["summary.minimum_deadline.time"])],
    }
}

part! {
    /// A requirement.
    pub struct V2Requirement {
        /// A machine-readable description, such as a path.
        pub description: String,
        /// Who must act: `user` or `stripe`.
        pub awaiting_action_from: Option<String> [open("user,stripe")],
        /// `eventually_due`, `currently_due` or `past_due`.
        pub deadline_status: Option<String>
            [from(&["minimum_deadline.status"]), open("eventually_due,currently_due,past_due")],
        /// Errors in the information that was submitted.
        pub errors: Vec<V2RequirementError>,
        /// The capabilities that it restricts.
        pub restricts_capabilities: Vec<V2RestrictedCapability> [from(&["impact.restricts_capabilities"])],
        /// The kind of object that it concerns: `inquiry`, `payment_method` or `person`.
        pub reference_type: Option<String> [from(&["reference.type"]), open("inquiry,payment_method,person")],
        /// The id of that object, such as `person_…`.
        pub reference: Option<String> [from(&["reference.resource", "reference.inquiry"])],
    }
}

part! {
    /// An error in information that the merchant submitted.
    pub struct V2RequirementError {
        /// Stripe's error code.
        pub code: Option<String>,
        /// Stripe's message.
        pub description: Option<String> as personal,
    }
}

part! {
    /// A capability that is restricted until the requirement is met.
    pub struct V2RestrictedCapability {
        /// Its name.
        pub capability: Option<String>,
        /// Its configuration: `customer`, `merchant` or `recipient`.
        pub configuration: Option<String> [open("customer,merchant,recipient")],
        /// The status from which it is restricted: `eventually_due`, `currently_due` or `past_due`.
        pub deadline_status: Option<String>
            [from(&["deadline.status"]), open("eventually_due,currently_due,past_due")],
    }
}

/// Stripe nests an object per capability; dots in a name separate the levels.
fn read_capabilities(account: &mut Dynamic<'_>) {
    let raw = account.raw;
    let Some(Slot::Record(configuration)) = account.slots.get_mut(At::<V2Account>::configuration) else {
        return;
    };
    let places = [
        (
            At::<V2Configuration>::merchant,
            "merchant",
            At::<V2Merchant>::capabilities,
            At::<V2Merchant>::status_details,
        ),
        (
            At::<V2Configuration>::customer,
            "customer",
            At::<V2Customer>::capabilities,
            At::<V2Customer>::status_details,
        ),
        (
            At::<V2Configuration>::recipient,
            "recipient",
            At::<V2Recipient>::capabilities,
            At::<V2Recipient>::status_details,
        ),
    ];
    for (part, name, capabilities, details) in places {
        let Some(Slot::Record(part)) = configuration.slots.get_mut(part) else { continue };
        let read = statuses::read(raw, &["configuration", name, "capabilities"]);
        part.set(capabilities, Slot::Pairs(read.statuses));
        part.set(details, Slot::List(read.details));
    }
}
