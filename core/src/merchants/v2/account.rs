//! An account of v2 as Stripe answers with it.

use crate::params::Metadata;
use crate::schema::{At, Dynamic, Slot, object, part};

use super::statuses;

object! {
    /// An account of v2: a merchant, one that you bill, or both. What was not asked for by `include` is absent,
    /// even where it is set.
    ///
    /// <https://docs.stripe.com/api/v2/core/accounts/object>
    pub struct V2Account: "v2.core.account" then read_capabilities {
        /// `acct_…`
        pub id: String,
        /// What it is: `customer`, `merchant`, `recipient`.
        pub applied_configurations: Vec<String> [open("customer,merchant,recipient")],
        /// Whether it was closed.
        pub closed: bool,
        /// What it can do.
        pub configuration: Option<V2Configuration>,
        /// Where Stripe writes to.
        pub contact_email: Option<String> as personal,
        /// The telephone number.
        pub contact_phone: Option<String> as personal,
        /// When it was made, by RFC 3339.
        pub created: Option<String>,
        /// Which Dashboard the merchant has: `full`, `express` or `none`.
        pub dashboard: Option<String> [open("full,express,none")],
        /// Currency, and who pays for what.
        pub defaults: Option<V2Defaults>,
        /// The name that you and the merchant see.
        pub display_name: Option<String> as personal,
        /// Country and kind of business.
        pub identity: Option<V2Identity>,
        /// What Stripe needs to know.
        pub requirements: Option<V2Requirements>,
        /// What Stripe will need to know from a later date on.
        pub future_requirements: Option<V2Requirements>,
        /// Your own metadata.
        pub metadata: Metadata,
        /// Whether it is in live mode.
        pub livemode: bool,
    }
}

part! {
    /// What an account of v2 can do.
    pub struct V2Configuration {
        /// As a merchant.
        pub merchant: Option<V2Merchant>,
        /// As one that you bill.
        pub customer: Option<V2Customer>,
        /// As one that gets transfers; direct charges do without.
        pub recipient: Option<V2Recipient>,
    }
}

part! {
    /// An account that takes payments.
    pub struct V2Merchant {
        /// Whether it is in force.
        pub applied: bool,
        /// Its capabilities by name, such as `card_payments` or `stripe_balance.payouts`: `active`, `pending`,
        /// `restricted`, `rejected` or `unsupported`. What nobody asked for is absent.
        pub capabilities: Metadata,
        /// Why capabilities are not active.
        pub status_details: Vec<V2StatusDetail>,
        /// The kind of business, four digits.
        pub mcc: Option<String>,
        /// What customers read on their bank statements.
        pub statement_descriptor: Option<String> as personal [from(&["statement_descriptor.descriptor"])],
        /// What comes before the text of a payment there.
        pub statement_descriptor_prefix: Option<String> as personal [from(&["statement_descriptor.prefix"])],
    }
}

part! {
    /// An account that you bill.
    pub struct V2Customer {
        /// Whether it is in force.
        pub applied: bool,
        /// Its capabilities by name, such as `automatic_indirect_tax`.
        pub capabilities: Metadata,
        /// Why capabilities are not active.
        pub status_details: Vec<V2StatusDetail>,
        /// What it pays by, `pm_…`.
        pub default_payment_method: Option<String> [from(&["billing.default_payment_method"])],
        /// A clock of Stripe's for tests.
        pub test_clock: Option<String>,
    }
}

part! {
    /// An account that gets transfers.
    pub struct V2Recipient {
        /// Whether it is in force.
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
        /// What helps: `provide_info`, `contact_stripe` or `no_resolution`.
        pub resolution: Option<String> [open("provide_info,contact_stripe,no_resolution")],
    }
}

part! {
    /// What applies to all configurations of an account.
    pub struct V2Defaults {
        /// The currency, three lower-case letters.
        pub currency: Option<String>,
        /// Who pays Stripe's fees: `stripe` takes them from the merchant; `application`, `application_express`
        /// or `application_custom`.
        pub fees_collector: Option<String>
            [from(&["responsibilities.fees_collector"]), open("stripe,application,application_express,application_custom")],
        /// Who bears losses: `application` or `stripe`.
        pub losses_collector: Option<String>
            [from(&["responsibilities.losses_collector"]), open("application,stripe")],
        /// Who asks the merchant for what is missing: `application` or `stripe`.
        pub requirements_collector: Option<String>
            [from(&["responsibilities.requirements_collector"]), open("application,stripe")],
        /// The business's own page.
        pub business_url: Option<String> as personal [from(&["profile.business_url"])],
        /// The name under which it does business.
        pub doing_business_as: Option<String> as personal [from(&["profile.doing_business_as"])],
    }
}

part! {
    /// Who a merchant is.
    pub struct V2Identity {
        /// Two letters; Stripe writes them in lower case.
        pub country: Option<String>,
        /// `company`, `government_entity`, `individual` or `non_profit`.
        pub entity_type: Option<String> [open("company,government_entity,individual,non_profit")],
    }
}

part! {
    /// What Stripe needs to know about an account of v2.
    pub struct V2Requirements {
        /// One for each thing that is needed.
        pub entries: Vec<V2Requirement>,
        /// The most urgent of them: `eventually_due`, `currently_due` or `past_due`.
        pub deadline_status: Option<String>
            [from(&["summary.minimum_deadline.status"]), open("eventually_due,currently_due,past_due")],
        /// By when that one is needed, by RFC 3339.
        pub deadline: Option<String> [from(&["summary.minimum_deadline.time"])],
    }
}

part! {
    /// Something that Stripe needs to know.
    pub struct V2Requirement {
        /// What it is, for programs, such as a path.
        pub description: String,
        /// Who has to act: `user` or `stripe`.
        pub awaiting_action_from: Option<String> [open("user,stripe")],
        /// `eventually_due`, `currently_due` or `past_due`.
        pub deadline_status: Option<String>
            [from(&["minimum_deadline.status"]), open("eventually_due,currently_due,past_due")],
        /// What was wrong with what was given.
        pub errors: Vec<V2RequirementError>,
        /// What is turned off without it.
        pub restricts_capabilities: Vec<V2RestrictedCapability> [from(&["impact.restricts_capabilities"])],
        /// What it is about: `inquiry`, `payment_method` or `person`.
        pub reference_type: Option<String> [from(&["reference.type"]), open("inquiry,payment_method,person")],
        /// Which one, such as `person_…`.
        pub reference: Option<String> [from(&["reference.resource", "reference.inquiry"])],
    }
}

part! {
    /// What was wrong with an answer of the merchant's.
    pub struct V2RequirementError {
        /// Stripe's code.
        pub code: Option<String>,
        /// Stripe's text.
        pub description: Option<String> as personal,
    }
}

part! {
    /// A capability that is turned off without what is needed.
    pub struct V2RestrictedCapability {
        /// Its name.
        pub capability: Option<String>,
        /// `customer`, `merchant` or `recipient`.
        pub configuration: Option<String> [open("customer,merchant,recipient")],
        /// When: `eventually_due`, `currently_due` or `past_due`.
        pub deadline_status: Option<String>
            [from(&["deadline.status"]), open("eventually_due,currently_due,past_due")],
    }
}

/// Stripe has an object for each capability, below each other where their names have dots.
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
