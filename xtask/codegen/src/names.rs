//! The core's names in the case of other languages.

/// Returns `PaymentIntents` for `payment_intents`.
pub fn pascal(name: &str) -> String {
    name.split('_').map(capital).collect()
}

/// Returns `paymentIntents` for `payment_intents`.
pub fn camel(name: &str) -> String {
    let (first, rest) = name.split_once('_').unwrap_or((name, ""));
    first.to_owned() + &pascal(rest)
}

/// Returns the class of a resource: `CheckoutSessions` for `["checkout", "sessions"]`.
pub fn class(segments: &[&str]) -> String {
    segments.iter().map(|segment| pascal(segment)).collect()
}

/// Returns a resource for use in a sentence: `Checkout sessions` for `["checkout", "sessions"]`.
pub fn spoken(segments: &[&str]) -> String {
    capital(&segments.join(" ").replace('_', " "))
}

fn capital(word: &str) -> String {
    let (first, rest) = word.split_at(word.len().min(1));
    first.to_uppercase() + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_the_languages() {
        assert_eq!(pascal("payment_intents"), "PaymentIntents");
        assert_eq!((camel("line_items"), camel("list")), ("lineItems".into(), "list".into()));
        let segments = ["v2", "core", "event_destinations"];
        assert_eq!(class(&segments), "V2CoreEventDestinations");
        assert_eq!(spoken(&segments), "V2 core event destinations");
    }
}
