//! Words of Stripe's lists: which are accepted, and which look like a typo.
//!
//! Stripe adds words to most of its lists without a new version, so an unknown word may be new and is
//! accepted. A near miss of a known one, such as `montly`, is not.

use super::distance;
use crate::error::Fault;

/// Returns the fault for a word that is a near miss of a known one.
pub(crate) fn misspelled<'w>(
    word: &str,
    known: impl Iterator<Item = &'w str> + Clone,
    at: &str,
) -> Option<Fault> {
    let meant = near_miss(word, known)?;
    let text = format!("did you mean `{meant}`? to send the word as it is, pass it in `extra`");
    Some(Fault::new(at, "invalid_value", text))
}

/// Returns the known word that was meant, or `None` if the word is known or similar to none.
pub(crate) fn near_miss<'w>(word: &str, known: impl Iterator<Item = &'w str> + Clone) -> Option<&'w str> {
    // Long texts are not words, and would take too long.
    if word.len() > 64 || known.clone().any(|one| one == word) {
        return None;
    }
    let slips = known.filter_map(|one| Some((slip(word, one)?, one)));
    slips.min_by_key(|(letters, _)| *letters).map(|(_, one)| one)
}

/// Returns how many letters a word differs from a known one, if that can be a typo.
///
/// Words are compared part by part, since `us_bank_account` and `eu_bank_account` are two methods, and
/// `fr-CA` and `fr-CH` two languages. Short parts must be equal except for their case; longer ones must begin
/// with the same letter and differ in at most a third of their letters and at most two.
fn slip(word: &str, known: &str) -> Option<usize> {
    let (parts, known_parts) = (parts(word), parts(known));
    if parts.concat() == known_parts.concat() {
        // They differ only in case or in the separators.
        return Some(0);
    }
    if parts.len() != known_parts.len() {
        return None;
    }
    let mut letters = 0;
    for (part, known_part) in parts.iter().zip(&known_parts) {
        letters += slip_of_part(part, known_part)?;
    }
    Some(letters)
}

fn parts(word: &str) -> Vec<String> {
    word.split(['_', '-', ' ']).map(str::to_ascii_lowercase).collect()
}

fn slip_of_part(part: &str, known: &str) -> Option<usize> {
    if part == known {
        return Some(0);
    }
    let letters = |text: &str| text.len() >= 4 && text.bytes().all(|byte| byte.is_ascii_alphabetic());
    if !letters(part) || !letters(known) || part.as_bytes().first() != known.as_bytes().first() {
        return None;
    }
    let apart = distance(part, known);
    let most = if sorted(part) == sorted(known) { 2 } else { (part.len().max(known.len()) / 3).min(2) };
    (apart <= most).then_some(apart)
}

/// Returns the letters, sorted: two swapped letters count like one wrong letter.
fn sorted(part: &str) -> Vec<u8> {
    let mut letters = part.as_bytes().to_vec();
    letters.sort_unstable();
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(word: &str, known: &str) -> Option<String> {
        near_miss(word, known.split(',')).map(str::to_owned)
    }

    #[test]
    fn slips_are_found() {
        for (word, known, expected) in [
            ("montly", "day,month,week,year", "month"),
            ("montly", "weekly,monthly", "monthly"),
            ("monthly", "day,month,week,year", "month"),
            ("Pay", "auto,book,donate,pay,subscribe", "pay"),
            ("crad", "card,link", "card"),
            ("if-requried", "always,if_required", "if_required"),
            ("hostedPage", "elements,hosted_page", "hosted_page"),
            ("fr_ca", "fr,fr-CA", "fr-CA"),
            ("us_bank_acount", "nz_bank_account,us_bank_account", "us_bank_account"),
            ("round", "pill,rounded", "rounded"),
        ] {
            assert_eq!(meant(word, known).as_deref(), Some(expected), "{word}");
        }
    }

    #[test]
    fn new_words_are_no_slips() {
        for (word, known) in [
            ("au_bank_transfer", "eu_bank_transfer,us_bank_transfer"),
            ("eu_bank_account", "us_bank_account"),
            ("fr-CH", "fr,fr-CA"),
            ("zh-SG", "zh-HK,zh-TW"),
            ("wero", "zip,eps"),
            ("inclusive", "exclusive"),
            ("disabled", "enabled"),
            ("fortnight", "day,month,week,year"),
            ("automatic_delayed", "automatic,automatic_async"),
            ("net_30", "net_60"),
            ("month", "month,months"),
            ("daily", "day,week"),
            ("", "pay"),
        ] {
            assert_eq!(meant(word, known), None, "{word}");
        }
    }
}
