//! What is recorded about a snapshot's object while the body is read, so that the event is classified and its
//! session read without another pass over the object.

use std::borrow::Cow;

use crate::json::{Invalid, Notes, Reader};

/// The members of a snapshot's object that matter; of duplicate members, the last one.
#[derive(Clone, Debug)]
pub(crate) struct Facts<'b> {
    text: Cow<'b, str>,
    members: Members,
}

/// Declares the recorded members, each with its index, grouped by the length of its name.
macro_rules! members {
    ($( $length:literal: $($member:ident = $name:literal),+; )*) => {
        /// A recorded member.
        #[allow(missing_docs, reason = "they are Stripe's names")]
        #[derive(Clone, Copy)]
        pub(crate) enum Member {
            $( $($member,)+ )*
        }

        const MEMBERS: usize = [$( $(Member::$member,)+ )*].len();

        impl Member {
            /// The names are grouped by their lengths, so that most keys need only one comparison.
            #[inline]
            fn named(key: &[u8]) -> Option<Self> {
                match key.len() {
                    $( $length => {
                        $( if key == $name { return Some(Member::$member); } )+
                        None
                    } )*
                    _ => None,
                }
            }
        }

        #[cfg(test)]
        const LENGTHS: &[(usize, &[u8])] = &[$( $(($length, $name),)+ )*];
    };
}

members! {
    2: Id = b"id";
    3: Url = b"url";
    4: Mode = b"mode";
    6: Object = b"object", Status = b"status";
    7: Created = b"created", Invoice = b"invoice";
    8: Currency = b"currency", Customer = b"customer", Livemode = b"livemode", Metadata = b"metadata";
    10: ExpiresAt = b"expires_at";
    12: AmountTotal = b"amount_total", SetupIntent = b"setup_intent", Subscription = b"subscription";
    13: ClientSecret = b"client_secret";
    14: CustomerEmail = b"customer_email", PaymentIntent = b"payment_intent", PaymentStatus = b"payment_status";
    15: AmountSubtotal = b"amount_subtotal";
    16: AfterExpiration = b"after_expiration", CustomerDetails = b"customer_details";
    19: ClientReferenceId = b"client_reference_id";
}

/// Where each member's value starts.
#[derive(Clone, Debug, Default)]
struct Members {
    /// How many bytes of the text are left from there on; 0 if the member is absent.
    left: [u32; MEMBERS],
    /// A key contains escapes, and may be any of them.
    is_unusual: bool,
}

impl Notes for Members {
    #[inline]
    fn key(&mut self, key: &[u8], escaped: bool, left: usize) {
        self.is_unusual |= escaped;
        if let Some(member) = Member::named(key) {
            self.note(member, left);
        }
    }
}

impl Members {
    #[inline]
    fn note(&mut self, member: Member, left: usize) {
        if let Some(place) = self.left.get_mut(member as usize) {
            *place = u32::try_from(left).unwrap_or_default();
        }
    }
}

impl<'b> Facts<'b> {
    /// Reads an object; returns `None` for any other value.
    pub(crate) fn read(value: &mut Reader<'b>) -> Result<Option<Self>, Invalid> {
        if !value.is_object() {
            value.skip()?;
            return Ok(None);
        }
        let mut members = Members::default();
        let text = value.skip_noting(&mut members)?;
        // From here on only the object's own text counts.
        let after = value.left();
        for left in members.left.iter_mut().filter(|left| **left != 0) {
            *left = left.saturating_sub(u32::try_from(after).unwrap_or(u32::MAX));
        }
        let mut facts = Facts { text: text.into(), members };
        if facts.members.is_unusual {
            facts.members = in_full(text)?;
        }
        Ok(Some(facts))
    }

