//! Words of lists that Stripe may extend: an enum of the known ones, and any other text.

/// Declares a list of words: the type of a field, and the words that the field knows.
///
/// The type accepts any text, since Stripe adds words without a new version. A field that accepts only some
/// of its type's words, or no others, says so in its brackets.
macro_rules! words {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $first:ident = $first_word:literal $(, $variant:ident = $word:literal)* $(,)? }
    ) => {
        $(#[$meta])*
        ///
        /// Create it from a variant or from any text: `"…".into()`. Two are equal if their texts are.
        #[derive(Clone)]
        #[non_exhaustive]
        pub enum $name {
            #[doc = concat!("`", $first_word, "`")]
            $first,
            $( #[doc = concat!("`", $word, "`")] $variant, )*
            /// Another word, which may be newer than this version.
            Other(String),
        }

        impl $name {
            /// Every known word.
            pub const KNOWN: &'static [$name] = &[$name::$first $(, $name::$variant)*];

            /// The word, as it is sent.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $name::$first => $first_word,
                    $( $name::$variant => $word, )*
                    $name::Other(word) => word,
                }
            }

            fn known(word: &str) -> Option<Self> {
                let words = <$name as $crate::schema::Shaped>::WORDS;
                $crate::schema::words::position(words, word).and_then(|at| $name::KNOWN.get(at)).cloned()
            }
        }

        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                $name::known(word).unwrap_or_else(|| $name::Other(word.to_owned()))
            }
        }

        impl From<String> for $name {
            fn from(word: String) -> Self {
                $name::known(&word).unwrap_or($name::Other(word))
            }
        }

        /// The word as a text, so that `as_deref` of an optional one is `Option<&str>`.
        impl std::ops::Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                self.as_str()
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Debug::fmt(self.as_str(), f)
            }
        }

        /// No word: where one is required, that is the fault `missing_parameter`.
        impl Default for $name {
            fn default() -> Self {
                $name::Other(String::new())
            }
        }

        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.as_str() == other.as_str()
            }
        }

        impl Eq for $name {}

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                self.as_str() == other
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                self.as_str() == *other
            }
        }

        impl std::hash::Hash for $name {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                self.as_str().hash(state);
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                <String as serde::Deserialize>::deserialize(deserializer).map(Self::from)
            }
        }

        impl $crate::schema::Shaped for $name {
            const SHAPE: $crate::schema::Shape = $crate::schema::Shape::of($crate::schema::Of::Text);
            const WORDS: &'static str = concat!($first_word $(, ",", $word)*);
        }

        impl $crate::schema::AsValue for $name {
            fn value(&self) -> $crate::schema::Value<'_> {
                $crate::schema::Value::Text(self.as_str())
            }
        }

        impl $crate::schema::FromSlot for $name {
            fn from_slot(slot: $crate::schema::Slot<'_>) -> Self {
                String::from_slot(slot).into()
            }
        }

        #[cfg(test)]
        impl $crate::redacted::Filled for $name {
            fn filled(at: &str) -> Self {
                $name::Other(String::filled(at))
            }
        }
    };
}
pub(crate) use words;

/// Where a word is in its list. One function for all types, which would otherwise each bring their own.
#[inline(never)]
pub(crate) fn position(words: &str, word: &str) -> Option<usize> {
    words.split(',').position(|known| known == word)
}

#[cfg(test)]
mod tests {
    use crate::checkout::{
        CaptureMethod, CreateSession, LiabilityType, LineItem, PaymentIntentData, PaymentStatus, Recurring,
        Session,
    };
    use crate::operation::Operation;

    #[test]
    fn a_known_word_is_its_variant_and_any_other_is_kept() {
        assert!(matches!(CaptureMethod::from("manual"), CaptureMethod::Manual));
        assert!(matches!("automatic_async".to_owned().into(), CaptureMethod::AutomaticAsync));
        let new = CaptureMethod::from("automatic_delayed");
        assert!(matches!(&new, CaptureMethod::Other(word) if word == "automatic_delayed"));
        assert_eq!((new.as_str(), &*new.to_string()), ("automatic_delayed", "automatic_delayed"));
        assert_eq!(LiabilityType::SelfAccount.as_str(), "self");
        for word in CaptureMethod::KNOWN {
            assert_eq!(std::mem::discriminant(&word.as_str().into()), std::mem::discriminant(word));
        }
    }

