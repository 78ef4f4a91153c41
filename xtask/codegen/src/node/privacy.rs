//! What may be printed of the records that the package creates. A record that the caller creates is the
//! caller's own object.

use std::fmt::Write as _;

use super::HEAD;
use crate::{Api, Field, Privacy, Record};

const TABLE: &str = "
import type { Privacy } from \"../object.js\";

/** What may be printed of each record that has something to hide, by its name. */
export const PRIVACY: Readonly<Record<string, Privacy>> = {
";

pub(super) fn source(api: &Api) -> String {
    let mut out = format!("{HEAD}{TABLE}");
    for record in api.records.iter().filter(|record| hides(api, record)) {
        let names = |privacy| -> Vec<&str> {
            let fields = record.fields.iter().filter(|field| field.privacy == privacy);
            fields.map(|field| &*field.name).collect()
        };
        let _ = write!(out, "  {}: {{\n    shown: {:?},\n", record.name, names(None));
        if !names(Some(Privacy::Secret)).is_empty() {
            let _ = writeln!(out, "    secret: {:?},", names(Some(Privacy::Secret)));
        }
        let inner = record.fields.iter().filter_map(|field| Some((field, inner(api, field)?)));
        let inner: Vec<String> = inner
            .filter(|(_, inner)| hides(api, inner))
            .map(|(field, inner)| format!("{}: {:?}", field.name, inner.name))
            .collect();
        if !inner.is_empty() {
            let _ = writeln!(out, "    records: {{ {} }},", inner.join(", "));
        }
        out.push_str("  },\n");
    }
    out + "};\n"
}

/// Returns whether a record has raw JSON, a field that must not be printed, or a nested record with one of
/// them.
fn hides(api: &Api, record: &Record) -> bool {
    let hides =
        |field: &Field| field.privacy.is_some() || inner(api, field).is_some_and(|record| hides(api, record));
    record.is_object() || (!record.is_input() && record.fields.iter().any(hides))
}

fn inner<'a>(api: &'a Api, field: &Field) -> Option<&'a Record> {
    api.record(field.record()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::api;

    #[test]
    fn what_is_hidden_is_listed_with_what_holds_it() {
        let source = source(&api());
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
