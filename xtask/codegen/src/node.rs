//! Generates TypeScript: interfaces of the records, a class for each resource, and what may be printed of an
//! object.

mod events;
mod outcomes;
mod privacy;
mod records;
mod resources;

use crate::{Api, File};

const HEAD: &str = "// Generated from core/api.json by `cargo xtask build node`.\n";

/// Returns the generated sources of the npm package.
pub fn sources(api: &Api) -> Vec<File> {
    [
        ("records.ts", records::source(api)),
        ("outcomes.ts", outcomes::source(api)),
        ("event-objects.ts", events::source(api)),
        ("resources.ts", resources::source(api)),
        ("privacy.ts", privacy::source(api)),
        ("version.ts", version(api)),
    ]
    .map(|(name, text)| File::new(format!("bindings-wasm/ts/generated/{name}"), text))
    .into()
}

fn version(api: &Api) -> String {
    let docs = "/** The version of Stripe's API that is requested unless a platform names another. */";
    format!("{HEAD}\n{docs}\nexport const API_VERSION: string = {:?};\n", api.api_version)
}
