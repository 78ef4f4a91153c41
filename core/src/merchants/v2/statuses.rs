//! The statuses of capabilities in an account of v2.

use std::borrow::Cow;

use crate::json::{Invalid, Reader};
use crate::params::Metadata;
use crate::schema::{At, Dynamic, Slot};

use super::V2StatusDetail;

/// What was read so far.
#[derive(Default)]
pub(super) struct Statuses<'t> {
    pub(super) statuses: Metadata,
    pub(super) details: Vec<Slot<'t>>,
}

/// Reads the capabilities at a path of an account's JSON.
pub(super) fn read<'t>(raw: &'t str, path: &[&str]) -> Statuses<'t> {
    let mut read = Statuses::default();
    // The whole text was parsed before, so no error is possible here.
    let _ = walk(&mut Reader::new(raw), path, &mut read);
    read
}

fn walk<'t>(reader: &mut Reader<'t>, path: &[&str], read: &mut Statuses<'t>) -> Result<(), Invalid> {
    let Some((wanted, deeper)) = path.split_first() else {
        return group(reader, "", read);
    };
    reader.object(|reader, key| {
        if key == *wanted {
            // The last member of a name counts, as everywhere.
            *read = Statuses::default();
            walk(reader, deeper, read)
        } else {
            reader.skip().map(drop)
        }
    })?;
    Ok(())
}

/// Reads capabilities by name, and groups of them: `stripe_balance` contains `payouts`.
fn group<'t>(reader: &mut Reader<'t>, before: &str, read: &mut Statuses<'t>) -> Result<(), Invalid> {
    reader.object(|reader, key| {
        let name = if before.is_empty() { key.to_owned() } else { [before, ".", key].concat() };
        if !reader.is_object() {
            return reader.skip().map(drop);
        }
        let token = reader.skip()?;
        match capability(&mut Reader::new(token), &name)? {
            Some((status, details)) => {
                read.statuses.insert(&*name, &*status);
                read.details.extend(details);
                Ok(())
            }
            // There are only two levels.
            None if before.is_empty() => group(&mut Reader::new(token), &name, read),
            None => Ok(()),
        }
    })?;
    Ok(())
}

type Capability<'t> = (Cow<'t, str>, Vec<Slot<'t>>);

fn capability<'t>(reader: &mut Reader<'t>, name: &str) -> Result<Option<Capability<'t>>, Invalid> {
    let (mut status, mut details) = (None, Vec::new());
    reader.object(|reader, key| {
        match key {
            "status" => status = reader.string()?,
            "status_details" => {
                details.clear();
                reader.array(|reader| {
                    details.push(detail(reader, name)?);
                    Ok(())
                })?;
            }
            _ => {
                reader.skip()?;
            }
        }
        Ok(())
    })?;
    Ok(status.map(|status| (status, details)))
}

fn detail<'t>(reader: &mut Reader<'t>, name: &str) -> Result<Slot<'t>, Invalid> {
    type F = At<V2StatusDetail>;
    let mut detail = Dynamic::new(V2StatusDetail::RECORD);
    detail.set(F::capability, Slot::Text(Cow::Owned(name.to_owned())));
    reader.object(|reader, key| {
        let field = match key {
            "code" => F::code,
            "resolution" => F::resolution,
            _ => return reader.skip().map(drop),
        };
        if let Some(text) = reader.string()? {
            detail.set(field, Slot::Text(text));
        }
        Ok(())
    })?;
    Ok(Slot::Record(detail))
}
