//! Runs wasm-bindgen, at the version that the WebAssembly was built with, to generate glue code and a smaller
//! module.
//!
//! A separate program, so that `cargo xtask` starts without compiling what only this needs.

use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [wasm, folder] = &arguments[..] else {
        eprintln!("usage: counterfoil-wasm-bindgen MODULE.wasm FOLDER");
        return ExitCode::from(2);
    };
    let generated = Bindgen::new().input_path(wasm).web(true).and_then(|bindgen| {
        bindgen
            .typescript(false)
            .omit_default_module_path(true)
            // An instance that has trapped is replaced: see `bindings-wasm/ts/module.ts`.
            .reset_state_function(true)
            .remove_name_section(true)
            .remove_producers_section(true)
            .generate(folder)
    });
    match generated {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("wasm-bindgen: {error}");
            ExitCode::FAILURE
        }
    }
}
