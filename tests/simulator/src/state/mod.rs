//! The state machine: requests and the passing of time go in; responses, events and due timers come out. It
//! opens no socket and reads no clock.

mod account;
mod balance;
mod capability;
mod card;
mod charge;
mod configuration;
mod dispute;
mod domain;
mod endpoint;
mod event;
mod fee;
mod idempotency;
mod line_item;
mod methods;
mod payment;
mod payment_intent;
mod payment_methods;
mod portal;
mod refund;
mod session;
mod subscription;
mod v2;

use std::collections::BTreeMap;

pub use account::Account;
pub use endpoint::Endpoint;

pub(crate) use account::{Island, Scope};
pub(crate) use charge::Charge;
pub(crate) use configuration::{Configuration, Lock};
pub(crate) use domain::Domain;
pub(crate) use endpoint::Registered;
pub(crate) use event::{Cause, Delivery, Event};
pub(crate) use fee::{ApplicationFee, FeeRefund};
pub(crate) use idempotency::{Fingerprint, Recall, Replies};
pub(crate) use line_item::LineItem;
pub(crate) use methods::{Method, named as method_named};
pub(crate) use payment::{Attempt, Outcome};
pub(crate) use payment_intent::PaymentIntent;
pub(crate) use portal::Portal;
pub(crate) use refund::RefundOrder;
pub(crate) use session::{Draft, Session, Status};
pub(crate) use subscription::{Plan, Subscription};
pub(crate) use v2::V2;

use crate::ids::Ids;
use refund::RefundEnd;

/// The API version of the simulator's objects.
pub(crate) const API_VERSION: &str = "2026-10-28.endive";

/// A whole Stripe: a platform, its connected accounts, and everything in them.
pub(crate) struct Stripe {
    pub(crate) secret_key: String,
    /// The base URL of the hosted pages, `http://127.0.0.1:PORT`.
    pub(crate) base_url: String,
    ids: Ids,
    now: i64,
    /// How far the virtual clock is ahead of the real one.
    ahead: i64,
    platform: Island,
    connected: BTreeMap<String, Island>,
    /// The hosted page has only the session's id.
    owners: BTreeMap<String, Scope>,
    /// By the token in their URL: an account, and where the merchant goes afterwards.
    onboardings: BTreeMap<String, (String, String)>,
    portals: BTreeMap<String, Portal>,
    endpoints: Vec<Registered>,
    events: Vec<Event>,
    outbox: Vec<Delivery>,
    /// By due time, then in the order in which they were set.
    timers: BTreeMap<(i64, u64), Timer>,
    timers_set: u64,
}

#[derive(Debug)]
enum Timer {
    Expire(String),
    SettleDebit { session: String, end: payment_methods::DebitEnd },
    SettleRefund { scope: Scope, refund: String, end: RefundEnd },
    MakeFee { scope: Scope, charge: String },
    Grant { account: String, capability: String },
    Renew { scope: Scope, subscription: String },
    TryInvoice { scope: Scope, invoice: String },
}

impl Stripe {
    pub(crate) fn new(secret_key: String, seed: u64, now: i64) -> Self {
        let mut ids = Ids::new(seed);
        let defaults = Configuration::parent(ids.next("pmc_1", 23), "Default");
        let platform = Island::new(Account::new("acct_platform", "The platform itself"), defaults, now);
        Self {
            secret_key,
            base_url: String::new(),
            ids,
            now,
            ahead: 0,
            platform,
            connected: BTreeMap::new(),
            owners: BTreeMap::new(),
            onboardings: BTreeMap::new(),
            portals: BTreeMap::new(),
            endpoints: Vec::new(),
            events: Vec::new(),
            outbox: Vec::new(),
            timers: BTreeMap::new(),
            timers_set: 0,
        }
    }

    /// The virtual time, in unix seconds.
    pub(crate) fn now(&self) -> i64 {
        self.now
    }

    /// Returns how far the virtual clock is ahead of the real one, in seconds.
    pub(crate) fn ahead(&self) -> i64 {
        self.ahead
    }

    /// Starts the virtual clock at a time other than the real one.
    pub(crate) fn start_at(&mut self, start: i64, real_now: i64) {
        self.now = start;
        self.ahead = start - real_now;
    }

