//! Subscriptions, and the invoices that come with every period.

use serde_json::{Value, json};

use super::charge::Instrument;
use super::{Cause, Charge, PaymentIntent, Scope, Stripe, Timer};

/// How long Stripe waits before it retries a failed payment, in seconds.
const RETRY_AFTER: i64 = 3 * 86_400;

/// After this many failures of an invoice, the subscription ends.
const MOST_ATTEMPTS: i64 = 4;

/// A subscription.
#[derive(Debug, Clone)]
pub(crate) struct Subscription {
    pub(crate) id: String,
    pub(crate) item: String,
    pub(crate) customer: String,
    pub(crate) price: Value,
    pub(crate) quantity: i64,
    pub(crate) status: &'static str,
    pub(crate) created: i64,
    pub(crate) period: (i64, i64),
    pub(crate) trial_end: Option<i64>,
    pub(crate) cancel_at_period_end: bool,
    pub(crate) canceled_at: Option<i64>,
    pub(crate) ended_at: Option<i64>,
    pub(crate) latest_invoice: Option<String>,
    pub(crate) application_fee_percent: Option<String>,
    pub(crate) metadata: Value,
    /// Whether the bank declines future payments.
    pub(crate) payments_fail: bool,
}

/// An invoice of a subscription.
#[derive(Debug, Clone)]
pub(crate) struct Invoice {
    pub(crate) id: String,
    pub(crate) subscription: String,
    pub(crate) customer: String,
    pub(crate) amount: i64,
    pub(crate) currency: String,
    pub(crate) reason: &'static str,
    pub(crate) status: &'static str,
    pub(crate) created: i64,
    pub(crate) attempts: i64,
    pub(crate) next_attempt: Option<i64>,
    pub(crate) number: String,
    pub(crate) metadata: Value,
}

/// What starts when a session in `subscription` mode is complete.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    pub(crate) price: Value,
    pub(crate) quantity: i64,
    pub(crate) trial_days: i64,
    pub(crate) application_fee_percent: Option<String>,
    pub(crate) metadata: Value,
}

impl Subscription {
    fn amount(&self) -> i64 {
        self.price["unit_amount"].as_i64().unwrap_or_default() * self.quantity
    }

    fn currency(&self) -> String {
        self.price["currency"].as_str().unwrap_or_default().to_owned()
    }

    /// Returns the length of a period. A month is 30 days here.
    fn length(&self) -> i64 {
        let recurring = &self.price["recurring"];
        let days = match recurring["interval"].as_str() {
            Some("day") => 1,
            Some("week") => 7,
            Some("year") => 365,
            _ => 30,
        };
        days * 86_400 * recurring["interval_count"].as_i64().unwrap_or(1)
    }

    pub(crate) fn object(&self) -> Value {
        json!({
            "id": self.id,
            "object": "subscription",
            "application": null,
            "application_fee_percent": self.application_fee_percent.as_ref().and_then(|text| text.parse::<f64>().ok()),
            "billing_cycle_anchor": self.created,
            "cancel_at": self.cancel_at_period_end.then_some(self.period.1),
            "cancel_at_period_end": self.cancel_at_period_end,
            "canceled_at": self.canceled_at,
            "collection_method": "charge_automatically",
            "created": self.created,
            "currency": self.currency(),
            "customer": self.customer,
            "ended_at": self.ended_at,
            "items": {
                "object": "list",
                "data": [{
                    "id": self.item,
                    "object": "subscription_item",
                    "created": self.created,
                    "current_period_start": self.period.0,
                    "current_period_end": self.period.1,
                    "metadata": {},
                    "price": self.price,
                    "quantity": self.quantity,
                    "subscription": self.id,
                }],
                "has_more": false,
                "url": format!("/v1/subscription_items?subscription={}", self.id),
            },
            "latest_invoice": self.latest_invoice,
            "livemode": false,
            "metadata": self.metadata,
            "start_date": self.created,
            "status": self.status,
            "trial_end": self.trial_end,
            "trial_start": self.trial_end.map(|_| self.created),
        })
    }
}

impl Invoice {
    pub(crate) fn object(&self) -> Value {
        let paid = if self.status == "paid" { self.amount } else { 0 };
        json!({
            "id": self.id,
            "object": "invoice",
            "amount_due": self.amount,
            "amount_paid": paid,
            "amount_remaining": self.amount - paid,
            "attempt_count": self.attempts,
            "attempted": self.attempts > 0,
            "billing_reason": self.reason,
            "collection_method": "charge_automatically",
            "created": self.created,
            "currency": self.currency,
            "customer": self.customer,
            "hosted_invoice_url": null,
            "livemode": false,
            "metadata": {},
            "next_payment_attempt": self.next_attempt,
            "number": self.number,
            "parent": {
                "quote_details": null,
                "subscription_details": { "metadata": self.metadata, "subscription": self.subscription },
                "type": "subscription_details",
            },
            "status": self.status,
            "subtotal": self.amount,
            "total": self.amount,
        })
    }
}

