//! How a payment is divided between customer, merchant, platform and Stripe: postings that sum to zero.

use crate::error::{Error, Fault};
use crate::money::Currency;
use crate::schema::{data, parameters, record};

use super::{ApplicationFee, BalanceTransaction, Charge, Dispute};

record! {
    /// What happened to one payment, in minor units of one currency.
    #[derive(Eq)]
    pub struct PaymentFacts {
        required {
            /// Three-letter currency code.
            pub currency: String,
            /// The captured amount, which the customer paid.
            pub gross: i64,
            /// Who pays Stripe's fees, as in the merchant's `controller.fees.payer`; in v2 as in
            /// `defaults.responsibilities.fees_collector`, where `stripe` means the same as `account`.
            pub fees_payer: String,
        }
        /// The fee that the platform collected.
        pub application_fee: i64,
        /// The fees that Stripe collected, including taxes on them.
        pub stripe_fee: i64,
        /// The refunds to the customer, one entry each; without failed and canceled ones.
        pub refunds: Vec<i64>,
        /// The part of its fee that the platform refunded to the merchant.
        pub fee_refunds: Vec<i64>,
        /// The disputes of the payment.
        pub disputes: Vec<DisputeFacts>,
    }
}

record! {
    /// The effect of a dispute.
    #[derive(Eq)]
    pub struct DisputeFacts {
        required {
            /// The amount, in minor units.
            pub amount: i64,
            /// Stripe's status: `won` returns the amount, and inquiries (`warning_…`) and `prevented` never
            /// withdraw it. It only decides if `taken` is absent.
            pub status: String,
        }
        /// The dispute fee that Stripe charged, in minor units.
        pub fee: i64,
        /// What the dispute's own balance transactions have withdrawn from the merchant so far, less what
        /// they returned, in minor units. `fee` is then the fee in them, which the merchant pays, whoever
        /// pays the other fees.
        pub taken: Option<i64>,
        /// Three-letter currency code of these amounts; if present, it must be that of the payment.
        pub currency: String,
    }
}

data! {
    /// The postings of a payment and their sums. Every posting moves an amount from one party to another, so
    /// the four sums add up to zero.
    #[derive(Clone, Default, PartialEq, Eq, serde::Serialize)]
    pub struct Ledger {
        /// The currency, three lower-case letters.
        pub currency: String,
        /// The customer's sum: what the customer has paid after all refunds, as a negative amount, since it
        /// left the customer.
        pub customer: i64,
        /// The merchant's sum.
        pub merchant: i64,
        /// The platform's sum.
        pub platform: i64,
        /// Stripe's sum.
        pub stripe: i64,
        /// The postings in this order: payment, fees, refunds, disputes.
        pub postings: Vec<Posting>,
    }
}

data! {
    /// An amount that moved from one party to another.
    #[derive(Clone, Default, PartialEq, Eq, serde::Serialize)]
    pub struct Posting {
        /// `payment`, `application_fee`, `stripe_fee`, `refund`, `application_fee_refund`, `dispute` or
        /// `dispute_fee`.
        pub kind: String
            [closed("payment,application_fee,stripe_fee,refund,application_fee_refund,dispute,dispute_fee")],
        /// The party that the amount left: `customer`, `merchant`, `platform` or `stripe`.
        pub payer: String [closed("customer,merchant,platform,stripe")],
        /// The party that received it: one of the same.
        pub payee: String,
        /// In minor units; zero or more.
        pub amount: i64,
    }
}

impl DisputeFacts {
    /// Takes the facts from Stripe's dispute: its balance transactions decide, whatever its status is. If it
    /// has none, nothing was withdrawn yet.
    ///
    /// Error `mixed_currencies` if the merchant settles in another currency than that of the dispute.
    pub fn of(dispute: &Dispute) -> Result<Self, Error> {
        let currency = dispute.currency.clone().unwrap_or_default();
        let mut moved = 0_i64;
        let mut fee = 0_i64;
        for transaction in &dispute.balance_transactions {
            if transaction.currency.as_deref().is_some_and(|code| code != currency) {
                let text = "the merchant settles in another currency than that of the dispute: convert the amounts and fill in the facts yourself";
                return Err(Error::fault("dispute.balance_transactions", "mixed_currencies", text));
            }
            moved = moved.saturating_add(transaction.amount.unwrap_or_default());
            fee = fee.saturating_add(transaction.fee.unwrap_or_default());
        }
        Ok(DisputeFacts {
            amount: dispute.amount.unwrap_or_default(),
            status: dispute.status.clone().unwrap_or_default(),
            fee,
            taken: Some(moved.saturating_neg()),
            currency,
        })
    }

