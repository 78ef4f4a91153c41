//! The object in the events of each type, as a type, and the operation that reads it.

use super::HEAD;
use crate::{Api, EventType};

pub(super) fn source(api: &Api) -> String {
    let read: Vec<(&EventType, &str, &str)> = api
        .event_types
        .iter()
        .filter_map(|event| {
            let name = event.operation.as_deref()?;
            let operation = api.operations.iter().find(|operation| operation.name == name)?;
            Some((event, name, &*operation.answer))
        })
        .collect();
    let mut records: Vec<&str> = read.iter().map(|(_, _, record)| *record).collect();
    records.sort_unstable();
    records.dedup();
    let types: Vec<String> =
        read.iter().map(|(event, _, record)| format!("  {:?}: {record};\n", event.name)).collect();
    let operations: Vec<String> =
        read.iter().map(|(event, name, _)| format!("  {:?}: {name:?},\n", event.name)).collect();
    format!(
        "{HEAD}\nimport type {{ {} }} from \"./records.js\";\n\n\
         /** The object in a snapshot event of each type. */\nexport interface EventObjects {{\n{}}}\n\n\
         /** @internal */\nexport const READ_BY: {{ readonly [type in keyof EventObjects]: string }} = {{\n{}}};\n",
        records.join(", "),
        types.concat(),
        operations.concat()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::api;

    #[test]
    fn an_event_carries_what_its_operation_reads() {
        let source = source(&api());
        for part in [
            "import type { Account, ",
            "  \"checkout.session.completed\": Session;\n",
            "  \"charge.dispute.created\": Dispute;\n",
            "  \"charge.refund.updated\": \"refunds.retrieve\",\n",
        ] {
            assert!(source.contains(part), "{part}\n{source}");
        }
        assert!(!source.contains("account.application.deauthorized"), "{source}");
    }
}
