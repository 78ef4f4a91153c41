//! The buyer pays: by card at once, by bank debit later, or nothing at all.

use serde_json::{Value, json};

use super::charge::Instrument;
use super::methods;
use super::payment_methods::{self, Aftermath, Debit, DebitEnd, Decline, NOT_AUTHORIZED};
use super::session::Buyer;
use super::{Cause, Charge, PaymentIntent, Scope, Session, Status, Stripe, Timer};

/// What the buyer pays with.
#[derive(Debug, Clone)]
pub(crate) enum Attempt {
    /// A card number, digits only.
    Card(String),
    /// An IBAN, without spaces, in upper case.
    Debit(String),
    /// Any other method, which the buyer confirms on a separate page.
    Redirect { method: String, authorized: bool },
    /// A session whose total is zero.
    Free,
    /// The bank's result for a card that was entered before: whether the buyer confirmed.
    Confirmation { passed: bool },
}

/// The result of an attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The session is complete, whether the money has arrived or not.
    Complete { success_url: String },
    /// The bank requires the buyer's confirmation; the session stays open.
    Challenged,
    /// The bank declined; the session stays open.
    Declined { message: &'static str },
    /// Nothing was attempted: the number is unknown to the simulator, or not valid for this session.
    Invalid { field: &'static str, message: &'static str },
    /// The session is not open, or does not exist.
    NotOpen,
}

impl Stripe {
    /// Handles one press of the pay button.
    pub(crate) fn pay(
        &mut self,
        session_id: &str,
        email: &str,
        name: Option<&str>,
        attempt: &Attempt,
    ) -> Outcome {
        let Some((scope, session)) = self.open_hosted(session_id) else {
            return Outcome::NotOpen;
        };
        if let Attempt::Confirmation { passed } = attempt {
            return self.confirm(&scope, session_id, *passed);
        }
        let needed = match attempt {
            Attempt::Card(_) => "card",
            Attempt::Debit(_) => "sepa_debit",
            Attempt::Redirect { method, .. } => method.as_str(),
            Attempt::Free | Attempt::Confirmation { .. } => "",
        };
        if (session.amount == 0) != needed.is_empty()
            || !(needed.is_empty() || session.method_types.contains(&needed))
        {
            return invalid("payment_method", "This session cannot be paid in this way.");
        }
        let (is_plan, buyer) =
            (session.plan.is_some(), Buyer { email: email.to_owned(), name: name.map(str::to_owned) });
        match attempt {
            Attempt::Free if is_plan => self.begin_plan(&scope, session_id, buyer, "no_payment_required"),
            Attempt::Free => self.complete(&scope, session_id, buyer, "no_payment_required"),
            Attempt::Card(number) => self.pay_by_card(&scope, session_id, buyer, number),
            _ if is_plan => invalid("payment_method", "This session cannot be paid in this way."),
            Attempt::Redirect { method, authorized } => match methods::named(method) {
                Some(method) if *authorized => {
                    self.charge_at_once(&scope, session_id, buyer, Instrument::of(method.key))
                }
                Some(method) => self.decline(&scope, session_id, NOT_AUTHORIZED, Instrument::of(method.key)),
                None => invalid("payment_method", "This session cannot be paid in this way."),
            },
            Attempt::Debit(iban) => match payment_methods::debit(iban) {
                Some(Debit::Settles { after, end }) => {
                    self.start_debit(&scope, session_id, buyer, after, end)
                }
                Some(Debit::Refused(message)) => invalid("iban", message),
                None => invalid("iban", "Your IBAN is invalid."),
            },
            Attempt::Confirmation { .. } => Outcome::NotOpen,
        }
    }

    /// Starts a subscription: by card, or with a free trial.
    pub(super) fn begin_plan(
        &mut self,
        scope: &Scope,
        session_id: &str,
        buyer: Buyer,
        status: &'static str,
    ) -> Outcome {
        let session = self.island(scope).and_then(|island| island.sessions.get(session_id));
        let Some((plan, customer)) =
            session.and_then(|session| Some((session.plan.clone()?, session.customer.clone())))
        else {
            return Outcome::NotOpen;
        };
        let customer = customer.unwrap_or_else(|| self.make_customer(scope, &buyer));
        let (subscription, invoice) = self.subscribe(scope, &customer, plan);
        let session = self.island_mut(scope).and_then(|island| island.sessions.get_mut(session_id));
        if let Some(session) = session {
            session.customer = Some(customer);
            session.subscription = Some(subscription);
            session.invoice = invoice;
        }
        self.complete(scope, session_id, buyer, status)
    }