impl Stripe {
    /// Starts a subscription, with its first invoice paid, and returns its id and the invoice's.
    pub(super) fn subscribe(
        &mut self,
        scope: &Scope,
        customer: &str,
        plan: Plan,
    ) -> (String, Option<String>) {
        let (id, item) = (self.next_id("sub_1", 23), self.next_id("si_", 14));
        let now = self.now();
        let trial_end = (plan.trial_days > 0).then_some(now + plan.trial_days * 86_400);
        let mut subscription = Subscription {
            id: id.clone(),
            item,
            customer: customer.to_owned(),
            price: plan.price,
            quantity: plan.quantity,
            status: if trial_end.is_some() { "trialing" } else { "active" },
            created: now,
            period: (now, now),
            trial_end,
            cancel_at_period_end: false,
            canceled_at: None,
            ended_at: None,
            latest_invoice: None,
            application_fee_percent: plan.application_fee_percent,
            metadata: plan.metadata,
            payments_fail: false,
        };
        subscription.period.1 = trial_end.unwrap_or(now + subscription.length());
        let (end, amount) =
            (subscription.period.1, if trial_end.is_some() { 0 } else { subscription.amount() });
        let object = subscription.object();
        if let Some(island) = self.island_mut(scope) {
            island.subscriptions.push(subscription);
        }
        self.emit(scope, "customer.subscription.created", object, &Cause::Time);
        let invoice = self.make_invoice(scope, &id, amount, "subscription_create");
        if let Some(invoice) = &invoice {
            self.pay_invoice(scope, invoice);
        }
        self.set_timer(end, Timer::Renew { scope: scope.clone(), subscription: id.clone() });
        (id, invoice)
    }

    /// A period has ended: ends the subscription, or creates the next period's invoice.
    pub(super) fn renew(&mut self, scope: &Scope, id: &str) {
        let now = self.now();
        let Some(subscription) = self.subscription_mut(scope, id) else { return };
        if subscription.ended_at.is_some() {
            return;
        }
        if subscription.cancel_at_period_end {
            self.end_subscription(scope, id);
            return;
        }
        subscription.period = (now, now + subscription.length());
        let (amount, end) = (subscription.amount(), subscription.period.1);
        let fails = subscription.payments_fail;
        if !fails {
            subscription.status = "active";
        }
        let invoice = self.make_invoice(scope, id, amount, "subscription_cycle");
        if let Some(invoice) = invoice {
            self.try_invoice(scope, &invoice);
        }
        self.set_timer(end, Timer::Renew { scope: scope.clone(), subscription: id.to_owned() });
    }

    /// One attempt to collect an invoice.
    pub(super) fn try_invoice(&mut self, scope: &Scope, id: &str) {
        let now = self.now();
        let Some(island) = self.island_mut(scope) else { return };
        let Some(invoice) = island.invoices.iter_mut().find(|invoice| invoice.id == id) else { return };
        if invoice.status != "open" {
            return;
        }
        let subscription = invoice.subscription.clone();
        let fails = island
            .subscriptions
            .iter()
            .find(|one| one.id == subscription)
            .is_none_or(|one| one.payments_fail || one.ended_at.is_some());
        if !fails {
            self.pay_invoice(scope, id);
            self.set_status(scope, &subscription, "active");
            return;
        }
        invoice.attempts += 1;
        let last = invoice.attempts >= MOST_ATTEMPTS;
        invoice.next_attempt = (!last).then_some(now + RETRY_AFTER);
        let object = invoice.object();
        self.emit(scope, "invoice.payment_failed", object, &Cause::Time);
        if last {
            self.end_subscription(scope, &subscription);
        } else {
            self.set_status(scope, &subscription, "past_due");
            let timer = Timer::TryInvoice { scope: scope.clone(), invoice: id.to_owned() };
            self.set_timer(now + RETRY_AFTER, timer);
        }
    }

    /// Sets whether future payments succeed, and retries open invoices at once. Returns `false` if there is
    /// no such subscription on any account.
    pub(crate) fn set_payments(&mut self, id: &str, fail: bool) -> bool {
        let found = self.scope_of(|island| island.subscriptions.iter().any(|one| one.id == id));
        let Some(scope) = found else { return false };
        if let Some(subscription) = self.subscription_mut(&scope, id) {
            subscription.payments_fail = fail;
        }
        let open: Vec<String> = self
            .island(&scope)
            .into_iter()
            .flat_map(|island| &island.invoices)
            .filter(|invoice| invoice.subscription == id && invoice.status == "open")
            .map(|invoice| invoice.id.clone())
            .collect();
        if !fail {
            for invoice in open {
                self.try_invoice(&scope, &invoice);
            }
        }
        true
    }

