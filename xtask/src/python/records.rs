//! Writes the module that names all records for Python, so that type checkers see each of them.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::declared::operations::collect;
use crate::declared::records::records;
use crate::step::root;

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