    fn make_customer(&mut self, scope: &Scope, buyer: &Buyer) -> String {
        let (id, now) = (self.next_id("cus_", 14), self.now());
        let customer = json!({
            "id": id, "object": "customer", "balance": 0, "created": now, "currency": null,
            "delinquent": false, "description": null, "email": buyer.email, "livemode": false,
            "metadata": {}, "name": buyer.name, "phone": null, "tax_exempt": "none",
        });
        if let Some(island) = self.island_mut(scope) {
            island.customers.push(customer);
        }
        id
    }

    /// A debit settles.
    pub(super) fn settle_debit(&mut self, session_id: &str, end: DebitEnd) {
        let Some(scope) = self.owners.get(session_id).cloned() else {
            return;
        };
        let Some(island) = self.island_mut(&scope) else {
            return;
        };
        let Some(session) = island.sessions.get_mut(session_id) else {
            return;
        };
        let Some(intent) = session.payment_intent.as_ref().and_then(|id| island.payment_intents.get_mut(id))
        else {
            return;
        };
        match end {
            DebitEnd::Paid(_) => {
                intent.status = "succeeded";
                session.payment_status = "paid";
            }
            DebitEnd::Failed(decline) => {
                intent.status = "requires_payment_method";
                intent.last_payment_error = error_object(&decline, intent, "sepa_debit");
                intent.payment_method = None;
            }
        }
        let charge = intent.latest_charge.clone().unwrap_or_default();
        let (intent, session) = (intent.object(), session.object());
        let (of_intent, of_session) = match end {
            DebitEnd::Paid(_) => {
                self.charge_succeeded(&scope, &charge);
                ("payment_intent.succeeded", "checkout.session.async_payment_succeeded")
            }
            DebitEnd::Failed(decline) => {
                self.charge_failed(&scope, &charge, decline.code, decline.message);
                ("payment_intent.payment_failed", "checkout.session.async_payment_failed")
            }
        };
        self.emit(&scope, of_intent, intent, &Cause::Time);
        self.emit(&scope, of_session, session, &Cause::Time);
        if let DebitEnd::Paid(aftermath) = end {
            self.follow(&charge, aftermath);
        }
    }

    /// Does what the buyer's bank does as soon as a charge has succeeded.
    fn follow(&mut self, charge: &str, aftermath: Aftermath) {
        match aftermath {
            Aftermath::Dispute(reason) => {
                self.open_dispute(charge, reason);
            }
            Aftermath::Inquiry => {
                self.open_inquiry(charge);
            }
            Aftermath::Nothing | Aftermath::SlowRefunds | Aftermath::FailingRefunds => {}
        }
    }

    pub(super) fn charge_at_once(
        &mut self,
        scope: &Scope,
        session_id: &str,
        buyer: Buyer,
        instrument: Instrument,
    ) -> Outcome {
        let charge = self.next_id(instrument.prefix(), 23);
        let method = self.next_id("pm_1", 23);
        self.with_intent(scope, session_id, "payment_intent.succeeded", |intent| {
            intent.status = "succeeded";
            intent.latest_charge = Some(charge);
            intent.payment_method = Some(method);
            intent.last_payment_error = Value::Null;
        });
        let Some(charge) = self.charge_of(scope, session_id, instrument) else { return Outcome::NotOpen };
        let id = charge.id.clone();
        self.put_charge(scope, charge);
        self.charge_succeeded(scope, &id);
        let outcome = self.complete(scope, session_id, buyer, "paid");
        self.follow(&id, instrument.aftermath());
        outcome
    }

    pub(super) fn decline(
        &mut self,
        scope: &Scope,
        session_id: &str,
        decline: Decline,
        instrument: Instrument,
    ) -> Outcome {
        let session = self.island(scope).and_then(|island| island.sessions.get(session_id));
        if session.is_some_and(|session| session.plan.is_some()) {
            // There is no payment before there is an invoice.
            return Outcome::Declined { message: decline.message };
        }
        let charge = self.next_id(instrument.prefix(), 23);
        self.with_intent(scope, session_id, "payment_intent.payment_failed", |intent| {
            intent.status = "requires_payment_method";
            intent.latest_charge = Some(charge);
            intent.last_payment_error = error_object(&decline, intent, instrument.method);
        });
        if let Some(charge) = self.charge_of(scope, session_id, instrument) {
            let id = charge.id.clone();
            self.put_charge(scope, charge);
            self.charge_failed(scope, &id, decline.code, decline.message);
        }
        Outcome::Declined { message: decline.message }
    }

