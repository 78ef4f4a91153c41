//! Ids and keys that are valid by construction.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::error::Error;

/// The id of a connected account, `acct_…`, which belongs to a merchant. It is safe in a path and in a
/// header.
///
/// Error code `invalid_account_id`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountId(String);

impl AccountId {
    /// Returns the id as Stripe writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for AccountId {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        if is_id(text, "acct_") {
            Ok(AccountId(text.to_owned()))
        } else {
            let expected = "expected an id that starts with `acct_`, then letters, digits and underscores";
            Err(Error::fault("account", "invalid_account_id", expected))
        }
    }
}

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Longer than any of Stripe's ids, and short enough for a URL.
const LONGEST_ID: usize = 255;

fn is_id(text: &str, prefix: &str) -> bool {
    text.len() <= LONGEST_ID
        && text.strip_prefix(prefix).is_some_and(|rest| {
            !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        })
}

/// The platform's API key, `sk_…` or a restricted `rk_…`. It is wiped from memory when dropped, and never
/// printed: neither by `Debug` nor in an error.
#[derive(Clone)]
pub struct SecretKey(Zeroizing<String>);

impl SecretKey {
    /// Returns whether this is a live-mode key.
    #[must_use]
    pub fn is_live(&self) -> bool {
        self.0.contains("_live_")
    }

    pub(crate) fn expose(&self) -> &str {
        &self.0
    }
}

impl FromStr for SecretKey {
    type Err = Error;

    /// Error code `invalid_secret_key`; the message names a publishable key, a webhook secret or an
    /// organization's key as such.
    fn from_str(text: &str) -> Result<Self, Error> {
        let expected = match text {
            _ if text.trim() != text => "the key has white space around it: trim it when you load it",
            "" => "expected a secret key that starts with `sk_` or `rk_`, got nothing: is the setting empty?",
            _ if text.starts_with("pk_") => {
                "this is a publishable key (`pk_`): the server needs the secret key, `sk_` or `rk_`"
            }
            _ if text.starts_with("whsec_") => {
                "this is a webhook signing secret (`whsec_`): it belongs in the keyring"
            }
            _ if text.starts_with("sk_org_") || text.starts_with("rk_org_") => {
                "this is an organization's key (`sk_org_`): stripe requires an account in every request with it, even on the platform's own account; use the platform account's secret key"
            }
            _ if is_id(text, "sk_") || is_id(text, "rk_") => {
                return Ok(SecretKey(Zeroizing::new(text.to_owned())));
            }
            _ => {
                "expected a secret key that starts with `sk_` or `rk_`, then letters, digits and underscores"
            }
        };
        Err(Error::fault("secret_key", "invalid_secret_key", expected))
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_live() { "SecretKey(live)" } else { "SecretKey(test)" })
    }
}

/// The key under which Stripe stores the response to a write, so that a retry cannot repeat it.
///
/// Derive it from what must happen once, never from a random number generated for the call: a second click,
/// or a restarted process, must arrive at the same key. And what may happen again needs another key: for at
/// least 24 hours Stripe repeats its first response to a key, and does nothing. So an order's id alone is not
/// enough if the order can be paid in another session, or refunded in parts; see [`IdempotencyKey::of`].
///
/// See <https://docs.stripe.com/api/idempotent_requests>.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct IdempotencyKey(String);

impl IdempotencyKey {
    /// Creates a key from a longer text.
    pub(crate) fn digest(name: &str, text: &[u8]) -> Self {
        let digest = Sha256::digest(text);
        IdempotencyKey(digest.iter().fold(format!("{name}-"), |text, byte| format!("{text}{byte:02x}")))
    }