    /// Sets whether the customer wants the subscription to end with the period.
    pub(crate) fn cancel_at_period_end(&mut self, scope: &Scope, id: &str, cancel: bool) {
        let now = self.now();
        let Some(subscription) = self.subscription_mut(scope, id) else { return };
        subscription.cancel_at_period_end = cancel;
        subscription.canceled_at = cancel.then_some(now);
        let object = subscription.object();
        self.emit(scope, "customer.subscription.updated", object, &Cause::Time);
    }

    fn end_subscription(&mut self, scope: &Scope, id: &str) {
        let now = self.now();
        let Some(subscription) = self.subscription_mut(scope, id) else { return };
        subscription.status = "canceled";
        subscription.ended_at = Some(now);
        subscription.canceled_at.get_or_insert(now);
        let object = subscription.object();
        self.emit(scope, "customer.subscription.deleted", object, &Cause::Time);
    }

    fn set_status(&mut self, scope: &Scope, id: &str, status: &'static str) {
        let Some(subscription) = self.subscription_mut(scope, id) else { return };
        subscription.status = status;
        let object = subscription.object();
        self.emit(scope, "customer.subscription.updated", object, &Cause::Time);
    }

    fn subscription_mut(&mut self, scope: &Scope, id: &str) -> Option<&mut Subscription> {
        self.island_mut(scope)?.subscriptions.iter_mut().find(|subscription| subscription.id == id)
    }

    fn make_invoice(
        &mut self,
        scope: &Scope,
        subscription: &str,
        amount: i64,
        reason: &'static str,
    ) -> Option<String> {
        let id = self.next_id("in_1", 23);
        let now = self.now();
        let island = self.island_mut(scope)?;
        let number = format!("INV-{:04}", island.invoices.len() + 1);
        let of = island.subscriptions.iter_mut().find(|one| one.id == subscription)?;
        of.latest_invoice = Some(id.clone());
        island.invoices.push(Invoice {
            id: id.clone(),
            subscription: of.id.clone(),
            customer: of.customer.clone(),
            amount,
            currency: of.currency(),
            reason,
            status: "open",
            created: now,
            attempts: 0,
            next_attempt: None,
            number,
            metadata: of.metadata.clone(),
        });
        Some(id)
    }

    /// An invoice was paid.
    fn pay_invoice(&mut self, scope: &Scope, id: &str) {
        let Some(island) = self.island_mut(scope) else { return };
        let Some(invoice) = island.invoices.iter_mut().find(|invoice| invoice.id == id) else { return };
        invoice.status = "paid";
        invoice.attempts += 1;
        invoice.next_attempt = None;
        let invoice = invoice.clone();
        let percent = island
            .subscriptions
            .iter()
            .find(|one| one.id == invoice.subscription)
            .and_then(|one| one.application_fee_percent.clone());
        if invoice.amount > 0 {
            self.charge_invoice(scope, &invoice, percent.as_deref());
        }
        self.emit(scope, "invoice.paid", invoice.object(), &Cause::Time);
    }

    fn charge_invoice(&mut self, scope: &Scope, invoice: &Invoice, percent: Option<&str>) {
        let (id, charge) = (self.next_id("pi_3", 23), self.next_id("ch_3", 23));
        let intent = PaymentIntent {
            client_secret: format!("{id}_secret_{}", self.next_id("", 25)),
            id: id.clone(),
            created: self.now(),
            amount: invoice.amount,
            currency: invoice.currency.clone(),
            application_fee_amount: percent.and_then(|percent| share(invoice.amount, percent)),
            data: json!({}),
            method_types: vec!["card"],
            status: "succeeded",
            payment_method: None,
            latest_charge: Some(charge.clone()),
            last_payment_error: Value::Null,
            canceled_at: None,
            configuration: Value::Null,
        };
        let made = Charge::of(&intent, charge.clone(), Instrument::of("card"), self.now());
        if let Some(island) = self.island_mut(scope) {
            island.payment_intents.insert(id, intent);
        }
        self.put_charge(scope, made);
        self.charge_succeeded(scope, &charge);
    }
}

/// Returns a percentage of an amount, with at most two decimals, rounded down.
fn share(amount: i64, percent: &str) -> Option<i64> {
    let (whole, decimals) = percent.split_once('.').unwrap_or((percent, "0"));
    let hundredths =
        whole.parse::<i128>().ok()? * 100 + format!("{decimals:0<2}").get(..2)?.parse::<i128>().ok()?;
    i64::try_from(i128::from(amount) * hundredths / 10_000).ok().filter(|fee| *fee > 0)
}
