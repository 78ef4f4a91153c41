//! The pages on which customers look after their subscriptions.

use super::{Scope, Stripe, Subscription};

/// A customer's way to its subscriptions.
#[derive(Debug, Clone)]
pub(crate) struct Portal {
    pub(crate) scope: Scope,
    pub(crate) return_url: String,
    customer: String,
}

impl Stripe {
    /// Makes the page on which a customer looks after its subscriptions; its address.
    pub(crate) fn open_portal(&mut self, scope: &Scope, customer: &str, return_url: &str) -> String {
        let token = self.next_id("", 24);
        let (customer, return_url) = (customer.to_owned(), return_url.to_owned());
        self.portals.insert(token.clone(), Portal { scope: scope.clone(), return_url, customer });
        format!("{}/portal/{token}", self.base_url)
    }

    /// Such a page, and the customer's subscriptions.
    pub(crate) fn portal(&self, token: &str) -> Option<(&Portal, Vec<&Subscription>)> {
        let portal = self.portals.get(token)?;
        let own = self.island(&portal.scope)?.subscriptions.iter();
        Some((portal, own.filter(|one| one.customer == portal.customer).collect()))
    }
}
