use crate::error::Fault;
use crate::operation::{check_id, operation};
use crate::params::check_web_address;
use crate::schema::{At, Given, object, params, record};

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
            pub r#type: String [open("customer_update,payment_method_update,subscription_cancel,subscription_pause,subscription_update,subscription_update_confirm")],
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
            pub r#type: String [open("hosted_confirmation,portal_homepage,redirect")],
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
        pub custom_message: Option<String> as personal [most(500)],
    }
}

fn check_portal(given: Given<'_>, _: Option<i64>, faults: &mut Vec<Fault>) {
    type F = At<CreateBillingPortalSession>;
    check_id("customer", given.text(F::customer).unwrap_or_default(), &["cus_"], faults);
    check_web_address(given.text(F::return_url), "return_url", faults);
    if let Some(flow) = given.record(F::flow_data) {
        check_flow(flow, faults);
    }
}

fn check_flow(flow: Given<'_>, faults: &mut Vec<Fault>) {
    type F = At<PortalFlow>;
    for (name, field) in
        [("subscription_update", F::subscription_update), ("subscription_cancel", F::subscription_cancel)]
    {
        let at = format!("flow_data.{name}");
        match (flow.has(field), flow.text(F::r#type) == Some(name)) {
            (false, true) => {
                faults.push(Fault::new(at, "missing_parameter", "expected the subscription"));
            }
            (true, false) => {
                let text = format!("expected it with the type `{name}` alone");
                faults.push(Fault::new(at, "parameters_exclusive", text));
            }
            _ => {}
        }
    }
    let Some(after) = flow.record(F::after_completion) else { return };
    let redirect = after.record(At::<PortalAfterCompletion>::redirect);
    let url = redirect.and_then(|redirect| redirect.text(At::<PortalRedirect>::return_url));
    check_web_address(url, "flow_data.after_completion.redirect.return_url", faults);
    if after.text(At::<PortalAfterCompletion>::r#type) == Some("redirect") && redirect.is_none() {
        let at = "flow_data.after_completion.redirect";
        faults.push(Fault::new(at, "missing_parameter", "expected where to redirect to"));
    }
}

operation!(
    CreateBillingPortalSession, "billing_portal.sessions.create",
    Write: Post "/v1/billing_portal/sessions" -> BillingPortalSession,
    [OnMerchant, OnPlatform],
    rule check_portal,
    was "billing_portal_sessions.create"
);