    /// Follows the real clock; timers that fell due meanwhile fire at their own time.
    pub(crate) fn tick(&mut self, real_now: i64) {
        self.run_until(real_now.saturating_add(self.ahead));
    }

    /// Moves the virtual clock forward.
    pub(crate) fn advance(&mut self, seconds: i64) {
        self.ahead = self.ahead.saturating_add(seconds);
        self.run_until(self.now.saturating_add(seconds));
    }

    pub(crate) fn add_account(&mut self, account: Account) {
        let id = self.ids.next("pmc_1", 23);
        let parent = self.platform.configurations.first().map(|parent| parent.id.clone()).unwrap_or_default();
        let child = Configuration::child(id, "Default", &parent);
        self.connected.insert(account.id.clone(), Island::new(account, child, self.now));
    }

    pub(crate) fn add_endpoint(&mut self, endpoint: Endpoint) -> String {
        let id = self.ids.next("we_1", 23);
        self.endpoints.push(Registered { id: id.clone(), endpoint });
        id
    }

    pub(crate) fn next_id(&mut self, prefix: &str, length: usize) -> String {
        self.ids.next(prefix, length)
    }

    pub(crate) fn events(&self) -> &[Event] {
        &self.events
    }

    /// The connected accounts.
    pub(crate) fn accounts(&self) -> impl Iterator<Item = &Account> {
        self.connected.values().map(|island| &island.account)
    }

    pub(crate) fn island(&self, scope: &Scope) -> Option<&Island> {
        match scope {
            Scope::Platform => Some(&self.platform),
            Scope::Connected(id) => self.connected.get(id),
        }
    }

    pub(crate) fn island_mut(&mut self, scope: &Scope) -> Option<&mut Island> {
        match scope {
            Scope::Platform => Some(&mut self.platform),
            Scope::Connected(id) => self.connected.get_mut(id),
        }
    }

    /// Returns the first account that satisfies a condition, including the platform's own.
    fn scope_of(&self, is_it: impl Fn(&Island) -> bool) -> Option<Scope> {
        if is_it(&self.platform) {
            return Some(Scope::Platform);
        }
        let found = self.connected.iter().find(|(_, island)| is_it(island));
        found.map(|(id, _)| Scope::Connected(id.clone()))
    }

    /// Returns a session and its account by id alone, which is all that the hosted page's URL has.
    pub(crate) fn hosted(&self, id: &str) -> Option<(&Account, &Session)> {
        let island = self.island(self.owners.get(id)?)?;
        Some((&island.account, island.sessions.get(id)?))
    }

    /// Returns whether the latest attempt to pay a session failed.
    pub(crate) fn payment_failed(&self, session: &str) -> bool {
        self.hosted_intent(session).is_some_and(|intent| intent.status == "requires_payment_method")
    }

    /// Returns the webhook deliveries that have become due since the last call.
    pub(crate) fn take_deliveries(&mut self) -> Vec<Delivery> {
        std::mem::take(&mut self.outbox)
    }

    fn hosted_intent(&self, session: &str) -> Option<&PaymentIntent> {
        let island = self.island(self.owners.get(session)?)?;
        let intent = island.sessions.get(session)?.payment_intent.as_ref()?;
        island.payment_intents.get(intent)
    }

    fn run_until(&mut self, until: i64) {
        while let Some(entry) = self.timers.first_entry() {
            let due = entry.key().0;
            if due > until {
                break;
            }
            let timer = entry.remove();
            self.now = self.now.max(due);
            match timer {
                Timer::Expire(session) => self.expire_when_open(&session, Cause::Time),
                Timer::SettleDebit { session, end } => self.settle_debit(&session, end),
                Timer::SettleRefund { scope, refund, end } => self.settle_refund(&scope, &refund, end),
                Timer::MakeFee { scope, charge } => self.make_fee(&scope, &charge),
                Timer::Grant { account, capability } => self.grant(&account, &capability),
                Timer::Renew { scope, subscription } => self.renew(&scope, &subscription),
                Timer::TryInvoice { scope, invoice } => self.try_invoice(&scope, &invoice),
            }
        }
        self.now = self.now.max(until);
    }

