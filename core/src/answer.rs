//! Stripe's objects as records: some fields by name, and the whole JSON alongside.

use crate::error::Error;
use crate::json::{Invalid, Reader, not_json};
use crate::page::{self, Page};
use crate::schema::{FromSlot, Record, Slot, answers};

/// One of Stripe's objects.
pub(crate) trait FromObject: FromSlot {
    const RECORD: &'static Record;

    /// Returns the object's own id, which is empty if it has none.
    fn own_id(&self) -> &str;

    /// Marks it as a stored response to an earlier request.
    fn mark_replayed(&mut self);

    /// Reads the object from its JSON, or returns `None` if it is something else.
    fn parsed(text: &str) -> Option<Self> {
        answers::object(Self::RECORD, text).map(|read| Self::from_slot(Slot::Record(read)))
    }
}

/// Reads the object from its JSON.
///
/// Errors: `invalid_json`, and `wrong_type` for the JSON of something else.
pub(crate) fn from_json<T: FromObject>(text: &str) -> Result<T, Error> {
    if let Some(object) = T::parsed(text) {
        return Ok(object);
    }
    let mut reader = Reader::new(text);
    if let Err(Invalid { at }) = reader.skip().and_then(|_| reader.end()) {
        return Err(not_json(text, at));
    }
    let Record { name, object, id, .. } = T::RECORD;
    let expected = match *object {
        "" => format!("expected the object {name}, which has `{id}`"),
        kind => format!("expected an object with `object` = `{kind}` and with `{id}`"),
    };
    Err(Error::fault("object", "wrong_type", expected))
}

/// The result of an operation: an object, or a page of a list.
pub(crate) trait Answer: Sized {
    const RECORD: &'static Record;
    const LISTS: bool;

    fn read(body: &str) -> Option<Self>;

    /// Marks it as a stored response to an earlier request.
    fn mark_replayed(&mut self);

    /// Returns the id of the object, or `None` for a list.
    fn id(&self) -> Option<&str>;
}

impl<T: FromObject> Answer for T {
    const RECORD: &'static Record = T::RECORD;
    const LISTS: bool = false;

    fn read(body: &str) -> Option<Self> {
        T::parsed(body)
    }

    fn mark_replayed(&mut self) {
        FromObject::mark_replayed(self);
    }

    fn id(&self) -> Option<&str> {
        (T::RECORD.id == "id").then(|| self.own_id())
    }
}

impl<T: FromObject> Answer for Page<T> {
    const RECORD: &'static Record = T::RECORD;
    const LISTS: bool = true;

    fn read(body: &str) -> Option<Self> {
        page::from_json(body)
    }

    fn mark_replayed(&mut self) {
        self.replayed = true;
    }

    fn id(&self) -> Option<&str> {
        None
    }
}

#[cfg(test)]
mod tests {
    use crate::checkout::Session;
    use crate::events::V2Event;
    use crate::merchants::LoginLink;

    #[test]
    fn an_object_is_read_from_its_json_or_an_error_says_what_it_is_not() {
        let session = Session::from_json(r#"{"object":"checkout.session","id":"cs_1","new":[1]}"#).unwrap();
        assert_eq!((&*session.id, session.raw.contains("new"), session.replayed), ("cs_1", true, false));
        for (text, code, message) in [
            ("{", "invalid_json", "line 1"),
            (r#"{"object":"refund","id":"re_1"}"#, "wrong_type", "`checkout.session` and with `id`"),
            (r#"{"object":"checkout.session"}"#, "wrong_type", "`id`"),
            ("7", "wrong_type", "`checkout.session`"),
        ] {
            let error = Session::from_json(text).unwrap_err();
            assert_eq!(error.code(), code, "{text}");
            assert!(error.to_string().contains(message), "{text}: {error}");
        }
        let error = LoginLink::from_json("{}").unwrap_err();
        assert!(error.to_string().contains("`login_link` and with `url`"), "{error}");
        assert!(V2Event::from_json("{}").is_err());
    }
}
