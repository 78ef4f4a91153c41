//! The tables by which the façade finds a record that the native library names.

use std::fmt::Write;

use crate::{Api, RecordKind};

/// The object of a name that the library says.
pub(super) fn tables(api: &Api) -> String {
    let mut out = String::new();
    out.push_str("/** The object that the library calls so. */\ninternal fun objectOf(record: String, values: Values, raw: Raw, replayed: Boolean = false): StripeObject = when (record) {\n");
    for record in api.records.iter().filter(|record| record.kind == RecordKind::Object) {
        let _ = writeln!(out, "    \"{0}\" -> {0}(values, raw, replayed)", record.name);
    }
    out + "    else -> error(\"no object is called $record\")\n}\n"
}