    /// Returns whether a dispute of this status has withdrawn its amount, for disputes without `taken`.
    fn takes_its_amount(&self) -> bool {
        !self.status.starts_with("warning_") && !matches!(self.status.as_str(), "won" | "prevented")
    }
}

impl PaymentFacts {
    /// Reads the facts from a JSON object.
    ///
    /// Errors: `invalid_json`, `unknown_parameter`, `wrong_type`.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        parameters::from_json(Self::RECORD, text)
    }

    /// Takes the facts from Stripe's objects: the charge with its balance transaction, and the application
    /// fee if it exists already. Refunds of the payment and of the fee, and disputes, are objects of their
    /// own, which the caller adds ([`DisputeFacts::of`] reads a dispute).
    ///
    /// Errors: `mixed_currencies` if the merchant settles in another currency than that of the payment, so
    /// that Stripe's fee is in the other currency; `missing_parameter` if the charge has no amount.
    pub fn of(
        charge: &Charge,
        transaction: Option<&BalanceTransaction>,
        fee: Option<&ApplicationFee>,
        fees_payer: &str,
    ) -> Result<Self, Error> {
        let currency = charge.currency.clone().unwrap_or_default();
        let Some(gross) = charge.amount_captured.or(charge.amount) else {
            return Err(Error::fault(
                "charge.amount",
                "missing_parameter",
                "expected a charge with an amount",
            ));
        };
        let mut stripe_fee = 0;
        for detail in transaction.iter().flat_map(|transaction| &transaction.fee_details) {
            if detail.r#type.as_deref() == Some("application_fee") {
                continue;
            }
            if detail.currency.as_deref().is_some_and(|code| code != currency) {
                let text = "stripe's fee is in the merchant's settlement currency: convert it and fill in the facts yourself";
                return Err(Error::fault("transaction.fee_details", "mixed_currencies", text));
            }
            stripe_fee += detail.amount.unwrap_or_default();
        }
        let kept = fee.and_then(|fee| fee.amount).or(charge.application_fee_amount);
        Ok(PaymentFacts {
            currency,
            gross,
            fees_payer: fees_payer.to_owned(),
            application_fee: kept.unwrap_or_default(),
            stripe_fee,
            fee_refunds: fee
                .and_then(|fee| fee.amount_refunded)
                .filter(|amount| *amount > 0)
                .into_iter()
                .collect(),
            ..PaymentFacts::default()
        })
    }

    /// Returns the payment's ledger.
    ///
    /// Errors: `invalid_currency`; `invalid_value` for an unknown payer of fees; `amount_negative`;
    /// `refund_above_payment` and `fee_refund_above_fee` if more was refunded than was paid;
    /// `mixed_currencies` for a dispute in another currency than the payment's; `amount_too_large` if the
    /// sums do not fit in 64 bits.
    pub fn ledger(&self) -> Result<Ledger, Error> {
        let mut faults = Vec::new();
        let currency = self.currency.parse::<Currency>();
        if currency.is_err() {
            let text = "expected a three-letter currency code such as `eur`";
            faults.push(Fault::new("currency", "invalid_currency", text));
        }
        let payer = match self.fees_payer.as_str() {
            // Express and Custom accounts also differ in fees that do not belong to a payment.
            "account" | "stripe" | "application_express" | "application_custom" => "merchant",
            "application" => "platform",
            _ => {
                let text = "expected `account` (`stripe` in v2), `application`, `application_express` or `application_custom`";
                faults.push(Fault::new("fees_payer", "invalid_value", text));
                "merchant"
            }
        };
        self.check_amounts(&mut faults);
        if !faults.is_empty() {
            return Err(Error::of_faults(faults));
        }

        let mut ledger = Ledger {
            currency: currency.map(|code| code.to_string()).unwrap_or_default(),
            ..Ledger::default()
        };
        let mut fits = ledger.post("payment", "customer", "merchant", self.gross)
            && ledger.post("application_fee", "merchant", "platform", self.application_fee)
            && ledger.post("stripe_fee", payer, "stripe", self.stripe_fee);
        for refund in &self.refunds {
            fits = fits && ledger.post("refund", "merchant", "customer", *refund);
        }
        for refund in &self.fee_refunds {
            fits = fits && ledger.post("application_fee_refund", "platform", "merchant", *refund);
        }
        for dispute in &self.disputes {
            // The merchant's own balance transactions show what the merchant paid, including the fee.
            let (amount, payer) = match dispute.taken {
                Some(taken) => (taken, "merchant"),
                None if dispute.takes_its_amount() => (dispute.amount, payer),
                None => (0, payer),
            };
            fits = fits
                && ledger.post("dispute", "merchant", "customer", amount)
                && ledger.post("dispute_fee", payer, "stripe", dispute.fee);
        }
        if fits {
            Ok(ledger)
        } else {
            Err(Error::fault("gross", "amount_too_large", "the sums do not fit 64 bits"))
        }
    }

    fn check_amounts(&self, faults: &mut Vec<Fault>) {
        let indexed = |name: &str, index: usize| format!("{name}[{index}]");
        let mut amounts = vec![
            ("gross".to_owned(), self.gross),
            ("application_fee".to_owned(), self.application_fee),
            ("stripe_fee".to_owned(), self.stripe_fee),
        ];
        amounts.extend(self.refunds.iter().enumerate().map(|(i, amount)| (indexed("refunds", i), *amount)));
        let fee_refunds = self.fee_refunds.iter().enumerate();
        amounts.extend(fee_refunds.map(|(i, amount)| (indexed("fee_refunds", i), *amount)));
        for (i, dispute) in self.disputes.iter().enumerate() {
            amounts.push((indexed("disputes", i) + ".amount", dispute.amount));
            amounts.push((indexed("disputes", i) + ".fee", dispute.fee));
            amounts.push((indexed("disputes", i) + ".taken", dispute.taken.unwrap_or_default()));
            if !dispute.currency.is_empty() && !dispute.currency.eq_ignore_ascii_case(&self.currency) {
                let text = "expected the currency of the payment: convert the amounts of the dispute";
                faults.push(Fault::new(indexed("disputes", i) + ".currency", "mixed_currencies", text));
            }
        }
        for (path, amount) in amounts {
            if amount < 0 {
                faults.push(Fault::new(path, "amount_negative", "expected zero or more minor units"));
            }
        }
        let sum = |amounts: &[i64]| amounts.iter().map(|amount| i128::from(*amount)).sum::<i128>();
        if sum(&self.refunds) > i128::from(self.gross) {
            let text = "more was refunded than was paid";
            faults.push(Fault::new("refunds", "refund_above_payment", text));
        }
        if sum(&self.fee_refunds) > i128::from(self.application_fee) {
            let text = "more of the fee was refunded than was collected";
            faults.push(Fault::new("fee_refunds", "fee_refund_above_fee", text));
        }
    }
}

