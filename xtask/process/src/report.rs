//! Counts what the commands tested.

use std::process::{Command, Stdio};
use std::time::Instant;

use crate::command::{Outcome, missing, shown};

/// The test runners whose closing line says how many tests ran.
#[derive(Clone, Copy)]
pub enum Runner {
    /// `test result: ok. 3 passed; 0 failed; …`, one a test binary
    Cargo,
    /// `# pass 3`, `# fail 0` of `node --test --test-reporter=tap`
    Node,
    /// `3 passed, 1 failed in 0.1s`
    Pytest,
    /// `Tests run: 3, Failures: 0, Errors: 0, Skipped: 0`
    Maven,
}

/// What has passed and failed so far.
pub struct Report {
    started: Instant,
    steps: u32,
    passed: u64,
    failed: u64,
    failures: Vec<String>,
    timings: Vec<(String, u64)>,
}

impl Default for Report {
    fn default() -> Self {
        Report {
            started: Instant::now(),
            steps: 0,
            passed: 0,
            failed: 0,
            failures: Vec::new(),
            timings: Vec::new(),
        }
    }
}

impl Report {
    /// Prints which step begins, and how long the run has taken so far.
    pub fn begin(&mut self, name: &str) {
        self.steps += 1;
        let seconds = self.started.elapsed().as_secs();
        println!("\n== step {} at {}:{:02}: {name}", self.steps, seconds / 60, seconds % 60);
    }

    /// Runs a single check, which counts as one test.
    pub fn check(&mut self, name: &str, check: impl FnOnce() -> Outcome) -> bool {
        self.begin(name);
        let start = Instant::now();
        let outcome = check();
        self.timings.push((name.to_owned(), start.elapsed().as_secs()));
        match outcome {
            Ok(()) => {
                self.passed += 1;
                true
            }
            Err(why) => {
                self.fail(name, &why);
                false
            }
        }
    }

    /// Runs a test runner, whose tests are counted one by one. A runner that fails, or that ran no test, is
    /// at least one failure.
    pub fn counted(&mut self, runner: Runner, command: &mut Command) {
        let name = shown(command);
        self.begin(&name);
        let start = Instant::now();
        let output = command.stderr(Stdio::inherit()).output();
        self.timings.push((name.clone(), start.elapsed().as_secs()));
        let output = match output {
            Ok(output) => output,
            Err(error) => return self.fail(&name, &missing(command, &error)),
        };
        let text = String::from_utf8_lossy(&output.stdout);
        print!("{text}");
        let (passed, failed) = count(runner, &text);
        self.add(passed, failed);
        if failed > 0 {
            self.failures.push(format!("{name}: {failed} failed"));
        } else if !output.status.success() {
            self.fail(&name, &output.status.to_string());
        } else if passed == 0 {
            self.fail(&name, "no test ran");
        }
    }

    /// Adds tests that were counted elsewhere.
    pub fn add(&mut self, passed: u64, failed: u64) {
        self.passed += passed;
        self.failed += failed;
    }

    /// Records one test that failed, and why.
    pub fn fail(&mut self, name: &str, why: &str) {
        eprintln!("{name}: {why}");
        self.failed += 1;
        self.failures.push(format!("{name}: {why}"));
    }

    /// Records several tests that failed for reasons that were already printed.
    pub fn fail_many(&mut self, name: &str, count: u64) {
        self.failed += count;
        self.failures.push(format!("{name}: {count} failed"));
    }

    /// Prints what took long, what failed, and the closing line.
    pub fn close(mut self) -> Outcome {
        println!();
        self.timings.sort_by_key(|(_, seconds)| std::cmp::Reverse(*seconds));
        for (name, seconds) in self.timings.iter().filter(|(_, seconds)| *seconds >= 5).take(12) {
            println!("{seconds:>5} s  {name}");
        }
        for failure in &self.failures {
            println!("failed: {failure}");
        }
        println!("{} passed, {} failed", self.passed, self.failed);
        if self.failed == 0 { Ok(()) } else { Err("some tests failed".into()) }
    }
}

fn count(runner: Runner, output: &str) -> (u64, u64) {
    let mut passed = 0;
    let mut failed = 0;
    for line in output.lines().map(str::trim) {
        match runner {
            Runner::Cargo if line.starts_with("test result:") => {
                passed += before(line, " passed");
                failed += before(line, " failed");
            }
            Runner::Node => {
                passed += after(line, "# pass ");
                failed += after(line, "# fail ") + after(line, "# cancelled ");
            }
            Runner::Pytest if line.contains(" in ") && line.ends_with(['s', '=', ')']) => {
                passed += before(line, " passed");
                failed += before(line, " failed") + before(line, " error");
            }
            // The total is at the end of its line; the lines of single classes continue.
            Runner::Maven if line.contains("Tests run:") && !line.contains("Time elapsed") => {
                let bad = after_in(line, "Failures: ") + after_in(line, "Errors: ");
                passed += after_in(line, "Tests run: ").saturating_sub(bad + after_in(line, "Skipped: "));
                failed += bad;
            }
            _ => {}
        }
    }
    (passed, failed)
}

/// Returns the number right before `word`.
fn before(line: &str, word: &str) -> u64 {
    let Some((head, _)) = line.split_once(word) else { return 0 };
    head.rsplit(|character: char| !character.is_ascii_digit())
        .next()
        .and_then(|digits| digits.parse().ok())
        .unwrap_or(0)
}

fn after(line: &str, start: &str) -> u64 {
    if line.starts_with(start) { after_in(line, start) } else { 0 }
}

/// Returns the number right after `word`.
fn after_in(line: &str, word: &str) -> u64 {
    let Some((_, tail)) = line.split_once(word) else { return 0 };
    tail.split(|character: char| !character.is_ascii_digit())
        .next()
        .and_then(|digits| digits.parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_are_read() {
        let count = |runner, text| count(runner, text);
        assert_eq!(count(Runner::Cargo, "test result: ok. 3 passed; 1 failed; 0 ignored"), (3, 1));
        assert_eq!(count(Runner::Node, "# tests 5\n# pass 4\n# fail 1\n# cancelled 0"), (4, 1));
        assert_eq!(count(Runner::Pytest, "==== 2 failed, 7 passed in 0.12s ===="), (7, 2));
        assert_eq!(count(Runner::Pytest, "7 passed in 0.12s"), (7, 0));
        let maven = "[INFO] Tests run: 4, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 0.1 s -- in X\n[INFO] Tests run: 6, Failures: 1, Errors: 0, Skipped: 1";
        assert_eq!(count(Runner::Maven, maven), (4, 1));
    }
}
