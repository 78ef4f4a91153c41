//! From Rust to WebAssembly, and to glue code and bytes inside two JavaScript modules: one with everything,
//! and one for programs that only receive webhooks.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::package;
use counterfoil_conformance::base64;
use xtask_process::{Outcome, modified, root, run};

/// Features that the compiler uses by default, and that every runtime of recent years has.
const FEATURES: [&str; 5] = [
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Passes that make the module itself smaller, but its compressed form larger by an eighth.
const SKIPPED: [&str; 3] =
    ["--skip-pass=inlining-optimizing", "--skip-pass=reorder-functions", "--skip-pass=ssa-nomerge"];

/// What wasm-bindgen does before it creates the instance, for callers that only have bytes.
const COMPILES: &str = "
    if (!(module instanceof WebAssembly.Module)) {
        module = new WebAssembly.Module(module);
    }";

/// One of the two WebAssembly modules.
pub(crate) struct Module {
    name: &'static str,
    /// The arguments for cargo besides the package.
    features: &'static [&'static str],
    /// The folder of its JavaScript, in the package.
    out: &'static str,
    /// Its own file in the package, for runtimes that compile it themselves.
    pub(super) file: &'static str,
}

impl Module {
    pub(crate) const EVERYTHING: Module =
        Module { name: "everything", features: &[], out: "ts/native", file: "dist/wasm/counterfoil.wasm" };
    pub(crate) const WEBHOOKS: Module = Module {
        name: "webhooks",
        features: &["--no-default-features"],
        out: "ts/native/webhooks",
        file: "dist/wasm/webhooks.wasm",
    };

    /// Compiles it and returns its path. Cargo uses the same name for both, so each is copied when it has
    /// changed.
    pub(super) fn compile(&self) -> Result<PathBuf, String> {
        run(Command::new("cargo")
            .args(["build", "--quiet", "--package", "counterfoil-wasm"])
            .args(["--target", "wasm32-unknown-unknown", "--profile", "wasm"])
            .args(self.features)
            .current_dir(root()))?;
        let built = root().join("target/wasm32-unknown-unknown/wasm/counterfoil_wasm.wasm");
        let kept = self.folder().join("counterfoil_wasm.wasm");
        let error = |error: std::io::Error| format!("{}: {error}", kept.display());
        let bytes = fs::read(&built).map_err(error)?;
        if modified(&kept).is_none() || fs::read(&kept).map_err(error)? != bytes {
            fs::create_dir_all(self.folder()).and_then(|()| fs::write(&kept, bytes)).map_err(error)?;
        }
        Ok(kept)
    }

    /// Generates the glue code and the optimized bytes, unless they are newer than their inputs.
    pub(super) fn bind(&self, wasm: &Path) -> Outcome {
        let out = package().join(self.out);
        let made = [self.optimized(), out.join("bytes.js"), out.join("counterfoil_wasm.js")];
        if made.iter().all(|made| modified(made) >= modified(wasm)) {
            return Ok(());
        }
        let folder = self.folder().join("bound");
        run(Command::new("cargo")
            .args(["run", "--quiet", "--package", "counterfoil-wasm-bindgen", "--"])
            .args([wasm, &folder])
            .current_dir(root()))?;
        let optimized = self.optimized();
        run(Command::new("npm")
            .args(["exec", "--offline", "--", "wasm-opt", "-Oz"])
            .args(SKIPPED)
            .args(FEATURES)
            .arg("-o")
            .arg(&optimized)
            .arg(folder.join("counterfoil_wasm_bg.wasm"))
            .current_dir(package()))?;
        let io = |error: std::io::Error| format!("{}: {error}", out.display());
        let bytes = fs::read(&optimized).map_err(io)?;
        // Without this type, the declarations would repeat the whole text.
        let module = format!("/** @type {{string}} */\nexport const base64 =\n  \"{}\";\n", base64(&bytes));
        fs::create_dir_all(&out).map_err(io)?;
        fs::write(out.join("bytes.js"), module).map_err(io)?;
        let glue = fs::read_to_string(folder.join("counterfoil_wasm.js")).map_err(io)?;
        fs::write(out.join("counterfoil_wasm.js"), self.portable(&glue)?).map_err(io)?;
        println!("WebAssembly, {}: {} bytes", self.name, bytes.len());
        Ok(())
    }

    /// Adapts the glue code for runtimes with several realms and for those without `TextDecoder`. It always
    /// receives a compiled module, which in Next.js is not an instance of its own realm's
    /// `WebAssembly.Module`.
    fn portable(&self, glue: &str) -> Result<String, String> {
        let without_check = glue.replacen(COMPILES, "", 1);
        if without_check.len() + COMPILES.len() != glue.len() {
            return Err(
                "wasm-bindgen generates a different `initSync`: see COMPILES in xtask/src/node/module.rs"
                    .into(),
            );
        }
        let up = "../".repeat(self.out.split('/').count() - 1);
        Ok(format!("import {{ TextDecoder, TextEncoder }} from \"{up}text.js\";\n\n{without_check}"))
    }

    /// Returns the path of the bytes in the package, once they are generated.
    pub(crate) fn optimized(&self) -> PathBuf {
        self.folder().join("bound/optimized.wasm")
    }

    fn folder(&self) -> PathBuf {
        root().join("target/wasm-bindgen").join(self.name)
    }
}
