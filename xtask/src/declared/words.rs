//! The core's names and comments in the words of other languages.

/// `payment_intents` as `PaymentIntents`.
pub(crate) fn pascal(name: &str) -> String {
    name.split('_').map(capital).collect()
}

/// `payment_intents` as `paymentIntents`.
pub(crate) fn camel(name: &str) -> String {
    let (first, rest) = name.split_once('_').unwrap_or((name, ""));
    first.to_owned() + &pascal(rest)
}

/// The class of a resource; Checkout's resource is its sessions.
pub(crate) fn class(resource: &str) -> String {
    pascal(if resource == "checkout" { "checkout_sessions" } else { resource })
}

/// `payment_intents` as `Payment intents`.
pub(crate) fn spoken(resource: &str) -> String {
    let words = if resource == "checkout" { "checkout sessions" } else { resource };
    capital(&words.replace('_', " "))
}

fn capital(word: &str) -> String {
    let (first, rest) = word.split_at(word.len().min(1));
    first.to_uppercase() + rest
}

/// A line of a comment, without links that only Rust can follow.
pub(crate) fn plain(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, link)) = rest.split_once("[`") {
        let Some((name, after)) = link.split_once("`]") else { break };
        out.extend([before, "`", name, "`"]);
        rest = match after.strip_prefix('(').and_then(|target| target.split_once(')')) {
            Some((_, after)) => after,
            None => after,
        };
    }
    out.push_str(rest);
    out.replace("*/", "* /").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_the_languages() {
        assert_eq!(pascal("payment_intents"), "PaymentIntents");
        assert_eq!(camel("v2_events"), "v2Events");
        assert_eq!(
            (class("checkout"), spoken("checkout")),
            ("CheckoutSessions".into(), "Checkout sessions".into())
        );
        assert_eq!(spoken("payment_intents"), "Payment intents");
    }

    #[test]
    fn links_become_their_text() {
        assert_eq!(plain("See [`Call`](crate::Call) and [`Page`]."), "See `Call` and `Page`.");
    }
}
