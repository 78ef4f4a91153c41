//! Stripe's form encoding: `application/x-www-form-urlencoded` with bracketed keys.
//!
//! `line_items[0][price_data][currency]=eur`: every list carries its indices, `true` and `false` are
//! words, an empty string unsets a value at Stripe and is sent, and what is absent (`None`, `null`,
//! an empty list or object) is not sent at all, but refused as an item of a list, where it would be a hole. Values are UTF-8, percent-encoded but for the
//! unreserved characters of RFC 3986; the brackets in keys stay readable, as Stripe accepts both.
//! Floating point numbers are refused (`float_not_allowed`): money is integers, and a decimal that
//! Stripe takes is passed as a string.

use std::fmt::{self, Write as _};

use serde::ser::{self, Serialize};

use crate::error::Error;
use crate::json::Json;

/// Encodes a record or a map. The fields keep their order.
///
/// Errors: `float_not_allowed`, `not_encodable` (a scalar or a list at the top, an empty key at the top,
/// an item of a list with nothing to send, raw bytes, keys that are not strings, enum variants that carry values).
pub fn to_string<T: Serialize + ?Sized>(value: &T) -> Result<String, Error> {
    // Room for most requests, so that neither text is moved while it grows.
    let mut form = Form { out: String::with_capacity(768), key: String::with_capacity(64) };
    value
        .serialize(&mut form)
        .map_err(|Refused { path, code, message }| Error::fault(path, code, message))?;
    Ok(form.out)
}

/// Encodes a JSON object given as text, its keys in the order in which they stand.
///
/// Errors: those of [`to_string`], and `invalid_json`.
pub fn from_json(object: &str) -> Result<String, Error> {
    to_string(&Json::parse(object)?)
}

/// Appends `key=value`. The key is structure of our own, so only the value is escaped.
pub(crate) fn push_pair(out: &mut String, key: &str, value: &str) {
    if !out.is_empty() {
        out.push('&');
    }
    out.push_str(key);
    out.push('=');
    escape(out, value);
}

/// Percent-encodes all but RFC 3986's unreserved characters.
pub(crate) fn escape(out: &mut String, text: &str) {
    const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    let hex = |nibble: u8| HEX.get(usize::from(nibble)).copied().unwrap_or('0');
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
    let mut rest = text;
    while !rest.is_empty() {
        // Plain text, which most of it is, is copied in one piece.
        let length = rest.bytes().position(|byte| !plain(&byte)).unwrap_or(rest.len());
        let (run, odd) = rest.split_at_checked(length).unwrap_or((rest, ""));
        out.push_str(run);
        let end = odd.bytes().position(|byte| plain(&byte)).unwrap_or(odd.len());
        for byte in odd.bytes().take(end) {
            out.extend(['%', hex(byte >> 4), hex(byte & 15)]);
        }
        rest = odd.get(end..).unwrap_or_default();
    }
}

/// The encoder: what is written so far, and the (escaped) key of the value that comes next.
struct Form {
    out: String,
    key: String,
}

impl Form {
    /// A number or a word of ours: nothing in it needs to be escaped.
    fn plain(&mut self, value: impl fmt::Display) -> Result<(), Refused> {
        self.scalar("")?;
        // Writing to a string does not fail.
        let _ = write!(self.out, "{value}");
        Ok(())
    }

    fn scalar(&mut self, value: &str) -> Result<(), Refused> {
        if self.key.is_empty() {
            return Err(self.refuse("not_encodable", "only an object has form parameters"));
        }
        push_pair(&mut self.out, &self.key, value);
        Ok(())
    }

    /// Writes `value` under a further segment of the key, which is escaped already.
    fn nested<T: Serialize + ?Sized>(&mut self, segment: &str, value: &T) -> Result<(), Refused> {
        let length = self.key.len();
        if length == 0 && segment.is_empty() {
            // What stands below it would come out as parameters of the top.
            return Err(self.refuse("not_encodable", "expected a parameter's name, got an empty key"));
        }
        if length == 0 {
            self.key.push_str(segment);
        } else {
            self.key.push('[');
            self.key.push_str(segment);
            self.key.push(']');
        }
        value.serialize(&mut *self)?;
        self.key.truncate(length);
        Ok(())
    }

    fn refuse(&self, code: &'static str, message: &str) -> Refused {
        Refused { path: self.key.clone(), code, message: message.to_owned() }
    }
}

