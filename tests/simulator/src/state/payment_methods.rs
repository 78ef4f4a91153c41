//! Stripe's published test cards and test bank accounts with their results, in one table.

/// A test card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TestCard {
    pub(crate) number: &'static str,
    /// In Stripe's notation.
    pub(crate) brand: &'static str,
    /// Whether the buyer confirms the payment first, with 3-D Secure.
    pub(crate) is_confirmed: bool,
    pub(crate) verdict: CardVerdict,
}

impl TestCard {
    pub(crate) fn last4(&self) -> &'static str {
        self.number.get(self.number.len().saturating_sub(4)..).unwrap_or_default()
    }
}

/// The bank's result for a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CardVerdict {
    Approved(Aftermath),
    Declined(Decline),
    /// Stripe documents its result, but the simulator does not support it.
    NotPlayed,
}

/// What happens to a payment after it has succeeded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Aftermath {
    Nothing,
    /// The buyer's bank disputes it at once, for this reason.
    Dispute(&'static str),
    /// The buyer's bank opens an inquiry at once; no money moves.
    Inquiry,
    /// Its refunds take a while.
    SlowRefunds,
    /// Its refunds succeed, and fail later.
    FailingRefunds,
}

/// Why a payment did not go through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Decline {
    pub(crate) code: &'static str,
    pub(crate) decline_code: Option<&'static str>,
    pub(crate) message: &'static str,
}

/// The result of a debit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Debit {
    /// It is processing for that many seconds of virtual time.
    Settles { after: i64, end: DebitEnd },
    /// The account cannot be debited: nothing is attempted.
    Refused(&'static str),
}

/// How a debit ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DebitEnd {
    Paid(Aftermath),
    Failed(Decline),
}

/// Returns the test card with that number.
pub(crate) fn card(number: &str) -> Option<TestCard> {
    let of = |brand, is_confirmed, verdict| {
        move |number: &&'static str| TestCard { number, brand, is_confirmed, verdict }
    };
    let approved = APPROVED.iter().find_map(|(brand, numbers)| {
        let known = numbers.iter().find(|known| **known == number)?;
        Some(of(*brand, false, CardVerdict::Approved(Aftermath::Nothing))(known))
    });
    approved.or_else(|| {
        let special = SPECIAL.iter().find(|(known, ..)| *known == number);
        special.map(|(number, is_confirmed, verdict)| of("visa", *is_confirmed, *verdict)(number))
    })
}

/// Returns the result of a debit from this account, or `None` if it is not a test account.
pub(crate) fn debit(iban: &str) -> Option<Debit> {
    let known = IBANS.iter().find(|(_, ibans)| ibans.contains(&iban));
    known.map(|(debit, _)| *debit)
}

/// How long delayed results take, in seconds of virtual time.
pub(crate) const DELAY: i64 = 3 * 60;

/// The message for a payment that the buyer did not confirm.
pub(crate) const NOT_AUTHORIZED: Decline = Decline {
    code: "payment_intent_authentication_failure",
    decline_code: None,
    message: "The payment was not authorized. Try again, or pay in another way.",
};

/// The message when the buyer's bank returns a debit.
pub(crate) const DEBIT_RETURNED: Decline = Decline {
    code: "payment_intent_payment_attempt_failed",
    decline_code: None,
    message: "The bank returned the debit.",
};

/// Cards that succeed, by brand.
#[rustfmt::skip]
const APPROVED: &[(&str, &[&str])] = &[
    (
        "visa",
        &[
            "4242424242424242", "4000056655665556", "4000000320000021", "4000000760000002", "4000001240000000",
            "4000001520000001", "4000001700000003", "4000001880000005", "4000002180000000", "4000004840008001",
            "4000005910000000", "4000006000000066", "4000006040000068", "4000008580000003", "4000007840000001",
            "4000000400000008", "4000000560000004", "4000001000000000", "4000001120000005", "4000001910000009",
            "4000001960000008", "4000002030000002", "4000002080000001", "4000002330000009", "4000002460000001",
            "4000002500000003", "4000002760000016", "4000002920000005", "4000003000000030", "4000003480000005",
            "4000003720000005", "4000003800000008", "4000004280000005", "4000004380000004", "4000004400000000",
            "4000004420000006", "4000004700000007", "4000005280000002", "4000005780000007", "4000006160000005",
            "4000006200000007", "4000006420000001", "4000006820000007", "4000007050000006", "4000007030000001",
            "4000007240000007", "4000007520000008", "4000007560000009", "4000008260000000", "4000058260000005",
            "4000000360000006", "4000001560000002", "4000003440000004", "4000003560000008", "4000003920000003",
            "4000004580000002", "4000005540000008", "4000007020000003", "4000001580000008", "4000007640000003",
            "4000057640000008", "4000002500001001", "4000050360000001",
            // Straight to the available balance, as all payments here.
            "4000000000000077", "4000003720000278",
            // With 3-D Secure that is not requested, or that requires nothing from the buyer.
            "4000000000003055", "4000000000003097", "4000000032200000",
        ],
    ),
    (
        "mastercard",
        &[
            "5555555555554444", "2223003122003222", "5200828282828210", "5105105105105100", "5200007840000022",
            "5555558265554449", "5555552500001001", "5555050360000080",
        ],
    ),
    ("amex", &["378282246310005", "371449635398431"]),
    ("discover", &["6011111111111117", "6011000990139424", "6011981111111113"]),
    ("diners", &["3056930009020004", "36227206271667"]),
    ("jcb", &["3566002020360505", "3530111333300000"]),
    ("unionpay", &["6200000000000005", "6200000000000047", "6205500000000000004"]),
    ("unknown", &["6555900000604105", "5062210000000009"]),
];