impl Ledger {
    /// Moves an amount from one party to another; returns `false` if a sum would not fit.
    fn post(&mut self, kind: &str, payer: &str, payee: &str, amount: i64) -> bool {
        if amount == 0 {
            return true;
        }
        for (party, change) in [(payer, amount.checked_neg()), (payee, Some(amount))] {
            let sum = match party {
                "customer" => &mut self.customer,
                "merchant" => &mut self.merchant,
                "platform" => &mut self.platform,
                _ => &mut self.stripe,
            };
            let Some(changed) = change.and_then(|change| sum.checked_add(change)) else { return false };
            *sum = changed;
        }
        self.postings.push(Posting {
            kind: kind.to_owned(),
            payer: payer.to_owned(),
            payee: payee.to_owned(),
            amount,
        });
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn facts() -> PaymentFacts {
        PaymentFacts {
            currency: "usd".into(),
            gross: 1000,
            fees_payer: "account".into(),
            application_fee: 123,
            stripe_fee: 59,
            ..PaymentFacts::default()
        }
    }

    #[test]
    fn the_payer_of_fees_decides_whose_net_is_smaller() {
        let ledger = facts().ledger().unwrap();
        assert_eq!((ledger.customer, ledger.merchant, ledger.platform, ledger.stripe), (-1000, 818, 123, 59));
        let ledger = PaymentFacts { fees_payer: "application".into(), ..facts() }.ledger().unwrap();
        assert_eq!((ledger.merchant, ledger.platform), (877, 64));
    }

    fn dispute(transactions: &str) -> Dispute {
        let text = format!(
            r#"{{"id":"du_1","object":"dispute","status":"needs_response","amount":680,"currency":"eur","balance_transactions":{transactions}}}"#
        );
        Dispute::from_json(&text).unwrap()
    }

    #[test]
    fn a_dispute_takes_what_its_balance_transactions_say() {
        const TAKEN: &str = r#"{"id":"txn_1","object":"balance_transaction","amount":-680,"fee":1500,"net":-2180,"currency":"eur"}"#;
        const BACK: &str = r#"{"id":"txn_2","object":"balance_transaction","amount":680,"fee":0,"net":680,"currency":"eur"}"#;
        let payment = PaymentFacts {
            currency: "eur".into(),
            gross: 680,
            fees_payer: "account".into(),
            application_fee: 40,
            stripe_fee: 29,
            ..PaymentFacts::default()
        };
        let merchant = |transactions: &str| {
            let disputes = vec![DisputeFacts::of(&dispute(transactions)).unwrap()];
            PaymentFacts { disputes, ..payment.clone() }.ledger().unwrap().merchant
        };
        assert_eq!(merchant(&format!("[{TAKEN}]")), -1569);
        assert_eq!(merchant(&format!("[{TAKEN},{BACK}]")), -889);
        assert_eq!(merchant("[]"), 611);
        let platform_pays = PaymentFacts {
            disputes: vec![DisputeFacts::of(&dispute(&format!("[{TAKEN}]"))).unwrap()],
            fees_payer: "application".into(),
            stripe_fee: 0,
            ..payment.clone()
        };
        assert_eq!(platform_pays.ledger().unwrap().merchant, 640 - 2180);
    }

    #[test]
    fn a_dispute_in_another_currency_is_an_error() {
        let dollars =
            r#"[{"id":"txn_1","object":"balance_transaction","amount":-750,"fee":1500,"currency":"usd"}]"#;
        let error = DisputeFacts::of(&dispute(dollars)).unwrap_err();
        assert_eq!(error.faults()[0].code, "mixed_currencies");
        let facts = PaymentFacts { disputes: vec![DisputeFacts::of(&dispute("[]")).unwrap()], ..facts() };
        let fault = &facts.ledger().unwrap_err().faults()[0].clone();
        assert_eq!((&*fault.path, fault.code), ("disputes[0].currency", "mixed_currencies"));
    }

    #[test]
    fn more_than_came_cannot_go_back() {
        let error =
            PaymentFacts { refunds: vec![999, 2], fee_refunds: vec![124], ..facts() }.ledger().unwrap_err();
        let codes: Vec<&str> = error.faults().iter().map(|fault| fault.code).collect();
        assert_eq!(codes, ["refund_above_payment", "fee_refund_above_fee"]);
    }

    #[test]
    fn sums_beyond_64_bits_are_no_ledger() {
        let largest = PaymentFacts { gross: i64::MAX, ..facts() };
        assert_eq!(largest.ledger().unwrap().customer, -i64::MAX);
        let lost = DisputeFacts { amount: i64::MAX, status: "lost".into(), ..DisputeFacts::default() };
        let error = PaymentFacts { disputes: vec![lost; 3], ..largest }.ledger().unwrap_err();
        assert_eq!(error.faults()[0].code, "amount_too_large");
    }

    proptest! {
        #[test]
        fn sums_are_zero(
            gross in any::<i64>(), fee in any::<i64>(), stripe in any::<i64>(),
            refunds in prop::collection::vec(any::<i64>(), 0..4),
            disputes in prop::collection::vec((any::<i64>(), any::<i64>(), 0..4_usize), 0..3),
            payer in 0..2_usize,
        ) {
            let status = |index: usize| ["won", "lost", "needs_response", "warning_closed"][index].to_owned();
            let facts = PaymentFacts {
                currency: "eur".into(),
                gross,
                fees_payer: ["account", "application"][payer].into(),
                application_fee: fee,
                stripe_fee: stripe,
                refunds,
                fee_refunds: vec![],
                disputes: disputes
                    .into_iter()
                    .map(|(amount, fee, index)| DisputeFacts {
                        amount,
                        fee,
                        status: status(index),
                        ..DisputeFacts::default()
                    })
                    .collect(),
            };
            if let Ok(ledger) = facts.ledger() {
                let sums = [ledger.customer, ledger.merchant, ledger.platform, ledger.stripe];
                prop_assert_eq!(sums.iter().map(|sum| i128::from(*sum)).sum::<i128>(), 0);
                prop_assert!(ledger.postings.iter().all(|posting| posting.amount > 0));
            }
        }

        #[test]
        fn sums_are_zero_for_what_is_usual(
            gross in 1..100_000_000_i64, shares in prop::collection::vec(0..100_i64, 3),
            refunds in prop::collection::vec(0..30_i64, 0..3), won in any::<bool>(),
        ) {
            let part = |share: i64| gross * share / 100;
            let facts = PaymentFacts {
                currency: "jpy".into(),
                gross,
                fees_payer: "application_express".into(),
                application_fee: part(shares[0]),
                stripe_fee: part(shares[1]),
                refunds: refunds.iter().map(|share| part(*share)).collect(),
                fee_refunds: vec![part(shares[0]) / 2],
                disputes: vec![DisputeFacts {
                    amount: part(shares[2]),
                    fee: 15,
                    status: if won { "won".into() } else { "lost".into() },
                    ..DisputeFacts::default()
                }],
            };
            let ledger = facts.ledger().unwrap();
            prop_assert_eq!(ledger.customer + ledger.merchant + ledger.platform + ledger.stripe, 0);
        }
    }
}
