//! The Kotlin artifact: the native library, what UniFFI generates from it, and Maven.

mod visibility;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use crate::step::{Outcome, Report, Runner, root, run};

/// The records that users fill and read; all else that is generated is the library's own.
const PUBLIC: [&str; 9] = [
    "CreateSession",
    "Fee",
    "LineItem",
    "Metadata",
    "Mode",
    "PaymentIntentData",
    "PriceData",
    "ProductData",
    "Session",
];

/// Builds and installs the artifact, and the driver beside it.
pub(crate) fn build() -> Outcome {
    generate()?;
    maven_unless_fresh(&package(), &[])?;
    let artifact = package().join("target").join(jar("counterfoil"));
    maven_unless_fresh(&driver_folder(), &[artifact])
}

/// The driver, once it is built.
pub(crate) fn driver() -> Command {
    let target = driver_folder().join("target");
    let mut command = Command::new("java");
    command
        // A short life: start quickly rather than run fast.
        .args(["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-cp"])
        .arg(format!("{}:{}", target.join(jar("driver-kotlin")).display(), target.join("lib/*").display()))
        .arg("DriverKt");
    command
}

pub(crate) fn test(report: &mut Report) {
    if report.check("sources of the Kotlin artifact", generate) {
        report.counted(Runner::Maven, maven("test").current_dir(package()));
    }
}

fn package() -> PathBuf {
    root().join("bindings-uniffi/kotlin")
}

fn driver_folder() -> PathBuf {
    root().join("tests/drivers/kotlin")
}

fn jar(name: &str) -> String {
    format!("{name}-{}.jar", env!("CARGO_PKG_VERSION"))
}

/// Writes what Maven takes from elsewhere: generated sources, and the native library as a resource.
fn generate() -> Outcome {
    let cargo = |arguments: &[&str]| run(Command::new("cargo").args(arguments).current_dir(root()));
    // The generator reads the metadata in the symbols of this one; the stripped one ships.
    cargo(&["build", "--quiet", "--package", "counterfoil-uniffi", "--package", "uniffi-bindgen"])?;
    cargo(&["build", "--quiet", "--package", "counterfoil-uniffi", "--release"])?;
    let raw = root().join("target/uniffi-kotlin");
    run(Command::new(root().join("target/debug/uniffi-bindgen"))
        .args(["generate", "--language", "kotlin", "--no-format", "--out-dir"])
        .arg(&raw)
        .arg(root().join("target/debug/libcounterfoil_uniffi.so"))
        .current_dir(root()))?;
    let out = package().join("target/uniffi");
    for file in ["counterfoil/counterfoil.kt", "counterfoil/internal/counterfoil_native.kt"] {
        let source = fs::read_to_string(raw.join(file)).map_err(|error| format!("{file}: {error}"))?;
        let source = explicit(&visibility::narrow(&source, &PUBLIC));
        write_if_changed(&out.join("kotlin").join(file), source.as_bytes())?;
    }
    let library = root().join("target/release/libcounterfoil_uniffi.so");
    let bytes = fs::read(&library).map_err(|error| format!("{}: {error}", library.display()))?;
    write_if_changed(&out.join("resources/linux-x86-64/libcounterfoil_uniffi.so"), &bytes)
}

/// What Kotlin's explicit API mode wants of public types, and a session whose text leaves out the raw
/// JSON, which holds a client secret.
fn explicit(source: &str) -> String {
    const TEXT: &str = "    override fun toString(): String =\n        \
        \"Session(id=$id, status=$status, paymentStatus=$paymentStatus, mode=$mode, \" +\n            \
        \"amountTotal=$amountTotal, currency=$currency, clientReferenceId=$clientReferenceId)\"\n\n";
    const COMPANION: &str = "    companion object\n";
    let source = match source.split_once("public data class Session (") {
        Some((before, session)) => {
            let session = session.replacen(COMPANION, &format!("{TEXT}{COMPANION}"), 1);
            format!("{before}public data class Session ({session}")
        }
        None => source.to_owned(),
    };
    source.replace(COMPANION, &format!("    public {}", COMPANION.trim_start()))
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

/// Packages and installs a project, unless its jar is newer than everything that goes into it.
fn maven_unless_fresh(project: &Path, inputs: &[PathBuf]) -> Outcome {
    let name = if project == package() { "counterfoil" } else { "driver-kotlin" };
    let built = modified(&project.join("target").join(jar(name)));
    let sources = ["pom.xml", "src/main", "target/uniffi"].map(|path| newest(&project.join(path)));
    let inputs = inputs.iter().map(|path| modified(path));
    if built.is_some() && built >= sources.into_iter().chain(inputs).max().flatten() {
        return Ok(());
    }
    run(maven("install").arg("-DskipTests").arg("--quiet").current_dir(project))
}

fn maven(goal: &str) -> Command {
    let mut command = Command::new("mvn");
    // The compiler's daemon would stay for hours.
    command.args(["-B", "-ntp", "-Dkotlin.compiler.daemon=false", goal]);
    command
}

fn modified(path: &Path) -> Option<SystemTime> {
    path.metadata().and_then(|metadata| metadata.modified()).ok()
}

/// The latest change below a path.
fn newest(path: &Path) -> Option<SystemTime> {
    let below = fs::read_dir(path).into_iter().flatten().flatten().map(|entry| newest(&entry.path()));
    let own = if path.is_dir() { None } else { modified(path) };
    below.chain([own]).max().flatten()
}