const DECLINED: &str = "Your card was declined. Try another card or pay by another method.";
const INSUFFICIENT: Decline =
    refused("insufficient_funds", "Your card has insufficient funds. Try another card.");

/// Cards with special results: whether the buyer confirms first, and the bank's result after that.
const SPECIAL: &[(&str, bool, CardVerdict)] = &[
    // Declined.
    ("4000000000000002", false, CardVerdict::Declined(refused("generic_decline", DECLINED))),
    ("4000000000009995", false, CardVerdict::Declined(INSUFFICIENT)),
    ("4000000000009987", false, CardVerdict::Declined(refused("lost_card", DECLINED))),
    ("4000000000009979", false, CardVerdict::Declined(refused("stolen_card", DECLINED))),
    ("4000000000000069", false, failed("expired_card", "Your card has expired. Try another card.")),
    ("4000000000000127", false, failed("incorrect_cvc", "Your card's security code is incorrect.")),
    (
        "4000000000000119",
        false,
        failed("processing_error", "Your bank could not process the card. Try again in a little while."),
    ),
    ("4242424242424241", false, failed("incorrect_number", "Your card number is invalid.")),
    (
        "4000000000006975",
        false,
        CardVerdict::Declined(refused(
            "card_velocity_exceeded",
            "Your card was used too often. Try another card.",
        )),
    ),
    ("4000000000000341", false, failed("card_declined", DECLINED)),
    // Confirmed by the buyer first.
    ("4000002500003155", true, CardVerdict::Approved(Aftermath::Nothing)),
    ("4000002760003184", true, CardVerdict::Approved(Aftermath::Nothing)),
    ("4000003800000446", true, CardVerdict::Approved(Aftermath::Nothing)),
    ("4000000000003220", true, CardVerdict::Approved(Aftermath::Nothing)),
    ("4000008400000027", true, CardVerdict::Approved(Aftermath::Nothing)),
    ("4000008260003178", true, CardVerdict::Declined(INSUFFICIENT)),
    ("4000008400001629", true, failed("card_declined", DECLINED)),
    // Paid, then disputed or inquired about.
    ("4000000000000259", false, CardVerdict::Approved(Aftermath::Dispute("fraudulent"))),
    ("4000000000002685", false, CardVerdict::Approved(Aftermath::Dispute("product_not_received"))),
    ("4000000000001976", false, CardVerdict::Approved(Aftermath::Inquiry)),
    // Paid, with special refunds.
    ("4000000000007726", false, CardVerdict::Approved(Aftermath::SlowRefunds)),
    ("4000000000005126", false, CardVerdict::Approved(Aftermath::FailingRefunds)),
    // A failed lookup of 3-D Secure.
    ("4000008400001280", false, CardVerdict::NotPlayed),
    // Radar's rules and checks, and captchas.
    ("4100000000000019", false, CardVerdict::NotPlayed),
    ("4000000000004954", false, CardVerdict::NotPlayed),
    ("4000000000009235", false, CardVerdict::NotPlayed),
    ("4000000000000101", false, CardVerdict::NotPlayed),
    ("4000000000000036", false, CardVerdict::NotPlayed),
    ("4000000000000028", false, CardVerdict::NotPlayed),
    ("4000000000000010", false, CardVerdict::NotPlayed),
    ("4000000000000044", false, CardVerdict::NotPlayed),
    ("4000000000001208", false, CardVerdict::NotPlayed),
    ("4000000000003725", false, CardVerdict::NotPlayed),
    // Warnings of fraud, several disputes of one charge, and disputes with rules of their own.
    ("4000000000005423", false, CardVerdict::NotPlayed),
    ("4000000404000079", false, CardVerdict::NotPlayed),
    ("4000000404000038", false, CardVerdict::NotPlayed),
    ("4000008400000779", false, CardVerdict::NotPlayed),
    ("5105008400000002", false, CardVerdict::NotPlayed),
    ("4000000001000043", false, CardVerdict::NotPlayed),
    // The merchant's next requirements.
    ("4000000000004202", false, CardVerdict::NotPlayed),
    ("4000000000004210", false, CardVerdict::NotPlayed),
    ("4000000000004236", false, CardVerdict::NotPlayed),
];