    /// Returns the key for one purpose (`checkout`, `refund`) of a merchant's `reference`: the same in every
    /// process, different for every other merchant, reference and purpose, and at most 255 characters.
    ///
    /// The reference is your own name for what must happen once. If an order can have several attempts or
    /// parts, it names the particular one:
    ///
    /// ```
    /// # fn main() -> Result<(), counterfoil::Error> {
    /// use counterfoil::{AccountId, IdempotencyKey};
    ///
    /// let merchant: AccountId = "acct_1032D82eZvKYlo2C".parse()?;
    /// // The first session of order 42, however often the button is clicked; and, after that session has
    /// // expired or its payment has failed, a new one.
    /// let first = IdempotencyKey::of(&merchant, "order-42/1", "checkout");
    /// let second = IdempotencyKey::of(&merchant, "order-42/2", "checkout");
    /// // Two refunds of parts of it are two rows in your books before they are two calls: their ids tell
    /// // them apart, also where they have the same amount.
    /// let refund = IdempotencyKey::of(&merchant, "refund-7", "refund");
    /// let further = IdempotencyKey::of(&merchant, "refund-8", "refund");
    /// # assert!(first != second && refund != further);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Increment the attempt, or add a row, when something has happened that allows another one, such as the
    /// event that a session has expired; not when a call fails, since it may have succeeded without your
    /// knowledge.
    ///
    /// Stripe does not say whether connected accounts have separate keys, so the key includes the account.
    #[must_use]
    pub fn of(merchant: &AccountId, reference: &str, purpose: &str) -> Self {
        let mut key = format!("{merchant}:");
        for (part, end) in [(purpose, ":"), (reference, "")] {
            // Escaped text contains no colon, so no two triples have the same text.
            crate::form::escape(&mut key, part);
            key.push_str(end);
        }
        if key.len() > LONGEST_KEY {
            return IdempotencyKey::digest("sha256", key.as_bytes());
        }
        IdempotencyKey(key)
    }

    /// Returns the key as it is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Stripe's limit for an idempotency key.
const LONGEST_KEY: usize = 255;

impl FromStr for IdempotencyKey {
    type Err = Error;

    /// 1 to 255 visible ASCII characters; error code `invalid_idempotency_key`.
    fn from_str(text: &str) -> Result<Self, Error> {
        if (1..=LONGEST_KEY).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic()) {
            Ok(IdempotencyKey(text.to_owned()))
        } else {
            let expected = "expected 1 to 255 visible ASCII characters without spaces, such as `order-42/1`";
            Err(Error::fault("idempotency_key", "invalid_idempotency_key", expected))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_cannot_be_smuggled_in() {
        for text in ["acct_1\r\nX: y", "acct_", "acct_1/..", "acct_é", " acct_1", "cs_1"] {
            assert_eq!(text.parse::<AccountId>().unwrap_err().code(), "invalid_account_id");
        }
        assert!("a\nb".parse::<IdempotencyKey>().is_err());
        assert!("x".repeat(256).parse::<IdempotencyKey>().is_err());
    }

    #[test]
    fn keys_are_apart_and_short_enough() {
        let merchant: AccountId = "acct_1".parse().unwrap();
        let key = |reference: &str, purpose: &str| IdempotencyKey::of(&merchant, reference, purpose);
        assert_eq!(key("order-42", "checkout").as_str(), "acct_1:checkout:order-42");
        assert_ne!(key("b:c", "a"), key("c", "a:b"));
        assert_ne!(key("", "a"), key("a", ""));
        assert_ne!(key("order-42/1", "checkout"), key("order-42/2", "checkout"));
        let long = key(&"ü".repeat(200), "refund");
        assert_eq!(long, key(&"ü".repeat(200), "refund"));
        assert_ne!(long, key(&"ü".repeat(201), "refund"));
        for key in [long, key("a b\n", "ü")] {
            assert_eq!(key.as_str().parse::<IdempotencyKey>().unwrap(), key);
        }
    }

    #[test]
    fn a_key_never_shows() {
        let key: SecretKey = "sk_live_example".parse().unwrap();
        assert_eq!(format!("{key:?}"), "SecretKey(live)");
        for text in
            ["pk_live_example", "sk_live_example ", "sk_live_éxample", "whsec_example", "sk_org_live_example"]
        {
            let error = text.parse::<SecretKey>().unwrap_err();
            assert!(!format!("{error} {error:?}").contains("xample"), "{error}");
        }
    }
}
