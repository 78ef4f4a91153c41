//! Closed sets of names: an enum, the text of each variant, and its meaning.

/// Returns the message for a text that is none of these names.
pub(crate) fn one_of(names: &mut dyn Iterator<Item = &'static str>) -> String {
    let mut expected = "expected one of ".to_owned();
    for (index, name) in names.enumerate() {
        expected.push_str(if index == 0 { "`" } else { ", `" });
        expected.push_str(name);
        expected.push('`');
    }
    expected
}

/// Declares an enum whose variants have a stable text, which is used to display them, to parse them, and to
/// write them to JSON and to a database.
///
/// `invalid "state" as "invalid_state"` gives the path and the code of the fault for any other text.
macro_rules! names {
    (
        $(#[$meta:meta])*
        pub enum $name:ident, invalid $path:literal as $code:literal {
            $( $(#[doc = $docs:literal])* $variant:ident = $text:literal, )*
        }
    ) => {
        $crate::names::names! {
            $(#[$meta])*
            pub enum $name { $( $(#[doc = $docs])* $variant = $text, )* }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::error::Error;

            #[doc = concat!("Error code `", $code, "`.")]
            fn from_str(text: &str) -> Result<Self, $crate::error::Error> {
                $name::ALL.iter().copied().find(|name| name.as_str() == text).ok_or_else(|| {
                    let mut names = $name::ALL.iter().map(|name| name.as_str());
                    $crate::error::Error::fault($path, $code, $crate::names::one_of(&mut names))
                })
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'_, str> as serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $( $(#[doc = $docs:literal])* $variant:ident = $text:literal, )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $( $(#[doc = $docs])* #[doc = concat!("\n\n`", $text, "`")] $variant, )*
        }

        impl $name {
            /// All of them.
            pub const ALL: &[$name] = &[$($name::$variant),*];

            /// Returns the name in stable snake case, the same in every language.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $( $name::$variant => $text, )*
                }
            }

            /// Returns its meaning.
            #[cfg(feature = "schema")]
            #[allow(dead_code, reason = "not every list of names is a part of the schema")]
            pub(crate) fn docs(self) -> String {
                match self {
                    $( $name::$variant => $crate::names::docs(&[$($docs),*]), )*
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}
pub(crate) use names;

/// Joins doc comments into one text for every language, without links to Rust items.
#[cfg(feature = "schema")]
pub(crate) fn docs(lines: &[&str]) -> String {
    let lines: Vec<&str> = lines.iter().map(|line| line.trim()).collect();
    without_links(lines.join("\n").trim())
}

/// Replaces `[text](crate::target)` and `[text]`, which link to an item, by `text`; links to web pages stay.
#[cfg(feature = "schema")]
fn without_links(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, from)) = rest.split_once('[') {
        plain.push_str(before);
        let link = from.split_once(']').and_then(|(label, after)| match after.strip_prefix('(') {
            Some(target) => {
                let (target, after) = target.split_once(')')?;
                (!target.starts_with("http")).then_some((label, after))
            }
            None => label.starts_with('`').then_some((label, after)),
        });
        match link {
            Some((label, after)) => {
                plain.push_str(label);
                rest = after;
            }
            None => {
                plain.push('[');
                rest = from;
            }
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(all(test, feature = "schema"))]
mod tests {
    use super::*;

    #[test]
    fn docs_are_one_text_without_links_into_rust() {
        let lines =
            [" See [`Outcome::Paid`](super::Paid),", " [`Fetch`], list[0] and", "", " [x](https://x.y)."];
        assert_eq!(docs(&lines), "See `Outcome::Paid`,\n`Fetch`, list[0] and\n\n[x](https://x.y).");
    }
}
