//! The fee of a new session: from an amount that was given, or from what the customer pays.

use crate::error::Fault;
use crate::money::Amount;
use crate::params::bracketed;

use super::{CreateSession, LineItem, Mode};

impl CreateSession {
    /// The fee to send, in minor units, from either of the two places where it can be given.
    pub(super) fn fee(&self, faults: &mut Vec<Fault>) -> Option<i64> {
        const PATH: &str = "payment_intent_data.application_fee_amount";
        let given = self.payment_intent_data.as_ref().and_then(|data| data.application_fee_amount);
        if self.mode.is_some_and(|mode| mode != Mode::Payment) && self.application_fee.is_some() {
            let text = match self.mode {
                Some(Mode::Subscription) => {
                    "a subscription's fee is a percentage: use `subscription_data.application_fee_percent`"
                }
                _ => "there is nothing to take a fee of: this is for `payment` mode",
            };
            faults.push(Fault::new("application_fee", "not_in_this_mode", text));
            return None;
        }
        match (given, self.application_fee, self.total()) {
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
            (None, Some(fee), Ok(total)) => match fee.compute(total) {
                Ok(fee) => return Some(fee),
                Err(fault) => faults.push(fault),
            },
            (None, Some(_), Err(unknown)) => {
                // With faulty lines the total is unknown, too, and the lines' own faults say why.
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

    /// What the customer pays, where all of it is known here; else what makes it unknown.
    fn total(&self) -> Result<Amount, &'static str> {
        if let Some(unknown) = self.changes_total() {
            return Err(unknown);
        }
        let mut totals = self.line_items.iter().map(LineItem::total);
        let first = totals.next().flatten();
        let sum = first.and_then(|first| {
            totals.try_fold(first, |sum, line| {
                let line = line.filter(|line| line.currency() == sum.currency())?;
                Some(Amount::new(sum.minor().checked_add(line.minor())?, sum.currency()))
            })
        });
        sum.ok_or(LINES)
    }

    /// What lets the customer pay another sum than that of the lines as they stand here.
    fn changes_total(&self) -> Option<&'static str> {
        let recovery = self.after_expiration.as_ref().and_then(|after| after.recovery.as_ref());
        let codes_later = recovery.and_then(|recovery| recovery.allow_promotion_codes);
        let named = [
            (!self.discounts.is_empty(), "`discounts`"),
            (self.allow_promotion_codes == Some(true), "`allow_promotion_codes`"),
            (codes_later == Some(true), "`after_expiration.recovery.allow_promotion_codes`"),
            (self.automatic_tax.as_ref().is_some_and(|tax| tax.enabled), "`automatic_tax`"),
            (self.line_items.iter().any(|item| !item.tax_rates.is_empty()), "`line_items.tax_rates`"),
            (self.line_items.iter().any(LineItem::is_adjustable), "`line_items.adjustable_quantity`"),
            (!self.shipping_options.is_empty(), "`shipping_options`"),
            (!self.optional_items.is_empty(), "`optional_items`"),
        ];
        let named = named.into_iter().find_map(|(given, what)| given.then_some(what));
        let by_path = || self.extra.iter().any(|(path, value)| may_change_total(path, value));
        named.or_else(|| by_path().then_some("a parameter in `extra`"))
    }
}

/// Why a total is unknown that nothing but the lines decides.
const LINES: &str = "a line item with a `price` or a fraction of a minor unit";

/// Whether a further parameter may change what the customer pays.
fn may_change_total(path: &str, value: &str) -> bool {
    let key = bracketed(path).unwrap_or_default();
    let mut names = key.split(['[', ']']).filter(|name| !name.is_empty());
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
