use crate::answer::object;
use crate::error::Fault;
use crate::operation::{Check, check_id, operation};
use crate::params::{check_open_word, check_text, check_web_address, params, record};

object! {
    /// A page of Stripe's on which a customer changes payment methods, looks at invoices, and changes or
    /// ends subscriptions. What of it can be done is said by the portal's configuration.
    ///
    /// <https://docs.stripe.com/api/customer_portal/sessions/object>
    pub struct BillingPortalSession: "billing_portal.session" {
        /// `bps_…`
        pub id: String,
        /// `cus_…`
        pub customer: Option<String>,
        /// `bpc_…`
        pub configuration: Option<String>,
        /// Where the customer comes back to.
        pub return_url: Option<String> as personal,
        /// The page's language.
        pub locale: Option<String>,
        /// Whether real money moves.
        pub livemode: bool,
        /// Unix seconds.
        pub created: Option<i64>,
        /// Redirect the customer there at once, and show it to nobody else: it lets anyone in.
        pub url: String as personal,
    }
}

params! {
    /// Makes a page on which a customer looks after its subscriptions. Make it when the customer clicks,
    /// and redirect to its `url`.
    ///
    /// `POST /v1/billing_portal/sessions`,
    /// <https://docs.stripe.com/api/customer_portal/sessions/create>.
    #[derive(Eq)]
    pub struct CreateBillingPortalSession {
        required {
            /// Who comes, `cus_…` on the account on which the call is made.
            pub customer: String,
        }
        /// Where the customer comes back to; that of the configuration if absent.
        pub return_url: Option<String> as personal,
        /// `bpc_…`: what can be done there; the default configuration if absent.
        pub configuration: Option<String>,
        /// The page's language, such as `fr`; `auto` follows the browser.
        pub locale: Option<String>,
        /// Leads straight to one thing instead of the first page.
        pub flow_data: Option<PortalFlow>,
    }
}

record! {
    /// One thing that the customer is to do.
    #[derive(Eq)]
    pub struct PortalFlow {
        required {
            /// `payment_method_update`, `subscription_update`, `subscription_cancel`, or another.
            pub r#type: String,
        }
        /// Which subscription to change; with `subscription_update`.
        pub subscription_update: Option<PortalSubscription>,
        /// Which subscription to end; with `subscription_cancel`.
        pub subscription_cancel: Option<PortalSubscription>,
        /// Where the customer goes when it is done.
        pub after_completion: Option<PortalAfterCompletion>,
    }
}

record! {
    /// The subscription that is to be changed or ended.
    #[derive(Eq)]
    pub struct PortalSubscription {
        required {
            /// `sub_…` of that customer.
            pub subscription: String,
        }
    }
}

record! {
    /// Where the customer goes when it is done.
    #[derive(Eq)]
    pub struct PortalAfterCompletion {
        required {
            /// `portal_homepage`, `redirect` or `hosted_confirmation`.
            pub r#type: String,
        }
        /// With `redirect`.
        pub redirect: Option<PortalRedirect>,
        /// With `hosted_confirmation`.
        pub hosted_confirmation: Option<PortalConfirmation>,
    }
}

record! {
    /// Back to a page of yours.
    #[derive(Eq)]
    pub struct PortalRedirect {
        required {
            /// That page.
            pub return_url: String as personal,
        }
    }
}

record! {
    /// A page of Stripe's that says that it is done.
    #[derive(Eq)]
    pub struct PortalConfirmation {
        /// Your own words on it.
        pub custom_message: Option<String> as personal,
    }
}

impl Check for CreateBillingPortalSession {
    fn check(&self, _: Option<i64>, faults: &mut Vec<Fault>) {
        check_id("customer", &self.customer, &["cus_"], faults);
        check_web_address(self.return_url.as_deref(), "return_url", faults);
        if let Some(flow) = &self.flow_data {
            flow.check(faults);
        }
    }
}

const FLOWS: &[&str] = &[
    "customer_update",
    "payment_method_update",
    "subscription_cancel",
    "subscription_pause",
    "subscription_update",
    "subscription_update_confirm",
];

impl PortalFlow {
    fn check(&self, faults: &mut Vec<Fault>) {
        check_open_word(Some(&self.r#type), FLOWS, "flow_data.type", faults);
        for (name, given) in [
            ("subscription_update", &self.subscription_update),
            ("subscription_cancel", &self.subscription_cancel),
        ] {
            let at = format!("flow_data.{name}");
            match given {
                None if self.r#type == name => {
                    faults.push(Fault::new(at, "missing_parameter", "expected the subscription"));
                }
                Some(_) if self.r#type != name => {
                    let text = format!("expected it with the type `{name}` alone");
                    faults.push(Fault::new(at, "parameters_exclusive", text));
                }
                _ => {}
            }
        }
        let Some(after) = &self.after_completion else { return };
        let known = &["hosted_confirmation", "portal_homepage", "redirect"];
        check_open_word(Some(&after.r#type), known, "flow_data.after_completion.type", faults);
        let redirect = after.redirect.as_ref().map(|redirect| &*redirect.return_url);
        check_web_address(redirect, "flow_data.after_completion.redirect.return_url", faults);
        if after.r#type == "redirect" && redirect.is_none() {
            let at = "flow_data.after_completion.redirect";
            faults.push(Fault::new(at, "missing_parameter", "expected where to redirect to"));
        }
        if let Some(page) = &after.hosted_confirmation {
            let at = "flow_data.after_completion.hosted_confirmation.custom_message";
            check_text(&page.custom_message, 500, at, faults);
        }
    }
}

operation!(
    CreateBillingPortalSession, "billing_portal_sessions.create",
    Write: Post "/v1/billing_portal/sessions" -> BillingPortalSession,
    [OnMerchant, OnPlatform]
);
