//! The Kotlin artifact: its generated sources, the native library, and Maven.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use counterfoil_codegen::kotlin::FOLDER as GENERATED;
use counterfoil_codegen::{Api, File};
use xtask_process::{Outcome, Report, Runner, modified, root, run};

/// Checks the sources against `.editorconfig`; its goal `format` formats them.
const STYLE: &str = "com.github.gantsign.maven:ktlint-maven-plugin:3.7.1:check";

/// The steps of `mvn test` after those that the build has done: compiling the generated sources takes long.
const TESTS: [&str; 3] =
    ["compiler:testCompile@default-testCompile", "kotlin:test-compile@test-compile", "surefire:test"];

/// The oldest compilers that users may have, besides the one that compiles the artifact.
const OLDER_COMPILERS: [&str; 2] = ["1.9.25", "2.1.21"];

/// Builds the artifact and the driver in one run of Maven. Neither is installed, so that checkouts on the
/// same machine do not affect each other.
pub(crate) fn build() -> Outcome {
    generate()?;
    let sources = ["pom.xml", "src/main", "target/generated", "target/native"]
        .map(|path| newest(&package().join(path)));
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
    // A library that cargo puts there would be loaded in place of the library in the jar.
    command.env_remove("LD_LIBRARY_PATH");
    command
        // A short run: start quickly rather than run fast.
        .args(["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-jar"])
        .arg(driver_jar());
    command
}

/// The driver's jar, next to its dependencies.
pub(crate) fn driver_jar() -> PathBuf {
    driver_folder().join("target").join(jar("driver-kotlin"))
}

pub(crate) fn test(report: &mut Report) {
    report.check("Kotlin style", || run(maven(&[STYLE]).args(["--quiet", "--file"]).arg(reactor())));
    let ready = || build().and_then(|()| forget(&package().join("target/test-classes")));
    if !report.check("the Kotlin artifact", ready) {
        return;
    }
    report.counted(Runner::Maven, maven(&TESTS).current_dir(package()));
    report.check("memory of a busy JVM", || run(&mut soak(300_000, 0)));
    for compiler in OLDER_COMPILERS.into_iter().map(Ok).chain([newest_compiler()]) {
        let name = format!("a consumer on Kotlin {}", compiler.as_deref().unwrap_or("as in pom.xml"));
        report.check(&name, || run(&mut consumer(compiler?)));
    }
}

/// One minute of it, to look at the figures.
pub(crate) fn soak_only() -> Outcome {
    build()?;
    run(&mut soak(300_000, 60))
}

/// Calls every public function on 64 threads in a heap of 256 MB: ends after that many calls, but not before
/// that many seconds.
fn soak(calls: u32, seconds: u32) -> Command {
    let mut command = Command::new("java");
    command.env_remove("LD_LIBRARY_PATH");
    // The whole heap from the start, so that any growth is outside it.
    command.args(["-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch", "-XX:+ExitOnOutOfMemoryError"]);
    command.arg("-cp").arg(driver_jar());
    command.args(["Soak", "64", &calls.to_string(), &seconds.to_string()]);
    command
}

/// Compiles a program against the artifact with another version of Kotlin, and runs it.
fn consumer(version: &str) -> Command {
    let mut command = maven(&["compile", "exec:exec"]);
    command.args(["--quiet", &format!("-Dkotlin.version={version}"), "--file"]);
    command.arg(root().join("tests/packaging/kotlin/pom.xml"));
    command.arg(format!("-Dcounterfoil.version={}", env!("CARGO_PKG_VERSION")));
    command.arg(format!("-Dcounterfoil.jar={}", package().join("target").join(jar("counterfoil")).display()));
    command
}

/// Measures the artifact compared with stripe-java and prints nanoseconds as one JSON object; `event` is a
/// body.
pub(crate) fn beside_stripe_java(event: &Path) -> Command {
    let mut command = maven(&["compile", "exec:exec"]);
    command.args(["-Dstyle.color=never", "--quiet", "--file"]);
    command.arg(root().join("tests/peers/stripe-java/pom.xml"));
    command.arg(format!("-Devent={}", event.display()));
    command.arg(format!("-Dcounterfoil.jar={}", package().join("target").join(jar("counterfoil")).display()));
    command
}

/// Returns the version in the artifact's pom.xml.
fn newest_compiler() -> Result<&'static str, String> {
    const POM: &str = include_str!("../../bindings-uniffi/kotlin/pom.xml");
    let version = POM.split_once("<kotlin.version>").and_then(|(_, rest)| rest.split_once("</"));
    version.map(|(version, _)| version).ok_or_else(|| "pom.xml has no kotlin.version".to_owned())
}

/// Builds the native library with every optimization: some minutes, mostly on a single thread of the
/// compiler.
pub(crate) fn library() -> Outcome {
    let build = ["build", "--quiet", "--package", "counterfoil-uniffi", "--release"];
    run(Command::new("cargo").args(build).current_dir(root()))
}

fn package() -> PathBuf {
    root().join("bindings-uniffi/kotlin")
}

fn driver_folder() -> PathBuf {
    root().join("tests/drivers/kotlin")
}

/// Returns the project of both.
fn reactor() -> PathBuf {
    driver_folder().join("reactor.xml")
}

fn jar(name: &str) -> String {
    format!("{name}-{}.jar", env!("CARGO_PKG_VERSION"))
}

/// Writes Maven's other inputs: generated sources, and the native library as a resource.
fn generate() -> Outcome {
    let mut files = counterfoil_codegen::kotlin::sources(&Api::read(&root())?)?;
    files.push(version());
    let folder = root().join(GENERATED).join("counterfoil");
    for old in fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        if files.iter().all(|file| root().join(&file.path) != old) {
            fs::remove_file(&old).map_err(|error| format!("{}: {error}", old.display()))?;
        }
    }
    for file in files {
        file.write(&root())?;
    }
    library()?;
    let library = root().join("target/release/libcounterfoil_uniffi.so");
    let stripped = root().join("target/libcounterfoil_uniffi-stripped.so");
    run(Command::new("strip").arg("-o").args([&stripped, &library]))?;
    write_if_changed(
        &package().join("target/native/linux-x86-64/libcounterfoil_uniffi.so"),
        &read(&stripped)?,
    )
}

/// The version that the native library must have.
fn version() -> File {
    let text = format!(
        "package counterfoil\n\ninternal const val VERSION: String = \"{}\"\n",
        env!("CARGO_PKG_VERSION")
    );
    File::new(format!("{GENERATED}/counterfoil/Version.kt"), text)
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Keeps the time of an unchanged file, so that nothing is packed again.
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
    // A compiler that runs once ends before its own optimizer has paid off.
    if std::env::var_os("MAVEN_OPTS").is_none() {
        command.env("MAVEN_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1");
    }
    // The compiler's daemon would keep running for hours.
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

/// Returns the latest change to a path or below it; a removal changes its folder.
fn newest(path: &Path) -> Option<SystemTime> {
    let below = fs::read_dir(path).into_iter().flatten().flatten().map(|entry| newest(&entry.path()));
    below.chain([modified(path)]).max().flatten()
}