    fn set_timer(&mut self, due: i64, timer: Timer) {
        self.timers_set += 1;
        self.timers.insert((due, self.timers_set), timer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    const START: i64 = 1_795_000_000;

    fn stripe(seed: u64) -> Stripe {
        let mut stripe = Stripe::new("sk_test_simulator".to_owned(), seed, START);
        stripe.add_account(Account::new("acct_1Bakery", "Bakery"));
        stripe
    }

    fn open(stripe: &mut Stripe) -> String {
        let draft = Draft {
            line_items: vec![LineItem {
                id: String::new(),
                price: String::new(),
                product: String::new(),
                name: "Loaf".to_owned(),
                description: None,
                unit_amount: 450,
                quantity: 2,
                metadata: json!({}),
                recurring: None,
            }],
            currency: "eur".to_owned(),
            application_fee_amount: None,
            method_types: vec!["card", "sepa_debit"],
            expires_at: stripe.now() + 86_400,
            configuration: Value::Null,
            customer: None,
            plan: None,
            given: json!({ "success_url": "http://shop.example/{CHECKOUT_SESSION_ID}" }),
        };
        let scope = Scope::Connected("acct_1Bakery".to_owned());
        stripe.open_session(&scope, draft).unwrap().id.clone()
    }

    fn debit(stripe: &mut Stripe, session: &str, iban: &str) -> Outcome {
        stripe.pay(session, "j@x.at", Some("J"), &Attempt::Debit(iban.to_owned()))
    }

    #[test]
    fn the_same_seed_and_steps_give_the_same_events() {
        let story = |seed| {
            let mut stripe = stripe(seed);
            let session = open(&mut stripe);
            debit(&mut stripe, &session, "AT321904300235473204");
            stripe.advance(86_400);
            let bodies = stripe.events().iter().map(|event| event.body.clone());
            bodies.collect::<Vec<Value>>()
        };
        assert_eq!(story(3), story(3));
        assert_ne!(story(3), story(4));
    }

    #[test]
    fn what_falls_due_happens_in_order_and_at_its_own_time() {
        let mut stripe = stripe(1);
        let forgotten = open(&mut stripe);
        stripe.advance(100);
        let paid = open(&mut stripe);
        debit(&mut stripe, &paid, "AT051904300235473205");
        stripe.advance(30 * 86_400);
        let last: Vec<_> = stripe.events().iter().rev().take(2).collect();
        assert_eq!(last[1].kind, "checkout.session.async_payment_failed");
        assert_eq!(last[1].created, START + 100 + 180);
        assert_eq!(last[0].kind, "checkout.session.expired");
        assert_eq!(last[0].created, START + 86_400);
        assert!(stripe.payment_failed(&paid));
        assert_eq!(stripe.hosted(&forgotten).unwrap().1.status, Status::Expired);
    }

    #[test]
    fn the_clock_never_runs_backwards() {
        let mut stripe = stripe(1);
        stripe.advance(500);
        stripe.tick(START - 1_000);
        assert_eq!(stripe.now(), START + 500);
        stripe.tick(START + 7);
        assert_eq!(stripe.now(), START + 507);
        stripe.advance(i64::MAX);
    }

    #[test]
    fn a_complete_session_cannot_be_paid_again_or_expired() {
        let mut stripe = stripe(1);
        let session = open(&mut stripe);
        debit(&mut stripe, &session, "AT321904300235473204");
        let again = debit(&mut stripe, &session, "AT321904300235473204");
        assert_eq!(again, Outcome::NotOpen);
        let scope = Scope::Connected("acct_1Bakery".to_owned());
        let refused = stripe.expire(&scope, &session, Cause::Time).unwrap_err();
        assert_eq!(refused.code, Some("status_transition_invalid"));
        let settled = stripe.events().len();
        stripe.advance(180);
        assert_eq!(stripe.events().len(), settled + 3, "settles once");
    }

    #[test]
    fn no_money_moves_for_a_wrong_number() {
        let mut stripe = stripe(1);
        let session = open(&mut stripe);
        assert!(matches!(debit(&mut stripe, &session, "DE00"), Outcome::Invalid { .. }));
        assert!(stripe.events().is_empty());
        assert_eq!(stripe.hosted(&session).unwrap().1.payment_intent, None);
    }
}
