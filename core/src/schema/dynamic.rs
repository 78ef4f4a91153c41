//! A record whose type is known only at run time: its description and a value for each field.

use std::borrow::Cow;

use crate::params::Metadata;
use crate::percent::Percent;

use super::{AsValue, Of, Record, Value, View};

/// A record that was read by its description. Texts without escapes borrow from the input.
#[derive(Clone)]
pub(crate) struct Dynamic<'t> {
    pub(crate) record: &'static Record,
    pub(crate) slots: Vec<Slot<'t>>,
    /// The JSON of an object.
    pub(crate) raw: &'t str,
}

/// The value of a field.
#[derive(Clone, Default)]
pub(crate) enum Slot<'t> {
    #[default]
    Absent,
    Text(Cow<'t, str>),
    Integer(i64),
    Boolean(bool),
    Pairs(Metadata),
    Percent(Percent),
    Record(Dynamic<'t>),
    List(Vec<Slot<'t>>),
}

/// A Rust type that is created from what was read.
pub(crate) trait FromSlot: Sized {
    fn from_slot(slot: Slot<'_>) -> Self;
}

impl<'t> Dynamic<'t> {
    /// Creates a record without values; required fields are empty.
    pub(crate) fn new(record: &'static Record) -> Self {
        let slots = record.fields.iter().map(|field| match field.shape {
            shape if shape.list => Slot::List(Vec::new()),
            shape if shape.optional => Slot::Absent,
            shape => match shape.of {
                Of::Text => Slot::Text(Cow::Borrowed("")),
                Of::Integer => Slot::Integer(0),
                Of::Boolean => Slot::Boolean(false),
                Of::Metadata => Slot::Pairs(Metadata::default()),
                Of::Percent => Slot::Percent(Percent::default()),
                Of::Record(inner) => Slot::Record(Dynamic::new(inner)),
                Of::Word(_) => Slot::Absent,
            },
        });
        Dynamic { record, slots: slots.collect(), raw: "" }
    }

    pub(crate) fn set(&mut self, index: usize, slot: Slot<'t>) {
        if let Some(place) = self.slots.get_mut(index) {
            *place = slot;
        }
    }

    pub(crate) fn take(&mut self, index: usize) -> Slot<'t> {
        self.slots.get_mut(index).map(std::mem::take).unwrap_or_default()
    }

    /// Returns the text of the field with that name, or an empty text if there is none.
    pub(crate) fn text(&self, name: &str) -> &str {
        match self.record.index(name).and_then(|index| self.slots.get(index)) {
            Some(Slot::Text(text)) => text,
            _ => "",
        }
    }
}

impl View for Dynamic<'_> {
    fn field(&self, index: usize) -> Value<'_> {
        self.slots.get(index).map_or(Value::Absent, Slot::value)
    }

    fn visit<'v>(&'v self, show: &mut dyn FnMut(usize, Value<'v>)) {
        for (index, slot) in self.slots.iter().enumerate() {
            match slot.value() {
                Value::Absent => {}
                value => show(index, value),
            }
        }
    }
}

impl AsValue for Slot<'_> {
    fn value(&self) -> Value<'_> {
        match self {
            Slot::Absent => Value::Absent,
            Slot::Text(text) => Value::Text(text),
            Slot::Integer(number) => Value::Integer(*number),
            Slot::Boolean(flag) => Value::Boolean(*flag),
            Slot::Pairs(pairs) => Value::Pairs(pairs),
            Slot::Percent(percent) => Value::Percent(*percent),
            Slot::Record(record) => Value::Record(record),
            Slot::List(items) => Value::List(items),
        }
    }
}

impl FromSlot for String {
    fn from_slot(slot: Slot<'_>) -> Self {
        match slot {
            Slot::Text(text) => text.into_owned(),
            _ => String::new(),
        }
    }
}

impl FromSlot for i64 {
    fn from_slot(slot: Slot<'_>) -> Self {
        match slot {
            Slot::Integer(number) => number,
            _ => 0,
        }
    }
}

impl FromSlot for bool {
    fn from_slot(slot: Slot<'_>) -> Self {
        matches!(slot, Slot::Boolean(true))
    }
}

impl FromSlot for Metadata {
    fn from_slot(slot: Slot<'_>) -> Self {
        match slot {
            Slot::Pairs(pairs) => pairs,
            _ => Metadata::default(),
        }
    }
}

impl FromSlot for Percent {
    fn from_slot(slot: Slot<'_>) -> Self {
        match slot {
            Slot::Percent(percent) => percent,
            _ => Percent::default(),
        }
    }
}

impl<T: FromSlot> FromSlot for Option<T> {
    fn from_slot(slot: Slot<'_>) -> Self {
        match slot {
            Slot::Absent => None,
            slot => Some(T::from_slot(slot)),
        }
    }
}

impl<T: FromSlot> FromSlot for Box<T> {
    fn from_slot(slot: Slot<'_>) -> Self {
        Box::new(T::from_slot(slot))
    }
}

impl<T: FromSlot> FromSlot for Vec<T> {
    fn from_slot(slot: Slot<'_>) -> Self {
        match slot {
            Slot::List(items) => items.into_iter().map(T::from_slot).collect(),
            _ => Vec::new(),
        }
    }
}

impl Dynamic<'_> {
    /// Returns the same record, independent of the input.
    pub(crate) fn into_owned(self) -> Dynamic<'static> {
        let slots = self.slots.into_iter().map(Slot::into_owned).collect();
        Dynamic { record: self.record, slots, raw: "" }
    }

    /// Copies a Rust record.
    pub(crate) fn copied(record: &'static Record, view: &dyn View) -> Dynamic<'static> {
        let slot = |(index, field): (usize, &super::Field)| Slot::copied(field.shape.of, view.field(index));
        Dynamic { record, slots: record.fields.iter().enumerate().map(slot).collect(), raw: "" }
    }
}

impl Slot<'_> {
    fn into_owned(self) -> Slot<'static> {
        match self {
            Slot::Absent => Slot::Absent,
            Slot::Text(text) => Slot::Text(Cow::Owned(text.into_owned())),
            Slot::Integer(number) => Slot::Integer(number),
            Slot::Boolean(flag) => Slot::Boolean(flag),
            Slot::Pairs(pairs) => Slot::Pairs(pairs),
            Slot::Percent(percent) => Slot::Percent(percent),
            Slot::Record(record) => Slot::Record(record.into_owned()),
            Slot::List(items) => Slot::List(items.into_iter().map(Slot::into_owned).collect()),
        }
    }

    fn copied(of: Of, value: Value<'_>) -> Slot<'static> {
        match (value, of) {
            (Value::Text(text), _) => Slot::Text(Cow::Owned(text.to_owned())),
            (Value::Integer(number), _) => Slot::Integer(number),
            (Value::Boolean(flag), _) => Slot::Boolean(flag),
            (Value::Pairs(pairs), _) => Slot::Pairs(pairs.clone()),
            (Value::Percent(percent), _) => Slot::Percent(percent),
            (Value::Record(view), Of::Record(record)) => Slot::Record(Dynamic::copied(record, view)),
            (Value::List(items), _) => {
                Slot::List((0..items.count()).map(|index| Slot::copied(of, items.item(index))).collect())
            }
            (Value::Absent | Value::Record(_), _) => Slot::Absent,
        }
    }
}
