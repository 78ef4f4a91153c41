//! Parameters as the rules and encoders see them, whether given as a Rust record or as JSON.

use crate::params::Metadata;
use crate::percent::Percent;

/// A record's fields by their index in its description.
pub(crate) trait View {
    fn field(&self, index: usize) -> Value<'_>;

    /// Calls `show` for every field that has a value, in the order of the description.
    fn visit<'v>(&'v self, show: &mut dyn FnMut(usize, Value<'v>));
}

/// The value of a field.
#[derive(Clone, Copy)]
pub(crate) enum Value<'v> {
    Absent,
    Text(&'v str),
    Integer(i64),
    Boolean(bool),
    Pairs(&'v Metadata),
    Percent(Percent),
    Record(&'v dyn View),
    List(&'v dyn Items),
}

/// The items of a list.
pub(crate) trait Items {
    fn count(&self) -> usize;
    fn item(&self, index: usize) -> Value<'_>;
}

/// A Rust type that can be viewed as a value.
pub(crate) trait AsValue {
    fn value(&self) -> Value<'_>;
}

/// A given record, with its fields by name for rules: `given.text(At::<CreateRefund>::charge)`.
#[derive(Clone, Copy)]
pub(crate) struct Given<'v>(pub(crate) &'v dyn View);

impl<'v> Given<'v> {
    pub(crate) fn value(self, field: usize) -> Value<'v> {
        self.0.field(field)
    }

    /// Returns whether the field has a value, an item or a pair.
    pub(crate) fn has(self, field: usize) -> bool {
        match self.value(field) {
            Value::Absent => false,
            Value::List(items) => items.count() > 0,
            Value::Pairs(pairs) => !pairs.is_empty(),
            _ => true,
        }
    }

    pub(crate) fn text(self, field: usize) -> Option<&'v str> {
        match self.value(field) {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn integer(self, field: usize) -> Option<i64> {
        match self.value(field) {
            Value::Integer(number) => Some(number),
            _ => None,
        }
    }

    pub(crate) fn boolean(self, field: usize) -> Option<bool> {
        match self.value(field) {
            Value::Boolean(flag) => Some(flag),
            _ => None,
        }
    }

    pub(crate) fn record(self, field: usize) -> Option<Given<'v>> {
        match self.value(field) {
            Value::Record(view) => Some(Given(view)),
            _ => None,
        }
    }

    pub(crate) fn pairs(self, field: usize) -> impl Iterator<Item = (&'v str, &'v str)> {
        let pairs = match self.value(field) {
            Value::Pairs(pairs) => Some(pairs),
            _ => None,
        };
        pairs.into_iter().flat_map(Metadata::iter)
    }

    pub(crate) fn count(self, field: usize) -> usize {
        match self.value(field) {
            Value::List(items) => items.count(),
            _ => 0,
        }
    }

    fn items(self, field: usize) -> impl Iterator<Item = Value<'v>> {
        let items = match self.value(field) {
            Value::List(items) => Some(items),
            _ => None,
        };
        items.into_iter().flat_map(|items| (0..items.count()).map(|index| items.item(index)))
    }

    /// Returns the items of a list of records.
    pub(crate) fn records(self, field: usize) -> impl Iterator<Item = Given<'v>> {
        self.items(field).filter_map(|item| match item {
            Value::Record(view) => Some(Given(view)),
            _ => None,
        })
    }

    /// Returns the items of a list of texts.
    pub(crate) fn texts(self, field: usize) -> impl Iterator<Item = &'v str> {
        self.items(field).filter_map(|item| match item {
            Value::Text(text) => Some(text),
            _ => None,
        })
    }
}

impl AsValue for String {
    #[inline]
    fn value(&self) -> Value<'_> {
        Value::Text(self)
    }
}

impl AsValue for i64 {
    #[inline]
    fn value(&self) -> Value<'_> {
        Value::Integer(*self)
    }
}

impl AsValue for bool {
    #[inline]
    fn value(&self) -> Value<'_> {
        Value::Boolean(*self)
    }
}

impl AsValue for Percent {
    #[inline]
    fn value(&self) -> Value<'_> {
        Value::Percent(*self)
    }
}

impl AsValue for Metadata {
    #[inline]
    fn value(&self) -> Value<'_> {
        Value::Pairs(self)
    }
}

impl<T: AsValue> AsValue for Option<T> {
    #[inline]
    fn value(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Absent, T::value)
    }
}

impl<T: AsValue> AsValue for Box<T> {
    #[inline]
    fn value(&self) -> Value<'_> {
        T::value(self)
    }
}

impl<T: AsValue> AsValue for Vec<T> {
    #[inline]
    fn value(&self) -> Value<'_> {
        Value::List(self)
    }
}

impl<T: AsValue> Items for Vec<T> {
    fn count(&self) -> usize {
        self.len()
    }

    fn item(&self, index: usize) -> Value<'_> {
        self.get(index).map_or(Value::Absent, T::value)
    }
}
