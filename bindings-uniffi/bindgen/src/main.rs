//! UniFFI's generator at the version of this workspace.

fn main() {
    uniffi::uniffi_bindgen_main();
}