    /// Returns the object's own id, which is empty if it has none.
    pub(crate) fn id(&self) -> Option<Cow<'_, str>> {
        self.value(Member::Id)?.string().ok()?
    }

    /// Returns whether it is an object of this kind, by the same rules as for records of objects.
    pub(crate) fn is(&self, object: &str) -> bool {
        let kind = self.value(Member::Object).and_then(|mut value| value.string().ok()?);
        kind.as_deref() == Some(object) && self.id().is_some_and(|id| !id.is_empty())
    }

    /// Returns a text, or the id of an expanded object, as records read it.
    pub(crate) fn text(&self, member: Member) -> Option<Cow<'_, str>> {
        let mut value = self.value(member)?;
        if !value.is_object() {
            return value.string().ok()?;
        }
        self.inner(member, &["id"])
    }

    /// Returns a text inside a member, by its path.
    pub(crate) fn inner(&self, member: Member, path: &[&str]) -> Option<Cow<'_, str>> {
        fn walk<'t>(value: &mut Reader<'t>, path: &[&str]) -> Result<Option<Cow<'t, str>>, Invalid> {
            let Some((wanted, deeper)) = path.split_first() else { return value.string() };
            let mut found = None;
            value.object(|value, key| {
                if key == *wanted {
                    found = walk(value, deeper)?;
                } else {
                    value.skip()?;
                }
                Ok(())
            })?;
            Ok(found)
        }
        walk(&mut self.value(member)?, path).ok()?
    }

    pub(crate) fn into_owned(self) -> Facts<'static> {
        Facts { text: Cow::Owned(self.text.into_owned()), members: self.members }
    }

    /// Returns a reader at the value of a member.
    pub(crate) fn value(&self, member: Member) -> Option<Reader<'_>> {
        let left = *self.members.left.get(member as usize)?;
        (left != 0).then(|| Reader::of_value(&self.text, left as usize))
    }
}

/// Reads the members of an object that has keys with escapes.
fn in_full(text: &str) -> Result<Members, Invalid> {
    let mut members = Members::default();
    let mut reader = Reader::new(text);
    reader.object(|value, key| {
        value.here();
        if let Some(member) = Member::named(key.as_bytes()) {
            members.note(member, value.left());
        }
        value.skip()?;
        Ok(())
    })?;
    Ok(members)
}

#[cfg(test)]
mod tests {
    use super::LENGTHS;
    use crate::webhook::{EndpointSecret, Event, OutcomeKind, Webhooks, sign};

    fn verified(kind: &str, object: &str) -> (Result<OutcomeKind, String>, OutcomeKind) {
        let body = format!(
            r#"{{"id":"evt_1","object":"event","account":"acct_1","livemode":false,"created":1,"data":{{"object":{object}}},"type":"{kind}"}}"#
        );
        let webhooks = Webhooks::new([EndpointSecret::new("connect", "whsec_a")]).unwrap();
        let signature = sign(body.as_bytes(), "whsec_a", 5);
        let event: Event<'_> = webhooks.verify(body.as_bytes(), &*signature, 5_i64).unwrap();
        (event.decided().map_err(|reason| reason.to_string()), event.outcome().kind())
    }

    #[test]
    fn every_member_stands_by_its_length() {
        for (length, name) in LENGTHS {
            assert_eq!(name.len(), *length, "{}", String::from_utf8_lossy(name));
        }
    }

    #[test]
    fn what_is_decided_on_the_way_past_is_what_the_object_says() {
        let session = |members: &str| format!(r#"{{"id":"cs_1","object":"checkout.session",{members}}}"#);
        let objects = [
            session(r#""mode":"payment","payment_status":"paid""#),
            session(r#""mode":"setup","payment_status":"no_payment_required""#),
            session(r#""mode":{"id":"setup"},"payment_status":{"id":"paid"}"#),
            session(r#""mode":null,"payment_status":"unp\u0061id""#),
            session(r#""payment_status":"paid","payment_status":"unpaid""#),
            session(r#""payment_status":7,"mode":["setup"]"#),
            session(r#""payment_status":"paid","id":7"#),
            session(r#""payment_status":"paid","id":"""#),
            session(r#""payment_status":"paid","object":"refund""#),
            session(r#""payment_status":"someday""#),
            session(r#""payment_status":"unpaid","payment_st\u0061tus":"paid""#),
            session(r#""payment_st\u0061tus":"paid","payment_status":"unpaid","m\u006fde":"setup""#),
            session(
                r#""nested":{"payment_status":"paid","id":"","object":"refund"}, "payment_status" : "unpaid" "#,
            ),
            r#"{"id":"re_1","object":"refund"}"#.to_owned(),
            r#"{"object":"refund"}"#.to_owned(),
            r#"{"id":"re_1"}"#.to_owned(),
            r#""re_1""#.to_owned(),
            "[]".to_owned(),
            "null".to_owned(),
        ];
        let kinds = crate::testing::event_types().chain(["ping"]);
        let mut ignored = 0;
        for kind in kinds {
            for object in &objects {
                let (decided, outcome) = verified(kind, object);
                assert_eq!(decided.clone().unwrap_or(OutcomeKind::Ignored), outcome, "{kind} {object}");
                ignored += usize::from(decided.is_err());
            }
        }
        assert!(ignored > 100, "{ignored}");
    }
}
