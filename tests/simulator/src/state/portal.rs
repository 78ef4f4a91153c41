//! The customer portal's sessions.

use super::{Scope, Stripe, Subscription};

/// A customer's access to its subscriptions.
#[derive(Debug, Clone)]
pub(crate) struct Portal {
    pub(crate) scope: Scope,
    pub(crate) return_url: String,
    customer: String,
}

impl Stripe {
    /// Creates a portal session and returns its URL.
    pub(crate) fn open_portal(&mut self, scope: &Scope, customer: &str, return_url: &str) -> String {
        let token = self.next_id("", 24);
        let (customer, return_url) = (customer.to_owned(), return_url.to_owned());
        self.portals.insert(token.clone(), Portal { scope: scope.clone(), return_url, customer });
        format!("{}/portal/{token}", self.base_url)
    }

    /// Returns a portal session, with the customer's subscriptions.
    pub(crate) fn portal(&self, token: &str) -> Option<(&Portal, Vec<&Subscription>)> {
        let portal = self.portals.get(token)?;
        let own = self.island(&portal.scope)?.subscriptions.iter();
        Some((portal, own.filter(|one| one.customer == portal.customer).collect()))
    }
}
