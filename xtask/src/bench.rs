//! `cargo xtask bench`: times relative to the MAC alone and to the peers, as ratios in `docs/benchmarks.md`.
//! Nothing here is a test: times depend on what else the machine does.

mod kotlin;
mod node;
mod python;
mod rust;

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use crate::drivers::Driver;
use xtask_process::{Outcome, root};

/// Measures the named parts, or everything, and writes those parts of the page.
pub(crate) fn command(names: &[&str]) -> Outcome {
    let named: Vec<Driver> = names.iter().map(|name| Driver::named(name)).collect::<Result<_, _>>()?;
    for driver in if named.is_empty() { Driver::LANGUAGES.to_vec() } else { named } {
        let part = match driver {
            Driver::Rust => rust::section(),
            Driver::Node => node::section(),
            Driver::Python => python::section(),
            Driver::Kotlin => kotlin::section(),
            Driver::Workerd | Driver::Edge | Driver::Deno | Driver::Bun => {
                Err(format!("{} has no benchmark of its own", driver.name()))
            }
        }?;
        println!("\n{part}");
        let path = root().join("docs/benchmarks.md");
        let page = fs::read_to_string(&path).map_err(|error| format!("docs/benchmarks.md: {error}"))?;
        fs::write(&path, with_part(&page, driver.name(), &part)?)
            .map_err(|error| format!("docs/benchmarks.md cannot be written: {error}"))?;
    }
    Ok(())
}

/// Returns the page with another text between the marks of a part.
fn with_part(page: &str, name: &str, part: &str) -> Result<String, String> {
    let (begin, end) = (format!("<!-- {name} -->\n"), format!("<!-- end of {name} -->\n"));
    let marks = page.split_once(&begin).and_then(|(head, rest)| Some((head, rest.split_once(&end)?.1)));
    let (head, tail) = marks.ok_or_else(|| format!("docs/benchmarks.md has no marks of {name}"))?;
    Ok(format!("{head}{begin}\n{part}\n{end}{tail}"))
}

/// The times in nanoseconds that a language's own program measured, by name.
struct Times(BTreeMap<String, f64>);

impl Times {
    /// Runs a program that prints the times as one JSON object.
    fn of(command: &mut Command) -> Result<Self, String> {
        let output = command.output().map_err(|error| format!("the benchmark did not start: {error}"))?;
        if !output.status.success() {
            return Err(format!("the benchmark failed: {}", String::from_utf8_lossy(&output.stderr)));
        }
        // Maven resets the terminal's color before and after it, whatever its options.
        let text = String::from_utf8_lossy(&output.stdout);
        let object = text.find('{').zip(text.rfind('}')).and_then(|(start, end)| text.get(start..=end));
        let times = serde_json::from_str(object.unwrap_or_default());
        times.map(Times).map_err(|error| format!("the benchmark printed no times: {error}"))
    }

    fn ratio(&self, of: &str, to: &str) -> Result<f64, String> {
        Ok(self.nanoseconds(of)? / self.nanoseconds(to)?)
    }

    fn nanoseconds(&self, of: &str) -> Result<f64, String> {
        self.0.get(of).copied().ok_or_else(|| format!("{of} was not measured"))
    }

    /// Returns a row with the times as multiples of the MAC, and how many times faster than the peer.
    fn row(&self, what: &str, name: &str) -> Result<String, String> {
        let (mac, faster) = (self.ratio(name, "mac")?, self.ratio("peer", name)?);
        Ok(format!("| {what} | {mac:.1} | {faster:.2} |\n"))
    }
}

/// Returns the version that a file pins, which is right after `mark` and before a quote or the line's end.
fn pinned(file: &str, mark: &str) -> Result<String, String> {
    let text = fs::read_to_string(root().join(file)).map_err(|error| format!("{file}: {error}"))?;
    let (_, rest) = text.split_once(mark).ok_or_else(|| format!("{file} does not have `{mark}`"))?;
    Ok(rest.split(['"', '\n']).next().unwrap_or_default().to_owned())
}

fn date() -> Result<String, String> {
    let output = Command::new("date").args(["-u", "+%F"]).output();
    let output = output.map_err(|error| format!("`date` does not run: {error}"))?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Returns what the ratios depend on most.
fn machine() -> &'static str {
    #[cfg(target_arch = "x86_64")]
    if !std::arch::is_x86_feature_detected!("sha") {
        return "x86_64 without instructions for SHA-256: the MAC takes longer, and the ratios are smaller";
    }
    match std::env::consts::ARCH {
        "x86_64" => "x86_64 with instructions for SHA-256",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_replaces_what_stood_between_its_marks() {
        let page = "a\n<!-- node -->\nold\n<!-- end of node -->\nb\n";
        let new = with_part(page, "node", "new\n").unwrap();
        assert_eq!(new, "a\n<!-- node -->\n\nnew\n\n<!-- end of node -->\nb\n");
        assert_eq!(with_part(&new, "node", "new\n").unwrap(), new);
        assert!(with_part(page, "rust", "new").is_err());
    }

    #[test]
    fn the_page_has_the_marks_of_every_language() {
        let page = fs::read_to_string(root().join("docs/benchmarks.md")).unwrap();
        assert!(Driver::LANGUAGES.iter().all(|driver| with_part(&page, driver.name(), "").is_ok()));
    }
}
