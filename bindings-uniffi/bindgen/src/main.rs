//! The generator of the Python and Kotlin modules, at the version of the runtime they call.

fn main() {
    uniffi::uniffi_bindgen_main();
}
