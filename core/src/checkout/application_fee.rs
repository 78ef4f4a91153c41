//! The fee of a new session: a given amount, or computed from what the customer pays.

use crate::error::{Error, Fault};
use crate::fee::Fee;
use crate::form::segments;
use crate::money::Amount;
use crate::operation::encode;
use crate::params::bracketed;
use crate::schema::{At, Given, Record, Value, View};

use super::line_item::{is_adjustable, total};
use super::{AfterExpiration, AutomaticTax, CreateSession, LineItem, PaymentIntentData, Recovery};

type F = At<CreateSession>;

/// Writes a session with its fee, computed unless it is given as an amount.
pub(crate) fn write(
    record: &'static Record,
    view: &dyn View,
    as_json: bool,
    faults: &mut Vec<Fault>,
) -> Result<String, Error> {
    let given = Given(view);
    let fee = fee(given, faults);
    let data = given.record(F::payment_intent_data);
    let amount = data.and_then(|data| data.integer(At::<PaymentIntentData>::application_fee_amount));
    match fee {
        Some(fee) if amount != Some(fee) => {
            let data = DataWithFee { data: data.map(|Given(data)| data), fee };
            encode(record, &SessionWithFee { session: view, data }, as_json, faults)
        }
        _ => encode(record, view, as_json, faults),
    }
}

/// A session as it is sent to Stripe.
struct SessionWithFee<'v> {
    session: &'v dyn View,
    data: DataWithFee<'v>,
}

struct DataWithFee<'v> {
    data: Option<&'v dyn View>,
    fee: i64,
}

impl View for SessionWithFee<'_> {
    fn field(&self, index: usize) -> Value<'_> {
        match index {
            F::payment_intent_data => Value::Record(&self.data),
            _ => self.session.field(index),
        }
    }

    fn visit<'v>(&'v self, show: &mut dyn FnMut(usize, Value<'v>)) {
        let mut data = Some(Value::Record(&self.data));
        self.session.visit(&mut |index, value| {
            if index >= F::payment_intent_data
                && let Some(data) = data.take()
            {
                show(F::payment_intent_data, data);
            }
            if index != F::payment_intent_data {
                show(index, value);
            }
        });
        if let Some(data) = data {
            show(F::payment_intent_data, data);
        }
    }
}

impl View for DataWithFee<'_> {
    fn field(&self, index: usize) -> Value<'_> {
        match (index, self.data) {
            (At::<PaymentIntentData>::application_fee_amount, _) => Value::Integer(self.fee),
            (_, Some(data)) => data.field(index),
            (_, None) => Value::Absent,
        }
    }

    fn visit<'v>(&'v self, show: &mut dyn FnMut(usize, Value<'v>)) {
        // The amount comes first among the fields.
        const FEE: usize = At::<PaymentIntentData>::application_fee_amount;
        const _: () = assert!(FEE == 0);
        show(FEE, Value::Integer(self.fee));
        if let Some(data) = self.data {
            data.visit(&mut |index, value| {
                if index != FEE {
                    show(index, value);
                }
            });
        }
    }
}