    #[test]
    fn equal_words_are_equal_however_they_were_made() {
        let same = CaptureMethod::Other("manual".into());
        assert_eq!(same, CaptureMethod::Manual);
        assert_ne!(same, CaptureMethod::Automatic);
        assert!(same == "manual" && same == *"manual");
        let words = std::collections::BTreeSet::from([same.as_str(), CaptureMethod::Manual.as_str()]);
        assert_eq!(words.len(), 1);
        assert_eq!(format!("{same:?} {:?}", CaptureMethod::Manual), r#""manual" "manual""#);
    }

    #[test]
    fn words_are_texts_in_json() {
        let words = vec![CaptureMethod::Manual, "later".into()];
        let json = serde_json::to_string(&words).unwrap();
        assert_eq!(json, r#"["manual","later"]"#);
        assert_eq!(serde_json::from_str::<Vec<CaptureMethod>>(&json).unwrap(), words);
        assert_eq!(serde_json::from_str::<CaptureMethod>(r#""man\u0075al""#).unwrap(), CaptureMethod::Manual);
        assert!(serde_json::from_str::<CaptureMethod>("7").is_err());
    }

    #[test]
    fn words_of_an_object_are_kept_also_new_ones() {
        let read = |status: &str| {
            let text = format!(r#"{{"object":"checkout.session","id":"cs_1","payment_status":{status}}}"#);
            Session::from_json(&text).unwrap().payment_status
        };
        assert_eq!(read(r#""paid""#), Some(PaymentStatus::Paid));
        assert_eq!(read(r#""half_paid""#).as_deref(), Some("half_paid"));
        assert_eq!((read("null"), read("7")), (None, None));
    }

    fn with_capture(method: impl Into<CaptureMethod>) -> CreateSession {
        let data = PaymentIntentData { capture_method: Some(method.into()), ..Default::default() };
        CreateSession {
            line_items: vec![LineItem {
                price: Some("price_1".into()),
                quantity: Some(1),
                ..Default::default()
            }],
            payment_intent_data: Some(data),
            ..CreateSession::payment("https://shop.example/thanks")
        }
    }

    #[test]
    fn a_new_word_is_sent_and_a_misspelled_one_is_a_fault() {
        for (word, sent) in [("manual", "manual"), ("automatic_delayed", "automatic_delayed")] {
            let wire = Operation::wire(&with_capture(word), None).unwrap();
            assert!(wire.body.contains(&format!("[capture_method]={sent}")), "{}", wire.body);
            let json = format!(r#"{{"payment_intent_data":{{"capture_method":"{word}"}}}}"#);
            let read = CreateSession::from_json(&json).unwrap();
            assert_eq!(read.payment_intent_data.unwrap().capture_method.unwrap(), word);
        }
        let error = Operation::wire(&with_capture("manul"), None).unwrap_err();
        assert_eq!(error.faults()[0].path, "payment_intent_data.capture_method");
        assert!(error.to_string().contains("did you mean `manual`"), "{error}");
    }

    #[test]
    fn a_word_that_is_required_cannot_be_left_out() {
        let mut session = with_capture("manual");
        if let Some(line) = session.line_items.first_mut() {
            let price = crate::checkout::PriceData {
                currency: "eur".into(),
                unit_amount: Some(1),
                recurring: Some(Recurring::default()),
                ..Default::default()
            };
            *line = LineItem { price_data: Some(price), quantity: Some(1), ..Default::default() };
        }
        let error = Operation::wire(&session, None).unwrap_err();
        let at = "line_items[0].price_data.recurring.interval";
        assert!(error.faults().iter().any(|fault| fault.path == at), "{error}");
    }
}