/// Why a value has no form encoding; serde's error type for [`Form`].
#[derive(Debug)]
struct Refused {
    path: String,
    code: &'static str,
    message: String,
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

macro_rules! scalars {
    ($($method:ident: $type:ty),*) => {
        $(fn $method(self, value: $type) -> Result<(), Refused> { self.plain(value) })*
    };
}

impl<'a> ser::Serializer for &'a mut Form {
    type Ok = ();
    type Error = Refused;
    type SerializeSeq = Items<'a>;
    type SerializeTuple = Items<'a>;
    type SerializeTupleStruct = Items<'a>;
    type SerializeTupleVariant = ser::Impossible<(), Refused>;
    type SerializeMap = Fields<'a>;
    type SerializeStruct = Fields<'a>;
    type SerializeStructVariant = ser::Impossible<(), Refused>;

    scalars! {
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32,
        serialize_i64: i64, serialize_i128: i128, serialize_u8: u8, serialize_u16: u16,
        serialize_u32: u32, serialize_u64: u64, serialize_u128: u128
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
        Err(self.refuse("float_not_allowed", "expected an integer, or a decimal in a string"))
    }
    fn serialize_bytes(self, _: &[u8]) -> Result<(), Refused> {
        Err(self.refuse("not_encodable", "raw bytes have no form encoding"))
    }
    fn serialize_none(self) -> Result<(), Refused> {
        Ok(())
    }
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
    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'a>, Refused> {
        if self.key.is_empty() {
            return Err(self.refuse("not_encodable", "only an object has form parameters"));
        }
        Ok(Items { form: self, index: 0 })
    }
    fn serialize_tuple(self, length: usize) -> Result<Items<'a>, Refused> {
        self.serialize_seq(Some(length))
    }
    fn serialize_tuple_struct(self, _: &'static str, length: usize) -> Result<Items<'a>, Refused> {
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
    fn serialize_map(self, _: Option<usize>) -> Result<Fields<'a>, Refused> {
        Ok(Fields { form: self, key: String::new() })
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Fields<'a>, Refused> {
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

struct Items<'a> {
    form: &'a mut Form,
    index: usize,
}

/// The indices of short lists, which are most.
const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

impl Items<'_> {
    fn push<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        let index = self.index;
        self.index += 1;
        let length = self.form.out.len();
        match DIGITS.get(index) {
            Some(digit) => self.form.nested(digit, value)?,
            None => self.form.nested(&index.to_string(), value)?,
        }
        if self.form.out.len() > length {
            return Ok(());
        }
        // Left out it would be a hole in the list, and what stands behind it another item.
        let mut refused = self.form.refuse("not_encodable", "expected an item of the list, or one item less");
        refused.path.push_str(&format!("[{index}]"));
        Err(refused)
    }
}

impl ser::SerializeSeq for Items<'_> {
    type Ok = ();
    type Error = Refused;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        self.push(value)
    }
    fn end(self) -> Result<(), Refused> {
        Ok(())
    }
}

impl ser::SerializeTuple for Items<'_> {
    type Ok = ();
    type Error = Refused;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        self.push(value)
    }
    fn end(self) -> Result<(), Refused> {
        Ok(())
    }
}

impl ser::SerializeTupleStruct for Items<'_> {
    type Ok = ();
    type Error = Refused;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        self.push(value)
    }
    fn end(self) -> Result<(), Refused> {
        Ok(())
    }
}

struct Fields<'a> {
    form: &'a mut Form,
    key: String,
}

impl ser::SerializeMap for Fields<'_> {
    type Ok = ();
    type Error = Refused;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Refused> {
        // A key goes through the same encoder, as the value of a form with one pair.
        let mut form = Form { out: String::new(), key: "k".into() };
        key.serialize(&mut form)?;
        // Nothing at all, and what has parts, come out otherwise.
        let text = form.out.strip_prefix("k=");
        self.key =
            text.ok_or_else(|| self.form.refuse("not_encodable", "expected text as a key"))?.to_owned();
        Ok(())
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        let key = std::mem::take(&mut self.key);
        self.form.nested(&key, value)
    }
    fn end(self) -> Result<(), Refused> {
        Ok(())
    }
}

impl ser::SerializeStruct for Fields<'_> {
    type Ok = ();
    type Error = Refused;
    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Refused> {
        self.form.nested(key, value)
    }
    fn end(self) -> Result<(), Refused> {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