    fn start_debit(
        &mut self,
        scope: &Scope,
        session_id: &str,
        buyer: Buyer,
        after: i64,
        end: DebitEnd,
    ) -> Outcome {
        let charge = self.next_id("py_3", 23);
        let method = self.next_id("pm_1", 23);
        self.with_intent(scope, session_id, "payment_intent.processing", |intent| {
            intent.status = "processing";
            intent.latest_charge = Some(charge);
            intent.payment_method = Some(method);
            intent.last_payment_error = Value::Null;
        });
        if let Some(charge) = self.charge_of(scope, session_id, Instrument::of("sepa_debit")) {
            self.add_charge(scope, charge);
        }
        let timer = Timer::SettleDebit { session: session_id.to_owned(), end };
        self.set_timer(self.now() + after, timer);
        self.complete(scope, session_id, buyer, "unpaid")
    }

    /// Changes the session's payment intent, which is created on the first attempt, and emits an event.
    pub(super) fn with_intent(
        &mut self,
        scope: &Scope,
        session_id: &str,
        event: &'static str,
        change: impl FnOnce(&mut PaymentIntent),
    ) {
        let id = self.next_id("pi_3", 23);
        let client_secret = format!("{id}_secret_{}", self.next_id("", 25));
        let now = self.now();
        let Some(island) = self.island_mut(scope) else {
            return;
        };
        let Some(session) = island.sessions.get_mut(session_id) else {
            return;
        };
        let is_new = session.payment_intent.is_none();
        let id = session.payment_intent.get_or_insert(id).clone();
        let intent = island
            .payment_intents
            .entry(id.clone())
            .or_insert_with(|| new_intent(session, id, client_secret, now));
        let created = is_new.then(|| intent.object());
        change(intent);
        let changed = intent.object();
        if let Some(created) = created {
            self.emit(scope, "payment_intent.created", created, &Cause::Time);
        }
        self.emit(scope, event, changed, &Cause::Time);
    }

    /// Returns the charge of the session's latest attempt, not stored yet.
    fn charge_of(&self, scope: &Scope, session_id: &str, instrument: Instrument) -> Option<Charge> {
        let island = self.island(scope)?;
        let intent = island.payment_intents.get(island.sessions.get(session_id)?.payment_intent.as_ref()?)?;
        Some(Charge::of(intent, intent.latest_charge.clone()?, instrument, self.now()))
    }

    fn complete(
        &mut self,
        scope: &Scope,
        session_id: &str,
        buyer: Buyer,
        payment_status: &'static str,
    ) -> Outcome {
        let session = self.island_mut(scope).and_then(|island| island.sessions.get_mut(session_id));
        let Some(session) = session else {
            return Outcome::NotOpen;
        };
        session.status = Status::Complete;
        session.payment_status = payment_status;
        session.buyer = Some(buyer);
        let success_url = session.success_url();
        let object = session.object();
        self.emit(scope, "checkout.session.completed", object, &Cause::Time);
        Outcome::Complete { success_url }
    }

    fn open_hosted(&self, session_id: &str) -> Option<(Scope, &Session)> {
        let scope = self.owners.get(session_id)?;
        let session = self.island(scope)?.sessions.get(session_id)?;
        (session.status == Status::Open).then(|| (scope.clone(), session))
    }
}

pub(super) fn invalid(field: &'static str, message: &'static str) -> Outcome {
    Outcome::Invalid { field, message }
}

fn new_intent(session: &Session, id: String, client_secret: String, now: i64) -> PaymentIntent {
    PaymentIntent {
        id,
        client_secret,
        created: now,
        amount: session.amount,
        currency: session.currency.clone(),
        application_fee_amount: session.application_fee_amount,
        data: session.payment_intent_data(),
        method_types: session.method_types.clone(),
        status: "requires_payment_method",
        payment_method: None,
        latest_charge: None,
        last_payment_error: Value::Null,
        canceled_at: None,
        configuration: session.configuration(),
    }
}

fn error_object(decline: &Decline, intent: &PaymentIntent, method_type: &str) -> Value {
    let mut error = json!({
        "type": "card_error",
        "code": decline.code,
        "message": decline.message,
        "payment_method_type": method_type,
    });
    if method_type != "card" {
        error["type"] = json!("invalid_request_error");
    }
    if let Some(decline_code) = decline.decline_code {
        error["decline_code"] = json!(decline_code);
    }
    if let Some(charge) = &intent.latest_charge {
        error["charge"] = json!(charge);
    }
    error
}
