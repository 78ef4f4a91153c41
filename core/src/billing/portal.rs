use crate::error::Fault;
use crate::operation::{check_id, operation};
use crate::params::check_web_address;
use crate::schema::{At, Given, object, params, record, words};

object! {
    /// A page hosted by Stripe on which a customer updates payment methods, sees invoices, and changes or
    /// cancels subscriptions. The portal's configuration says which of these are possible.
    ///
    /// <https://docs.stripe.com/api/customer_portal/sessions/object>
    pub struct BillingPortalSession: "billing_portal.session" {
        /// `bps_…`
        pub id: String,
        /// `cus_…`
        pub customer: Option<String>,
        /// The merchant that comes by its account, `acct_…`, instead of `customer`.
        pub customer_account: Option<String>,
        /// `bpc_…`
        pub configuration: Option<String>,
        /// Where the customer returns to.
        pub return_url: Option<String> as personal,
        /// The page's language.
        pub locale: Option<String>,
        /// Whether it is in live mode.
        pub livemode: bool,
        /// When it was created, in unix seconds.
        pub created: Option<i64>,
        /// The URL to redirect the customer to at once. Do not show it to anyone else: it grants access
        /// without a login.
        pub url: String as personal,
    }
}

params! {
    /// Creates a page on which a customer manages its subscriptions. Create it when the customer clicks, and
    /// redirect to its `url`.
    ///
    /// `POST /v1/billing_portal/sessions`,
    /// <https://docs.stripe.com/api/customer_portal/sessions/create>.
    #[derive(Eq)]
    pub struct CreateBillingPortalSession {
        /// The customer, `cus_…` on the account on which the call is made; or `customer_account`.
        pub customer: Option<String>,
        /// The merchant as the customer, `acct_…`: an account with the customer configuration of v2, on the platform's own
        /// account.
        pub customer_account: Option<String>,
        /// Where the customer returns to; if absent, the URL from the configuration.
        pub return_url: Option<String> as personal,
        /// The configuration, `bpc_…`, which says what the customer can do; the default one if absent.
        pub configuration: Option<String>,
        /// The page's language, such as `fr`; `auto` follows the browser.
        pub locale: Option<String>,
        /// Opens one particular flow instead of the home page.
        pub flow_data: Option<PortalFlow>,
    }
}

record! {
    /// A flow that the customer is sent to.
    #[derive(Eq)]
    pub struct PortalFlow {
        required {
            /// `payment_method_update`, `subscription_update`, `subscription_cancel`, or another.
            pub r#type: PortalFlowType,
        }
        /// The subscription to change, with `subscription_update`.
        pub subscription_update: Option<PortalSubscription>,
        /// The subscription to cancel, with `subscription_cancel`.
        pub subscription_cancel: Option<PortalSubscription>,
        /// Where the customer goes after completing the flow.
        pub after_completion: Option<PortalAfterCompletion>,
    }
}

record! {
    /// The subscription to change or cancel.
    #[derive(Eq)]
    pub struct PortalSubscription {
        required {
            /// `sub_…` of that customer.
            pub subscription: String,
        }
    }
}

record! {
    /// Where the customer goes after completing the flow.
    #[derive(Eq)]
    pub struct PortalAfterCompletion {
        required {
            /// `portal_homepage`, `redirect` or `hosted_confirmation`.
            pub r#type: AfterCompletionType,
        }
        /// Settings for `redirect`.
        pub redirect: Option<PortalRedirect>,
        /// Settings for `hosted_confirmation`.
        pub hosted_confirmation: Option<PortalConfirmation>,
    }
}

record! {
    /// A redirect to a page of yours.
    #[derive(Eq)]
    pub struct PortalRedirect {
        required {
            /// The URL of the page.
            pub return_url: String as personal,
        }
    }
}

record! {
    /// A confirmation page hosted by Stripe.
    #[derive(Eq)]
    pub struct PortalConfirmation {
        /// Your own message on it.
        pub custom_message: Option<String> as personal [most(500)],
    }
}

fn check_portal(given: Given<'_>, _: Option<i64>, faults: &mut Vec<Fault>) {
    type F = At<CreateBillingPortalSession>;
    match (given.text(F::customer), given.text(F::customer_account)) {
        (Some(_), Some(_)) => {
            let text = "expected `customer` or `customer_account`, not both";
            faults.push(Fault::new("customer_account", "parameters_exclusive", text));
        }
        (None, Some(account)) => check_id("customer_account", account, &["acct_"], faults),
        (customer, None) => check_id("customer", customer.unwrap_or_default(), &["cus_"], faults),
    }
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
                faults.push(Fault::new(at, "missing_parameter", "expected a subscription"));
            }
            (true, false) => {
                let text = format!("this is only for the type `{name}`");
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
        faults.push(Fault::new(at, "missing_parameter", "expected the redirect"));
    }
}

operation!(
    CreateBillingPortalSession, "billing_portal.sessions.create",
    Write: Post "/v1/billing_portal/sessions" -> BillingPortalSession,
    [OnMerchant, OnPlatform],
    rule check_portal,
    was "billing_portal_sessions.create"
);

words! {
    /// What the customer is to do in the portal.
    pub enum PortalFlowType {
        CustomerUpdate = "customer_update", PaymentMethodUpdate = "payment_method_update",
        SubscriptionCancel = "subscription_cancel", SubscriptionPause = "subscription_pause",
        SubscriptionUpdate = "subscription_update",
        SubscriptionUpdateConfirm = "subscription_update_confirm",
    }
}

words! {
    /// What follows when the customer has done it.
    pub enum AfterCompletionType {
        HostedConfirmation = "hosted_confirmation", PortalHomepage = "portal_homepage",
        Redirect = "redirect",
    }
}
