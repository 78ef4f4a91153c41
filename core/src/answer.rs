//! Stripe's objects as records: a few fields by name, and the whole JSON beside them.

use crate::page::{self, Page};
use crate::schema::{FromSlot, Record, Slot, answers};

/// One of Stripe's objects.
pub(crate) trait FromObject: FromSlot {
    const RECORD: &'static Record;

    /// The object's own id; empty if it has none.
    fn own_id(&self) -> &str;

    /// Notes that it is a stored answer to an earlier request.
    fn mark_replayed(&mut self);

    /// Reads the object from its JSON; nothing if it is something else.
    fn from_json(text: &str) -> Option<Self> {
        answers::object(Self::RECORD, text).map(|read| Self::from_slot(Slot::Record(read)))
    }
}

/// What an operation answers with: an object, or a page of a list.
pub(crate) trait Answer: Sized {
    const RECORD: &'static Record;
    const LISTS: bool;

    fn read(body: &str) -> Option<Self>;

    /// Notes that it is a stored answer to an earlier request.
    fn mark_replayed(&mut self);

    /// The id of the object; nothing of a list.
    fn id(&self) -> Option<&str>;
}

impl<T: FromObject> Answer for T {
    const RECORD: &'static Record = T::RECORD;
    const LISTS: bool = false;

    fn read(body: &str) -> Option<Self> {
        T::from_json(body)
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
