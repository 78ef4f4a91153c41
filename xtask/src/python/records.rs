//! Writes the module that names all records for Python, so that type checkers see each of them.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::declared::operations::collect;
use crate::declared::records::{Privacy, records};
use xtask_process::root;

const HEAD: &str = r#""""The records, as the library defines them for every language: parameters, and Stripe's objects.

Parameters are plain records with keyword arguments; nothing is checked when one is filled. Making a call
of it is the one place where every rule is checked, all faults at once.
"""

# Written by `cargo xtask build python` from the core's own declarations.

"#;

/// The module's source.
pub(super) fn source() -> Result<String, String> {
    let mut names: BTreeSet<String> = records()?.into_keys().collect();
    names.extend(enums()?);
    let mut out = HEAD.to_owned();
    out.push_str("from counterfoil._native.counterfoil import (\n");
    for name in &names {
        let _ = writeln!(out, "    {name},");
    }
    out.push_str(")\n\n__all__ = [\n");
    for name in &names {
        let _ = writeln!(out, "    \"{name}\",");
    }
    Ok(out + "]\n")
}

const SHOWN_HEAD: &str = r#""""What texts that are made of records may show, as the core declares it."""

# Written by `cargo xtask build python` from the core's own declarations.

from __future__ import annotations

from typing import Final

__all__ = ["SECRET", "SHOWN"]

"#;

/// The module that says which fields of which record are shown, and which are secret.
pub(super) fn shown() -> Result<String, String> {
    let records = records()?;
    let table = |name: &str, doc: &str, rows: Vec<(&String, Vec<&str>)>| {
        let mut out = format!("{name}: Final[dict[str, tuple[str, ...]]] = {{\n");
        for (record, fields) in rows.into_iter().filter(|(_, fields)| !fields.is_empty()) {
            let fields: String = fields.iter().map(|field| format!("{field:?}, ")).collect();
            let _ = writeln!(out, "    {record:?}: ({}),", fields.trim_end());
        }
        out + "}\n\"\"\"" + doc + "\"\"\"\n"
    };
    let fields = |privacy: Privacy| -> Vec<(&String, Vec<&str>)> {
        let rows = records.iter().map(|(name, record)| {
            let raw = (record.is_object && privacy == Privacy::Secret).then_some("raw");
            (name, record.of(privacy).map(|field| &*field.name).chain(raw).collect())
        });
        rows.collect()
    };
    Ok(SHOWN_HEAD.to_owned()
        + &table("SHOWN", "The fields that are shown, by record.", fields(Privacy::Shown))
        + "\n"
        + &table(
            "SECRET",
            "The fields that are in no text and no pickle, by record.",
            fields(Privacy::Secret),
        ))
}

/// The closed sets of values that cross to other languages. What holds a record of any kind does too, but
/// is the library's own.
fn enums() -> Result<Vec<String>, String> {
    let mut sources = Vec::new();
    collect(&root().join("core/src"), &mut sources)?;
    let declared = sources.iter().flat_map(|source| source.split("derive(uniffi::Enum)").skip(1));
    let names = declared.filter_map(|rest| rest.split_once("pub enum ")?.1.split_whitespace().next());
    Ok(names.filter(|name| !name.starts_with("Any")).map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_and_closed_sets_are_named_and_nothing_else() {
        let source = source().unwrap();
        for name in ["CreateSession", "Session", "Mode", "MethodSetting", "LineItem"] {
            assert!(source.contains(&format!("    {name},\n")), "{name}");
            assert!(source.contains(&format!("    \"{name}\",\n")), "{name}");
        }
        for name in ["AnyOperation", "AnyObject", "$name"] {
            assert!(!source.contains(name), "{name}");
        }
    }
}
