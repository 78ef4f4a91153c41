//! The state machine: requests and the passing of time go in; answers, events and due timers come
//! out. It opens no socket and reads no clock.

mod account;
mod endpoint;
mod event;
mod idempotency;
mod line_item;
mod payment;
mod payment_intent;
mod payment_methods;
mod session;

use std::collections::BTreeMap;

pub use account::Account;
pub use endpoint::Endpoint;

pub(crate) use account::{Island, Scope};
pub(crate) use endpoint::Registered;
pub(crate) use event::{Cause, Delivery, Event};
pub(crate) use idempotency::{Fingerprint, Recall, Replies};
pub(crate) use line_item::LineItem;
pub(crate) use payment::{Attempt, Outcome};
pub(crate) use payment_intent::PaymentIntent;
pub(crate) use session::{Draft, Session, Status};

use crate::ids::Ids;

/// The version whose shapes the simulator speaks.
pub(crate) const API_VERSION: &str = "2026-10-28.endive";

/// One Stripe: a platform, its connected accounts, and everything in them.
#[derive(Debug)]
pub(crate) struct Stripe {
    pub(crate) secret_key: String,
    /// Where the hosted pages are, `http://127.0.0.1:PORT`.
    pub(crate) base_url: String,
    ids: Ids,
    now: i64,
    /// How far the virtual clock runs ahead of the real one.
    ahead: i64,
    platform: Island,
    connected: BTreeMap<String, Island>,
    /// The hosted page knows only the session's id.
    owners: BTreeMap<String, Scope>,
    endpoints: Vec<Registered>,
    events: Vec<Event>,
    outbox: Vec<Delivery>,
    /// By due time, then by the order in which they were set.
    timers: BTreeMap<(i64, u64), Timer>,
    timers_set: u64,
}

#[derive(Debug)]
enum Timer {
    Expire(String),
    SettleDebit { session: String, succeeds: bool },
}

impl Stripe {
    pub(crate) fn new(secret_key: String, seed: u64, now: i64) -> Self {
        let mut ids = Ids::new(seed);
        let platform =
            Island::new(Account::new("acct_platform", "The platform itself"), ids.next("pmc_1", 23), None);
        Self {
            secret_key,
            base_url: String::new(),
            ids,
            now,
            ahead: 0,
            platform,
            connected: BTreeMap::new(),
            owners: BTreeMap::new(),
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

    /// How far the virtual clock runs ahead of the real one, in seconds.
    pub(crate) fn ahead(&self) -> i64 {
        self.ahead
    }

    /// Starts the virtual clock elsewhere than at the real one.
    pub(crate) fn start_at(&mut self, start: i64, real_now: i64) {
        self.now = start;
        self.ahead = start - real_now;
    }

    /// Follows the real clock; whatever fell due meanwhile happens at its own time.
    pub(crate) fn tick(&mut self, real_now: i64) {
        self.run_until(real_now.saturating_add(self.ahead));
    }

    /// Moves the virtual clock forward.
    pub(crate) fn advance(&mut self, seconds: i64) {
        self.ahead = self.ahead.saturating_add(seconds);
        self.run_until(self.now.saturating_add(seconds));
    }

    pub(crate) fn add_account(&mut self, account: Account) {
        let configuration = self.ids.next("pmc_1", 23);
        let parent = self.platform.configuration.clone();
        self.connected.insert(account.id.clone(), Island::new(account, configuration, Some(parent)));
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

    /// A session and its account, by id alone: what the hosted page's address holds.
    pub(crate) fn hosted(&self, id: &str) -> Option<(&Account, &Session)> {
        let island = self.island(self.owners.get(id)?)?;
        Some((&island.account, island.sessions.get(id)?))
    }

    /// The webhook deliveries that have become necessary since the last call.
    pub(crate) fn take_deliveries(&mut self) -> Vec<Delivery> {
        std::mem::take(&mut self.outbox)
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
                Timer::SettleDebit { session, succeeds } => self.settle_debit(&session, succeeds),
            }
        }
        self.now = self.now.max(until);
    }

    fn set_timer(&mut self, due: i64, timer: Timer) {
        self.timers_set += 1;
        self.timers.insert((due, self.timers_set), timer);
    }
}
