//! The encoder itself: serde's values as pairs of a form.

use std::fmt;

use serde::ser::{self, Serialize};

use super::decimal::Decimal;
use super::escape::escape;
use super::key::{Key, Names, Watch, is_index};

/// What is written so far, and the (escaped) key of what the next values stand in.
pub(super) struct Form<'w> {
    pub(super) out: String,
    pub(super) key: String,
    pub(super) watch: Option<&'w mut dyn Watch>,
}

impl Form<'_> {
    /// Writes `value` below the key. Most parameters are absent and most others are single texts, so
    /// the segment joins the key only where something has parts.
    #[inline]
    fn below<T: Serialize + ?Sized>(
        &mut self,
        segment: &str,
        names: Names,
        value: &T,
    ) -> Result<(), Refused> {
        if self.key.is_empty() && segment.is_empty() {
            // What stands below it would come out as parameters of the top.
            return Err(self.refuse(None, "not_encodable", "expected a parameter's name, got an empty key"));
        }
        value.serialize(Value { form: self, segment, names })
    }

    /// Finds fault with what the key says, or with a segment below it.
    fn refuse(&self, segment: Option<&str>, code: &'static str, message: &str) -> Refused {
        let mut path = self.key.clone();
        if let Some(segment) = segment {
            join(&mut path, segment);
        }
        Refused { path, code, message: message.to_owned() }
    }
}

/// Puts a segment behind a key.
fn join(key: &mut String, segment: &str) {
    push_segment(key, key.is_empty(), segment);
}

/// Only what is not the first segment of its key stands in brackets.
#[inline]
fn push_segment(out: &mut String, is_first: bool, segment: &str) {
    if is_first {
        out.push_str(segment);
    } else {
        out.push('[');
        out.push_str(segment);
        out.push(']');
    }
}

/// A place for one value: below the form's key, under a segment that is escaped already.
pub(super) struct Value<'f, 'w, 's> {
    form: &'f mut Form<'w>,
    segment: &'s str,
    /// All names down to the value.
    names: Names,
}

impl<'f, 'w, 's> Value<'f, 'w, 's> {
    /// The place of the whole form.
    pub(super) fn top(form: &'f mut Form<'w>) -> Self {
        Value { form, segment: "", names: Names::NONE }
    }

    fn is_top(&self) -> bool {
        self.form.key.is_empty() && self.segment.is_empty()
    }

    fn scalar(self, value: &str) -> Result<(), Refused> {
        if self.is_top() {
            return Err(self.refuse("not_encodable", "only an object has form parameters"));
        }
        let Form { out, key, watch } = self.form;
        if !out.is_empty() {
            out.push('&');
        }
        let start = out.len();
        out.push_str(key);
        push_segment(out, key.is_empty(), self.segment);
        let end = out.len();
        out.push('=');
        escape(out, value);
        if let (Some(watch), Some(text)) = (watch, out.get(start..end)) {
            watch.pair(&Key { text, names: self.names }, value);
        }
        Ok(())
    }

    fn not_an_integer(&self) -> Refused {
        self.refuse("float_not_allowed", "expected an integer of at most 64 bits, or a decimal in a string")
    }

    fn refuse(&self, code: &'static str, message: &str) -> Refused {
        self.form.refuse(Some(self.segment), code, message)
    }
}

/// Why a value has no form encoding; serde's error type here.
#[derive(Debug)]
pub(super) struct Refused {
    pub(super) path: String,
    pub(super) code: &'static str,
    pub(super) message: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Refused {}

impl ser::Error for Refused {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Refused { path: String::new(), code: "not_encodable", message: message.to_string() }
    }
}

macro_rules! integers {
    ($($method:ident: $type:ty),*) => {
        $(fn $method(self, value: $type) -> Result<(), Refused> {
            match i64::try_from(value) {
                Ok(value) => self.scalar(Decimal::default().write(value)),
                Err(_) => Err(self.not_an_integer()),
            }
        })*
    };
}

impl<'f, 'w, 's> ser::Serializer for Value<'f, 'w, 's> {
    type Ok = ();
    type Error = Refused;
    type SerializeSeq = Items<'f, 'w, 's>;
    type SerializeTuple = Items<'f, 'w, 's>;
    type SerializeTupleStruct = Items<'f, 'w, 's>;
    type SerializeTupleVariant = ser::Impossible<(), Refused>;
    type SerializeMap = Fields<'f, 'w, 's>;
    type SerializeStruct = Fields<'f, 'w, 's>;
    type SerializeStructVariant = ser::Impossible<(), Refused>;

