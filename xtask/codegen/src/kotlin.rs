//! Generates Kotlin: a class for each record, the resources with a method for each operation, and the tables
//! that the hand-written code uses to find them.
//!
//! A record keeps its values under Stripe's names, as they are passed to the native library, and its
//! properties read them. Users create one with a function with named arguments, which compiles to calls of
//! its builder: a new parameter changes no signature that compiled code calls.

mod names;
mod records;
mod resources;
mod words;

use crate::{Api, File, RecordKind};

/// The folder of the generated sources; they are not committed, since the artifact is only built from a
/// checkout.
pub const FOLDER: &str = "bindings-uniffi/kotlin/target/generated/kotlin";

/// Returns the generated sources of the Kotlin package.
pub fn sources(api: &Api) -> Result<Vec<File>, String> {
    let file = |name: &str, text: String| {
        File::new(format!("{FOLDER}/counterfoil/{name}.kt"), format!("package counterfoil\n\n{text}"))
    };
    let records = |kind: RecordKind| records::of_kind(api, kind);
    Ok(vec![
        file("Params", records(RecordKind::Params)),
        file("ParamRecords", records(RecordKind::Record)),
        file("Objects", records(RecordKind::Object)),
        file("Parts", records(RecordKind::Part)),
        file("Data", records(RecordKind::Data)),
        file("Resources", resources::all(api)),
        file("Tables", names::tables(api)),
    ])
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    pub(super) fn written(name: &str) -> String {
        let api = Api::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")).unwrap();
        let files = sources(&api).unwrap();
        files.into_iter().find(|file| file.path.ends_with(&format!("/{name}.kt"))).unwrap().text
    }

    #[test]
    fn every_record_has_a_class_and_every_operation_a_method() {
        let api = Api::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")).unwrap();
        let all: String = sources(&api).unwrap().into_iter().map(|file| file.text).collect();
        for record in api.records.iter().filter(|record| !records::BY_HAND.contains(&&*record.name)) {
            assert!(all.contains(&format!("\npublic class {} internal", record.name)), "{}", record.name);
        }
        for operation in &api.operations {
            let params = &operation.params;
            assert!(all.contains(&format!("(params: {params}")), "{}", operation.name);
            assert!(all.contains(&format!(">(\"{}\")", operation.name)), "{}", operation.name);
        }
    }
}