const fn refused(decline_code: &'static str, message: &'static str) -> Decline {
    Decline { code: "card_declined", decline_code: Some(decline_code), message }
}

const fn failed(code: &'static str, message: &'static str) -> CardVerdict {
    CardVerdict::Declined(Decline { code, decline_code: None, message })
}

const fn returned(after: i64, code: &'static str, message: &'static str) -> Debit {
    Debit::Settles { after, end: DebitEnd::Failed(Decline { code, decline_code: None, message }) }
}

const PAID: DebitEnd = DebitEnd::Paid(Aftermath::Nothing);
const RETURNED: DebitEnd = DebitEnd::Failed(DEBIT_RETURNED);

/// Accounts in Austria, Germany, France, Belgium and Ireland, by the result of a debit.
#[rustfmt::skip]
const IBANS: &[(Debit, &[&str])] = &[
    (
        Debit::Settles { after: 0, end: PAID },
        &[
            "AT611904300234573201", "DE89370400440532013000", "FR1420041010050500013M02606", "BE62510007547061",
            "IE29AIBK93115212345678",
        ],
    ),
    (
        Debit::Settles { after: DELAY, end: PAID },
        &[
            "AT321904300235473204", "DE08370400440532013003", "FR3020041010050500013M02609", "BE78510007547064",
            "IE24AIBK93115212345671",
        ],
    ),
    (
        Debit::Settles { after: 0, end: RETURNED },
        &[
            "AT861904300235473202", "DE62370400440532013001", "FR8420041010050500013M02607", "BE68539007547034",
            "IE02AIBK93115212345679",
        ],
    ),
    (
        Debit::Settles { after: DELAY, end: RETURNED },
        &[
            "AT051904300235473205", "DE78370400440532013004", "FR7920041010050500013M02600", "BE51510007547065",
            "IE94AIBK93115212345672",
        ],
    ),
    (
        Debit::Settles { after: 0, end: DebitEnd::Paid(Aftermath::Dispute("debit_not_authorized")) },
        &[
            "AT591904300235473203", "DE35370400440532013002", "FR5720041010050500013M02608", "BE08510007547063",
            "IE51AIBK93115212345670",
        ],
    ),
    (
        returned(0, "charge_exceeds_source_limit", "The debit exceeds the account's weekly volume."),
        &["AT981904300000343434", "DE65370400440000343434", "FR9720041010050000000343434"],
    ),
    (
        returned(0, "charge_exceeds_weekly_limit", "The debit exceeds the account's weekly number of debits."),
        &["AT601904300000121212", "DE27370400440000121212", "FR5920041010050000000121212"],
    ),
    (
        returned(0, "insufficient_funds", "The account has insufficient funds."),
        &["AT981904300002222227", "DE65370400440002222227", "FR9720041010050000002222227"],
    ),
    (
        Debit::Refused("Your bank does not take SEPA debits."),
        &["AT271904300000055555", "DE91370400440000055555", "FR2620041010050000000055555"],
    ),
    (
        Debit::Refused("This account cannot be debited."),
        &["AT511904300000066666", "DE18370400440000066666", "FR5020041010050000000066666"],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_stands_in_the_table_once_and_adds_up() {
        let cards = APPROVED.iter().flat_map(|(_, numbers)| numbers.iter().copied());
        let mut numbers: Vec<&str> = cards.chain(SPECIAL.iter().map(|(number, ..)| *number)).collect();
        for number in numbers.iter().filter(|number| **number != "4242424242424241") {
            assert_eq!(luhn(number), 0, "{number}");
        }
        let ibans: Vec<&str> = IBANS.iter().flat_map(|(_, ibans)| ibans.iter().copied()).collect();
        for iban in &ibans {
            assert_eq!(rest(iban), 1, "{iban}");
        }
        numbers.extend(ibans);
        let all = numbers.len();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), all);
    }

    /// Returns the remainder of a card number's Luhn checksum: zero if it is valid.
    fn luhn(number: &str) -> u32 {
        let digits = number.bytes().rev().map(|byte| u32::from(byte - b'0'));
        let doubled = |digit: u32| if digit > 4 { 2 * digit - 9 } else { 2 * digit };
        digits.enumerate().map(|(at, digit)| if at % 2 == 0 { digit } else { doubled(digit) }).sum::<u32>()
            % 10
    }

    /// Returns the remainder of an IBAN modulo 97: one if it is valid.
    fn rest(iban: &str) -> u32 {
        let (country, account) = iban.split_at(4);
        let digits = account.chars().chain(country.chars());
        digits.fold(0, |rest, digit| {
            let value = digit.to_digit(36).unwrap();
            (rest * if value > 9 { 100 } else { 10 } + value) % 97
        })
    }
}