    integers! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_i128: i128,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_u128: u128
    }

    fn serialize_bool(self, value: bool) -> Result<(), Refused> {
        self.scalar(if value { "true" } else { "false" })
    }
    fn serialize_char(self, value: char) -> Result<(), Refused> {
        self.scalar(value.encode_utf8(&mut [0; 4]))
    }
    fn serialize_str(self, value: &str) -> Result<(), Refused> {
        self.scalar(value)
    }
    fn serialize_f32(self, value: f32) -> Result<(), Refused> {
        self.serialize_f64(f64::from(value))
    }
    fn serialize_f64(self, _: f64) -> Result<(), Refused> {
        Err(self.not_an_integer())
    }
    fn serialize_bytes(self, _: &[u8]) -> Result<(), Refused> {
        Err(self.refuse("not_encodable", "raw bytes have no form encoding"))
    }
    #[inline]
    fn serialize_none(self) -> Result<(), Refused> {
        Ok(())
    }
    #[inline]
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Refused> {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Result<(), Refused> {
        Ok(())
    }
    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Refused> {
        Ok(())
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Refused> {
        self.scalar(variant)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Refused> {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Refused> {
        Err(self.refuse("not_encodable", "an enum variant with a value has no form encoding"))
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'f, 'w, 's>, Refused> {
        if self.is_top() {
            return Err(self.refuse("not_encodable", "only an object has form parameters"));
        }
        Ok(Items::new(self))
    }
    fn serialize_tuple(self, length: usize) -> Result<Items<'f, 'w, 's>, Refused> {
        self.serialize_seq(Some(length))
    }
    fn serialize_tuple_struct(self, _: &'static str, length: usize) -> Result<Items<'f, 'w, 's>, Refused> {
        self.serialize_seq(Some(length))
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Refused> {
        Err(self.refuse("not_encodable", "an enum variant with values has no form encoding"))
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Fields<'f, 'w, 's>, Refused> {
        Ok(Fields::new(self))
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Fields<'f, 'w, 's>, Refused> {
        self.serialize_map(None)
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Refused> {
        Err(self.refuse("not_encodable", "an enum variant with values has no form encoding"))
    }
}

/// The items of a list.
pub(super) struct Items<'f, 'w, 's> {
    parts: Parts<'f, 'w, 's>,
    index: u32,
}

impl<'f, 'w, 's> Items<'f, 'w, 's> {
    fn new(value: Value<'f, 'w, 's>) -> Self {
        Items { parts: Parts::new(value), index: 0 }
    }

    fn push<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        let names = self.parts.value.names;
        let form = self.parts.form();
        let length = form.out.len();
        let mut decimal = Decimal::default();
        let index = decimal.write(i64::from(self.index));
        self.index += 1;
        form.below(index, names, value)?;
        if form.out.len() > length {
            return Ok(());
        }
        // Left out it would be a hole in the list, and what stands behind it another item.
        Err(form.refuse(Some(index), "not_encodable", "expected an item of the list, or one item less"))
    }
}

impl ser::SerializeSeq for Items<'_, '_, '_> {
    type Ok = ();
    type Error = Refused;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        self.push(value)
    }
    fn end(self) -> Result<(), Refused> {
        self.parts.close();
        Ok(())
    }
}

impl ser::SerializeTuple for Items<'_, '_, '_> {
    type Ok = ();
    type Error = Refused;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        self.push(value)
    }
    fn end(self) -> Result<(), Refused> {
        ser::SerializeSeq::end(self)
    }
}

impl ser::SerializeTupleStruct for Items<'_, '_, '_> {
    type Ok = ();
    type Error = Refused;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        self.push(value)
    }
    fn end(self) -> Result<(), Refused> {
        ser::SerializeSeq::end(self)
    }
}

/// The fields of an object, or the entries of a map.
pub(super) struct Fields<'f, 'w, 's> {
    parts: Parts<'f, 'w, 's>,
    key: String,
}

impl<'f, 'w, 's> Fields<'f, 'w, 's> {
    fn new(value: Value<'f, 'w, 's>) -> Self {
        Fields { parts: Parts::new(value), key: String::new() }
    }
}

impl ser::SerializeMap for Fields<'_, '_, '_> {
    type Ok = ();
    type Error = Refused;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Refused> {
        // A key goes through the same encoder, as the value of a form with one pair.
        let mut form = Form { out: std::mem::take(&mut self.key), key: String::new(), watch: None };
        form.out.clear();
        form.below("k", Names::NONE, key)?;
        // Nothing at all, and what has parts, come out otherwise.
        if !form.out.starts_with("k=") {
            return Err(self.parts.form().refuse(None, "not_encodable", "expected text as a key"));
        }
        self.key = form.out;
        Ok(())
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        let name = self.key.get(2..).unwrap_or_default();
        let names = self.parts.value.names;
        let names = if is_index(name.as_bytes()) { names } else { names.and(name.as_bytes()) };
        self.parts.form().below(name, names, value)
    }
    fn end(self) -> Result<(), Refused> {
        self.parts.close();
        Ok(())
    }
}

impl ser::SerializeStruct for Fields<'_, '_, '_> {
    type Ok = ();
    type Error = Refused;
    #[inline]
    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Refused> {
        let names = self.parts.value.names.and(key.as_bytes());
        self.parts.form().below(key, names, value)
    }
    fn end(self) -> Result<(), Refused> {
        self.parts.close();
        Ok(())
    }
}

/// The parts of a value, of which there may be none.
struct Parts<'f, 'w, 's> {
    value: Value<'f, 'w, 's>,
    /// How long the form's key was before the value's segment joined it.
    outer: Option<usize>,
}

impl<'f, 'w, 's> Parts<'f, 'w, 's> {
    fn new(value: Value<'f, 'w, 's>) -> Self {
        Parts { value, outer: None }
    }

    /// The form, its key that of the value.
    #[inline]
    fn form(&mut self) -> &mut Form<'w> {
        let form = &mut *self.value.form;
        if self.outer.is_none() {
            self.outer = Some(form.key.len());
            join(&mut form.key, self.value.segment);
        }
        form
    }

    fn close(self) {
        if let Some(length) = self.outer {
            self.value.form.key.truncate(length);
        }
    }
}
