//! The session of an event as offsets into its body, so that reading a field costs no more than a slice.

use std::borrow::Cow;

use super::packed::Packing;
use crate::json::pairs;
use crate::params::Metadata;
use crate::webhook::{Facts, Member};

/// The number of numbers in a session: a start and an end for each field of its record, in the record's
/// order.
pub const SESSION_NUMBERS: usize = 2 * 22;

/// Packs the fields of a session. Numbers and booleans are in their JSON notation. Metadata is JSON; values
/// in it that are not strings are left out.
pub(super) fn pack(facts: &Facts<'_>, packing: &mut Packing<'_>) {
    let text = |member| facts.text(member);
    let word = |member, is_right: fn(&str) -> bool| {
        let word = facts.value(member)?.skip().ok()?;
        is_right(word).then_some(Cow::Borrowed(word))
    };
    let integer = |member| word(member, |word| word.parse::<i64>().is_ok());
    let email = facts.inner(Member::CustomerDetails, &["email"]);
    let fields = [
        facts.id(),
        text(Member::Url),
        text(Member::Status),
        text(Member::PaymentStatus),
        text(Member::Mode),
        integer(Member::AmountTotal),
        integer(Member::AmountSubtotal),
        text(Member::Currency),
        text(Member::ClientReferenceId),
        text(Member::PaymentIntent),
        facts.inner(Member::PaymentIntent, &["status"]),
        text(Member::Subscription),
        text(Member::SetupIntent),
        text(Member::Invoice),
        text(Member::Customer),
        email.or_else(|| text(Member::CustomerEmail)),
        metadata(facts),
        word(Member::Livemode, |word| word == "true"),
        integer(Member::Created),
        integer(Member::ExpiresAt),
        facts.inner(Member::AfterExpiration, &["recovery", "url"]),
        text(Member::ClientSecret),
    ];
    for (index, field) in fields.iter().enumerate() {
        if let Some(field) = field {
            packing.session_text(2 * index, field);
        }
    }
}

/// Borrowed, unless it has escapes, which not all hosts decode alike.
fn metadata<'f>(facts: &'f Facts<'_>) -> Option<Cow<'f, str>> {
    let written = facts.value(Member::Metadata)?.skip().ok()?;
    if !written.starts_with('{') {
        return None;
    }
    if !written.contains('\\') {
        return Some(Cow::Borrowed(written));
    }
    let mut metadata = Metadata::default();
    let read = facts.value(Member::Metadata)?.object(|value, key| {
        if let Some(text) = value.string()? {
            metadata.insert(key, text);
        }
        Ok(())
    });
    read.ok()?;
    let mut out = String::new();
    pairs(&mut out, metadata.iter());
    Some(Cow::Owned(out))
}