/// Returns the fee to send, in minor units, from whichever of the two places gives it.
fn fee(session: Given<'_>, faults: &mut Vec<Fault>) -> Option<i64> {
    const PATH: &str = "payment_intent_data.application_fee_amount";
    let data = session.record(F::payment_intent_data);
    let given = data.and_then(|data| data.integer(At::<PaymentIntentData>::application_fee_amount));
    let share = session.record(F::application_fee).map(Fee::given);
    let mode = session.text(F::mode);
    if mode.is_some_and(|mode| mode != "payment") && share.is_some() {
        let text = match mode {
            Some("subscription") => {
                "a subscription's fee is a percentage: use `subscription_data.application_fee_percent`"
            }
            _ => "there is nothing to take a fee of: this is for `payment` mode",
        };
        faults.push(Fault::new("application_fee", "not_in_this_mode", text));
        return None;
    }
    match (given, share, session_total(session)) {
        (Some(_), Some(_), _) => {
            let text = "expected `application_fee` or this amount, not both";
            faults.push(Fault::new(PATH, "parameters_exclusive", text));
        }
        (Some(fee), None, _) if fee <= 0 => {
            faults.push(Fault::new(PATH, "fee_not_positive", "expected more than zero minor units"));
        }
        (Some(fee), None, Ok(total)) if fee >= total.minor() => {
            let text = format!("expected less than the total of {total}");
            faults.push(Fault::new(PATH, "fee_not_below_total", text));
        }
        (Some(fee), None, total) => {
            faults.extend(total.ok().and_then(|total| Amount::new(fee, total.currency()).fault(PATH)));
        }
        (None, Some(share), Ok(total)) => match share.compute(total) {
            Ok(fee) => return Some(fee),
            Err(fault) => faults.push(fault),
        },
        (None, Some(_), Err(unknown)) => {
            // Faulty lines also make the total unknown, and their own faults already say why.
            if unknown != LINES || faults.is_empty() {
                let text = format!(
                    "what the customer pays is not known here, because of {unknown}: pass an amount as `payment_intent_data.application_fee_amount`"
                );
                faults.push(Fault::new("application_fee", "fee_needs_total", text));
            }
        }
        (None, None, _) => {}
    }
    given
}

/// Returns what the customer pays if the lines alone decide it, or else what also decides it.
fn session_total(session: Given<'_>) -> Result<Amount, &'static str> {
    if let Some(unknown) = changes_total(session) {
        return Err(unknown);
    }
    let mut totals = session.records(F::line_items).map(total);
    let first = totals.next().flatten();
    let sum = first.and_then(|first| {
        totals.try_fold(first, |sum, line| {
            let line = line.filter(|line| line.currency() == sum.currency())?;
            Some(Amount::new(sum.minor().checked_add(line.minor())?, sum.currency()))
        })
    });
    sum.ok_or(LINES)
}

/// Returns what allows the customer to pay a different total from that of the given lines.
fn changes_total(session: Given<'_>) -> Option<&'static str> {
    let on = Some(true);
    let recovery =
        session.record(F::after_expiration).and_then(|after| after.record(At::<AfterExpiration>::recovery));
    let codes_later = recovery.and_then(|recovery| recovery.boolean(At::<Recovery>::allow_promotion_codes));
    let tax = session.record(F::automatic_tax).and_then(|tax| tax.boolean(At::<AutomaticTax>::enabled));
    let mut lines = session.records(F::line_items);
    let named = [
        (session.has(F::discounts), "`discounts`"),
        (session.boolean(F::allow_promotion_codes) == on, "`allow_promotion_codes`"),
        (codes_later == on, "`after_expiration.recovery.allow_promotion_codes`"),
        (tax == on, "`automatic_tax`"),
        (lines.any(|line| line.has(At::<LineItem>::tax_rates)), "`line_items.tax_rates`"),
        (session.records(F::line_items).any(is_adjustable), "`line_items.adjustable_quantity`"),
        (session.has(F::shipping_options), "`shipping_options`"),
        (session.has(F::optional_items), "`optional_items`"),
    ];
    let named = named.into_iter().find_map(|(given, what)| given.then_some(what));
    let by_path = || session.pairs(F::extra).any(|(path, value)| may_change_total(path, value));
    named.or_else(|| by_path().then_some("a parameter in `extra`"))
}

/// Why the total is unknown although only the lines decide it.
const LINES: &str = "a line item with a `price` or a fraction of a minor unit";

/// Returns whether a parameter given in `extra` may change what the customer pays.
fn may_change_total(path: &str, value: &str) -> bool {
    let key = bracketed(path).unwrap_or_default();
    let mut names = segments(&key);
    match names.next() {
        Some("allow_promotion_codes" | "automatic_tax" | "managed_payments") => value != "false",
        Some("discounts" | "shipping_options" | "optional_items") => true,
        Some("line_items") => {
            let text = ["metadata", "product_data", "tax_behavior"];
            !names.any(|name| text.contains(&name))
        }
        Some("after_expiration") => names.any(|name| name == "allow_promotion_codes") && value != "false",
        _ => false,
    }
}
