//! The Kotlin artifact: the native library, what UniFFI generates from it, and Maven.

mod records;
mod resources;
mod visibility;

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use self::visibility::Records;
use crate::declared::operations::operations;
use crate::step::{Outcome, Report, Runner, modified, root, run};

/// Holds the sources against `.editorconfig`; its goal `format` brings them there.
const STYLE: &str = "com.github.gantsign.maven:ktlint-maven-plugin:3.7.1:check";

/// The steps of `mvn test` after those that the build has done: compiling what is generated takes long.
const TESTS: [&str; 3] =
    ["compiler:testCompile@default-testCompile", "kotlin:test-compile@test-compile", "surefire:test"];

/// Builds the artifact and the driver in one run of Maven. Neither is installed, so that checkouts on
/// one machine do not see each other's.
pub(crate) fn build() -> Outcome {
    generate()?;
    let sources = ["pom.xml", "src/main", "target/uniffi"].map(|path| newest(&package().join(path)));
    let driver = ["pom.xml", "reactor.xml", "src"].map(|path| newest(&driver_folder().join(path)));
    let built = modified(&driver_jar());
    if built.is_some() && built >= sources.into_iter().chain(driver).max().flatten() {
        return Ok(());
    }
    forget(&package().join("target/classes"))?;
    forget(&driver_folder().join("target/classes"))?;
    run(maven(&["package"]).args(["-Dmaven.test.skip=true", "--quiet", "--file"]).arg(reactor()))
}

/// The driver, once it is built.
pub(crate) fn driver() -> Command {
    let mut command = Command::new("java");
    // What cargo puts there would be loaded in the place of the library in the jar.
    command.env_remove("LD_LIBRARY_PATH");
    command
        // A short life: start quickly rather than run fast.
        .args(["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-jar"])
        .arg(driver_jar());
    command
}

/// The driver, with what it needs beside it.
pub(crate) fn driver_jar() -> PathBuf {
    driver_folder().join("target").join(jar("driver-kotlin"))
}

pub(crate) fn test(report: &mut Report) {
    report.check("Kotlin style", || run(maven(&[STYLE]).args(["--quiet", "--file"]).arg(reactor())));
    let ready = || build().and_then(|()| forget(&package().join("target/test-classes")));
    if report.check("the Kotlin artifact", ready) {
        report.counted(Runner::Maven, maven(&TESTS).current_dir(package()));
    }
}

fn package() -> PathBuf {
    root().join("bindings-uniffi/kotlin")
}

fn driver_folder() -> PathBuf {
    root().join("tests/drivers/kotlin")
}

/// The project of both.
fn reactor() -> PathBuf {
    driver_folder().join("reactor.xml")
}

fn jar(name: &str) -> String {
    format!("{name}-{}.jar", env!("CARGO_PKG_VERSION"))
}

/// Writes what Maven takes from elsewhere: generated sources, and the native library as a resource.
fn generate() -> Outcome {
    let cargo = |arguments: &[&str]| run(Command::new("cargo").args(arguments).current_dir(root()));
    cargo(&["build", "--quiet", "--package", "uniffi-bindgen"])?;
    cargo(&["build", "--quiet", "--package", "counterfoil-uniffi", "--release"])?;
    let library = root().join("target/release/libcounterfoil_uniffi.so");
    let raw = root().join("target/uniffi-kotlin");
    run(Command::new(root().join("target/debug/uniffi-bindgen"))
        .args(["generate", "--language", "kotlin", "--no-format", "--out-dir"])
        .args([&raw, &library])
        .current_dir(root()))?;
    let out = package().join("target/uniffi");
    let operations = operations()?;
    let source = |file: &str, records| -> Result<String, String> {
        Ok(visibility::narrow(&String::from_utf8_lossy(&read(&raw.join(file))?), records))
    };
    let core = records::without_rust_links(&source("counterfoil/counterfoil.kt", Records::Users)?);
    let native = source("counterfoil/internal/counterfoil_native.kt", Records::Library)?;
    for (file, source) in [
        ("counterfoil/Resources.kt", resources::write(&operations, &core)?),
        ("counterfoil/counterfoil.kt", records::finish(&core, &operations)),
        ("counterfoil/internal/counterfoil_native.kt", records::finish(&native, &[])),
    ] {
        write_if_changed(&out.join("kotlin").join(file), source.as_bytes())?;
    }
    // The generator reads what is written in the symbols; nobody needs them afterwards.
    let stripped = raw.join("libcounterfoil_uniffi.so");
    run(Command::new("strip").arg("-o").args([&stripped, &library]))?;
    write_if_changed(&out.join("resources/linux-x86-64/libcounterfoil_uniffi.so"), &read(&stripped)?)
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Keeps the time of a file that stays as it is, so that nothing is compiled again for it.
fn write_if_changed(path: &Path, bytes: &[u8]) -> Outcome {
    let error = |error: std::io::Error| format!("{}: {error}", path.display());
    if fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    fs::create_dir_all(path.parent().unwrap_or(path)).map_err(error)?;
    fs::write(path, bytes).map_err(error)
}

fn maven(goals: &[&str]) -> Command {
    let mut command = Command::new("mvn");
    command.env_remove("LD_LIBRARY_PATH");
    // The compiler's daemon would stay for hours.
    command.args(["-B", "-ntp", "-Dkotlin.compiler.daemon=false"]).args(goals);
    command
}

/// Removes compiled classes, since the compiler leaves those whose source is gone.
fn forget(classes: &Path) -> Outcome {
    match fs::remove_dir_all(classes) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(format!("{}: {error}", classes.display())),
        _ => Ok(()),
    }
}

/// The latest change to a path or below it; what is removed changes its folder.
fn newest(path: &Path) -> Option<SystemTime> {
    let below = fs::read_dir(path).into_iter().flatten().flatten().map(|entry| newest(&entry.path()));
    below.chain([modified(path)]).max().flatten()
}
