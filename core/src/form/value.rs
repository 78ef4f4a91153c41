//! The encoder itself: turns serde's values into form parameters.

use std::fmt;

use serde::ser::{self, Serialize};

use super::decimal::Decimal;
use super::escape::escape;
use super::key::{join_segment, push_key};

pub(super) const NOT_AN_INTEGER: &str = "expected an integer of at most 64 bits, or a decimal in a string";

/// The output so far, and the (escaped) key that the next values belong to.
pub(super) struct Form {
    pub(super) out: String,
    pub(super) key: String,
}

impl Form {
    /// Writes `value` below the key. Most parameters are absent, and most others are plain text, so the
    /// segment is appended to the key only if the value has parts.
    #[inline]
    fn below<T: Serialize + ?Sized>(&mut self, segment: &str, value: &T) -> Result<(), Refused> {
        if self.key.is_empty() && segment.is_empty() {
            // Otherwise its members would become top-level parameters.
            return Err(self.refuse(None, "not_encodable", "expected a parameter's name, got an empty key"));
        }
        value.serialize(Value { form: self, segment })
    }

    /// Reports a fault at the current key, or at a segment below it.
    pub(super) fn refuse(&self, segment: Option<&str>, code: &'static str, message: &str) -> Refused {
        let mut path = self.key.clone();
        if let Some(segment) = segment {
            join_segment(&mut path, segment);
        }
        Refused { path, code, message: message.to_owned() }
    }
}

/// The position of one value: below the form's key, under a segment that is already escaped.
pub(super) struct Value<'f, 's> {
    form: &'f mut Form,
    segment: &'s str,
}

impl<'f, 's> Value<'f, 's> {
    /// The position of the whole form.
    pub(super) fn top(form: &'f mut Form) -> Self {
        Value { form, segment: "" }
    }

    fn is_top(&self) -> bool {
        self.form.key.is_empty() && self.segment.is_empty()
    }

    fn scalar(self, value: &str) -> Result<(), Refused> {
        if self.is_top() {
            return Err(self.refuse("not_encodable", "only an object has form parameters"));
        }
        let Form { out, key } = self.form;
        if !out.is_empty() {
            out.push('&');
        }
        push_key(out, key, self.segment);
        out.push('=');
        escape(out, value);
        Ok(())
    }

    fn not_an_integer(&self) -> Refused {
        self.refuse("float_not_allowed", NOT_AN_INTEGER)
    }

    fn refuse(&self, code: &'static str, message: &str) -> Refused {
        self.form.refuse(Some(self.segment), code, message)
    }
}

/// Why a value has no form encoding; serves as serde's error type.
#[derive(Debug)]
pub(crate) struct Refused {
    pub(crate) path: String,
    pub(crate) code: &'static str,
    pub(crate) message: String,
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

impl<'f, 's> ser::Serializer for Value<'f, 's> {
    type Ok = ();
    type Error = Refused;
    type SerializeSeq = Items<'f, 's>;
    type SerializeTuple = Items<'f, 's>;
    type SerializeTupleStruct = Items<'f, 's>;
    type SerializeTupleVariant = ser::Impossible<(), Refused>;
    type SerializeMap = Fields<'f, 's>;
    type SerializeStruct = Fields<'f, 's>;
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
    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'f, 's>, Refused> {
        if self.is_top() {
            return Err(self.refuse("not_encodable", "only an object has form parameters"));
        }
        Ok(Items::new(self))
    }
    fn serialize_tuple(self, length: usize) -> Result<Items<'f, 's>, Refused> {
        self.serialize_seq(Some(length))
    }
    fn serialize_tuple_struct(self, _: &'static str, length: usize) -> Result<Items<'f, 's>, Refused> {
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
    fn serialize_map(self, _: Option<usize>) -> Result<Fields<'f, 's>, Refused> {
        Ok(Fields::new(self))
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Fields<'f, 's>, Refused> {
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
pub(super) struct Items<'f, 's> {
    parts: Parts<'f, 's>,
    index: u32,
}

impl<'f, 's> Items<'f, 's> {
    fn new(value: Value<'f, 's>) -> Self {
        Items { parts: Parts::new(value), index: 0 }
    }

    fn push<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        let form = self.parts.form();
        let length = form.out.len();
        let mut decimal = Decimal::default();
        let index = decimal.write(i64::from(self.index));
        self.index += 1;
        form.below(index, value)?;
        if form.out.len() > length {
            return Ok(());
        }
        // Leaving it out would leave a gap in the list and shift the items after it.
        Err(form.refuse(Some(index), "not_encodable", "expected a value: a list cannot have an empty item"))
    }
}

impl ser::SerializeSeq for Items<'_, '_> {
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

impl ser::SerializeTuple for Items<'_, '_> {
    type Ok = ();
    type Error = Refused;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        self.push(value)
    }
    fn end(self) -> Result<(), Refused> {
        ser::SerializeSeq::end(self)
    }
}

impl ser::SerializeTupleStruct for Items<'_, '_> {
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
pub(super) struct Fields<'f, 's> {
    parts: Parts<'f, 's>,
    key: String,
}

impl<'f, 's> Fields<'f, 's> {
    fn new(value: Value<'f, 's>) -> Self {
        Fields { parts: Parts::new(value), key: String::new() }
    }
}

impl ser::SerializeMap for Fields<'_, '_> {
    type Ok = ();
    type Error = Refused;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Refused> {
        // A key goes through the same encoder, as the value of a form with one parameter.
        let mut form = Form { out: std::mem::take(&mut self.key), key: String::new() };
        form.out.clear();
        form.below("k", key)?;
        // An empty value and one with parts produce other output.
        if !form.out.starts_with("k=") {
            return Err(self.parts.form().refuse(None, "not_encodable", "expected text as a key"));
        }
        self.key = form.out;
        Ok(())
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        let name = self.key.get(2..).unwrap_or_default();
        self.parts.form().below(name, value)
    }
    fn end(self) -> Result<(), Refused> {
        self.parts.close();
        Ok(())
    }
}

impl ser::SerializeStruct for Fields<'_, '_> {
    type Ok = ();
    type Error = Refused;
    #[inline]
    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Refused> {
        self.parts.form().below(key, value)
    }
    fn end(self) -> Result<(), Refused> {
        self.parts.close();
        Ok(())
    }
}

/// The parts of a value, if it has any.
struct Parts<'f, 's> {
    value: Value<'f, 's>,
    /// The length of the form's key before the value's segment was appended.
    outer: Option<usize>,
}

impl<'f, 's> Parts<'f, 's> {
    fn new(value: Value<'f, 's>) -> Self {
        Parts { value, outer: None }
    }

    /// Returns the form, with the value's key as its key.
    #[inline]
    fn form(&mut self) -> &mut Form {
        let form = &mut *self.value.form;
        if self.outer.is_none() {
            self.outer = Some(form.key.len());
            join_segment(&mut form.key, self.value.segment);
        }
        form
    }

    fn close(self) {
        if let Some(length) = self.outer {
            self.value.form.key.truncate(length);
        }
    }
}
