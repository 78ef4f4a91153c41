//! Reads Stripe's objects by their description. A value of another type than expected counts as absent, so
//! that a change on Stripe's side never loses the rest of the object.

use std::borrow::Cow;

use crate::json::{Invalid, Reader};
use crate::params::Metadata;

use super::{Dynamic, Of, Record, Shape, Slot};

/// Reads a whole text as one object of that kind, with an id.
pub(crate) fn object<'t>(record: &'static Record, text: &'t str) -> Option<Dynamic<'t>> {
    let mut reader = Reader::new(text);
    let read = one(record, &mut reader).ok()??;
    reader.end().ok()?;
    Some(read)
}

/// Reads a value as a record, or skips it and returns `None` if it is something else.
pub(crate) fn one<'t>(
    record: &'static Record,
    reader: &mut Reader<'t>,
) -> Result<Option<Dynamic<'t>>, Invalid> {
    let mut dynamic = Dynamic::new(record);
    let mut is_kind = record.object.is_empty();
    let mut kept: Vec<(&'static str, &'t str)> = Vec::new();
    // Most of Stripe's fields are not declared, and the next declared one often follows the last one.
    let mut next = 0;
    let start = reader.here();
    let found = reader.object(|reader, key| {
        // The last member of a name counts, as everywhere.
        if !record.object.is_empty() && key == "object" {
            is_kind = reader.string()?.as_deref() == Some(record.object);
            return Ok(());
        }
        if !record.may_have(key) {
            return reader.skip().map(drop);
        }
        let index = position(record, key, next);
        if let Some(segment) = record.first_segment(key) {
            let token = reader.skip()?;
            kept.push((segment, token));
            if let Some((index, shape)) = index {
                dynamic.set(index, value(shape, &mut Reader::new(token))?);
            }
        } else if let Some((index, shape)) = index {
            next = index + 1;
            dynamic.set(index, value(shape, reader)?);
        } else {
            reader.skip()?;
        }
        Ok(())
    })?;
    if !found {
        return Ok(None);
    }
    if record.is_object() {
        dynamic.raw = reader.since(start);
    }
    for (index, field) in record.fields.iter().enumerate() {
        if let Some(slot) = field.from.iter().find_map(|path| below(path, &kept, field.shape)) {
            dynamic.set(index, slot);
        }
    }
    if let Some(then) = record.then {
        then(&mut dynamic);
    }
    let has_id = record.id.is_empty() || !dynamic.text(record.id).is_empty();
    Ok((is_kind && has_id).then_some(dynamic))
}

/// Returns the value at a path of an object's JSON, as a field of that shape.
pub(crate) fn at<'t>(raw: &'t str, path: &[&str], shape: Shape) -> Option<Slot<'t>> {
    fn walk<'t>(reader: &mut Reader<'t>, path: &[&str], shape: Shape) -> Result<Option<Slot<'t>>, Invalid> {
        let Some((wanted, deeper)) = path.split_first() else {
            return value(shape, reader).map(|slot| Some(slot).filter(is_there));
        };
        let mut found = None;
        reader.object(|reader, key| {
            if key == *wanted {
                found = walk(reader, deeper, shape)?;
            } else {
                reader.skip()?;
            }
            Ok(())
        })?;
        Ok(found)
    }
    walk(&mut Reader::new(raw), path, shape).ok().flatten()
}

fn is_there(slot: &Slot<'_>) -> bool {
    !matches!(slot, Slot::Absent)
}

/// Returns the value at a dotted path whose first member was kept.
fn below<'t>(path: &str, kept: &[(&'static str, &'t str)], shape: Shape) -> Option<Slot<'t>> {
    let mut segments = path.split('.');
    let first = segments.next()?;
    let (_, token) = kept.iter().rev().find(|(key, _)| *key == first)?;
    let deeper: Vec<&str> = segments.collect();
    at(token, &deeper, shape)
}

/// Returns the index of the field with that name, searching from `next` on.
fn position(record: &'static Record, key: &str, next: usize) -> Option<(usize, Shape)> {
    let (before, after) = record.fields.split_at_checked(next).unwrap_or((record.fields, &[]));
    let named = |(index, field): (usize, &super::Field)| {
        (field.name == key && field.from.is_empty()).then_some((index, field.shape))
    };
    let after = after.iter().enumerate().find_map(|(index, field)| named((index + before.len(), field)));
    after.or_else(|| before.iter().enumerate().find_map(named))
}

/// Reads a value as a field of that shape.
fn value<'t>(shape: Shape, reader: &mut Reader<'t>) -> Result<Slot<'t>, Invalid> {
    if shape.list {
        return list(shape.of, reader).map(Slot::List);
    }
    let read = single(shape.of, shape.optional, reader)?;
    Ok(match (read, shape.of) {
        (Some(slot), _) => slot,
        (None, _) if shape.optional => Slot::Absent,
        (None, Of::Boolean) => Slot::Boolean(false),
        (None, Of::Integer) => Slot::Integer(0),
        (None, Of::Metadata) => Slot::Pairs(Metadata::default()),
        (None, _) => Slot::Text(Cow::Borrowed("")),
    })
}

/// Reads the valid items of a list; for a list object, those of its page.
fn list<'t>(of: Of, reader: &mut Reader<'t>) -> Result<Vec<Slot<'t>>, Invalid> {
    let mut items = Vec::new();
    if reader.is_object() {
        reader.object(|reader, key| {
            match key {
                "data" => items = list(of, reader)?,
                _ => {
                    reader.skip()?;
                }
            }
            Ok(())
        })?;
    } else {
        reader.array(|reader| {
            items.extend(single(of, true, reader)?);
            Ok(())
        })?;
    }
    Ok(items)
}

fn single<'t>(of: Of, or_object: bool, reader: &mut Reader<'t>) -> Result<Option<Slot<'t>>, Invalid> {
    Ok(match of {
        Of::Text | Of::Word(_) | Of::Percent => {
            let text = if or_object { id_or_text(reader)? } else { reader.string()? };
            text.map(Slot::Text)
        }
        Of::Integer => reader.integer()?.map(Slot::Integer),
        Of::Boolean => reader.boolean()?.map(Slot::Boolean),
        Of::Record(record) => one(record, reader)?.map(Slot::Record),
        Of::Metadata => {
            let mut pairs = Metadata::default();
            reader.object(|reader, key| {
                if let Some(text) = reader.string()? {
                    pairs.insert(key, text);
                }
                Ok(())
            })?;
            Some(Slot::Pairs(pairs))
        }
    })
}

/// Reads an id, or the id of the object that it was expanded to.
pub(crate) fn id_or_text<'t>(reader: &mut Reader<'t>) -> Result<Option<Cow<'t, str>>, Invalid> {
    if !reader.is_object() {
        return reader.string();
    }
    let mut id = None;
    reader.object(|reader, key| {
        match key {
            "id" => id = reader.string()?,
            _ => {
                reader.skip()?;
            }
        }
        Ok(())
    })?;
    Ok(id)
}
