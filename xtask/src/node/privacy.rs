//! TypeScript for what may be seen of the objects that Stripe answers with.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::declared::records::{Field, Privacy, Record, records};

const HEAD: &str = r#"// Written by `cargo xtask build node` from the core's own declarations.

import type { Privacy } from "../object.js";

/** What may be seen of the records that have something to hide, by name. */
export const PRIVACY: Readonly<Record<string, Privacy>> = {
"#;

/// The module's source. Records that are filled by the caller are the caller's own objects.
pub(super) fn source() -> Result<String, String> {
    let records = records()?;
    let mut out = HEAD.to_owned();
    for (name, record) in records.iter().filter(|(_, record)| hides(record, &records)) {
        let names = |privacy| record.of(privacy).map(|field| &*field.name).collect::<Vec<_>>();
        let _ = write!(out, "  {name}: {{\n    shown: {:?},\n", names(Privacy::Shown));
        if !names(Privacy::Secret).is_empty() {
            let _ = writeln!(out, "    secret: {:?},", names(Privacy::Secret));
        }
        let mut inner = Vec::new();
        for field in &record.fields {
            if records.get(of(field)).is_some_and(|record| hides(record, &records)) {
                inner.push(format!("{}: {:?}", field.name, of(field)));
            }
        }
        if !inner.is_empty() {
            let _ = writeln!(out, "    records: {{ {} }},", inner.join(", "));
        }
        out.push_str("  },\n");
    }
    Ok(out + "};\n")
}

/// Whether a record of Stripe's has raw JSON or a field that is not printed, or holds a record that has one.
fn hides(record: &Record, records: &BTreeMap<String, Record>) -> bool {
    let hides = |field: &Field| {
        field.privacy != Privacy::Shown || records.get(of(field)).is_some_and(|inner| hides(inner, records))
    };
    record.is_object || (!record.is_filled && record.fields.iter().any(hides))
}

/// `Refund` of `Option<Vec<Refund>>`.
fn of(field: &Field) -> &str {
    field.kind.rsplit('<').next().unwrap_or_default().trim_end_matches('>')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hidden_is_told_with_what_holds_it() {
        let source = source().unwrap();
        for part in [
            "  AccountLink: {\n    shown: [\"expires_at\", \"created\"],\n  },\n",
            "    records: { webhook_endpoint: \"DestinationEndpoint\" },\n",
            "  DestinationEndpoint: {\n    shown: [],\n    secret: [\"signing_secret\"],\n  },\n",
            "    records: { missing: \"Missing\" },\n",
        ] {
            assert!(source.contains(part), "{part}\n{source}");
        }
        assert!(!source.contains("CreateCustomer") && !source.contains("  Ledger:"), "{source}");
    }
}
