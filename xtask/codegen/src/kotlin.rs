//! Kotlin from the API's shape.

use crate::{Api, File};

/// The sources of the Kotlin package that follow the API's shape.
pub fn sources(_api: &Api) -> Result<Vec<File>, String> {
    Ok(Vec::new())
}
