//! The reference platform in headless Chromium: from the Checkout button to the fulfilled order.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use xtask_process::{Outcome, Report, Runner, npm_ci, root};

use crate::machine::chromium;

/// Installs the browser's driver; the browser itself is Debian's.
pub(crate) fn build() -> Outcome {
    npm_ci(&root().join("tests/browser"))
}

/// Runs the browser tests against a platform that keeps its orders in `database` (SQLite in a temporary
/// folder if there is none).
pub(crate) fn test(report: &mut Report, database: Option<&str>) {
    let browser = match chromium() {
        Ok(browser) => browser,
        Err(why) => return report.fail("browser", &why),
    };
    let platform = match Platform::start(database) {
        Ok(platform) => platform,
        Err(why) => return report.fail("browser", &why),
    };
    let mut tests = Command::new("node");
    tests
        // One file after the other, since they share a platform and its payment methods.
        .args(["--test", "--test-reporter=tap", "--test-concurrency=1"])
        .args(["checkout", "elsewhere", "admin"].map(|name| format!("tests/browser/{name}.test.mjs")))
        .current_dir(root())
        .env("PLATFORM_URL", &platform.url)
        .env("CHROMIUM", browser);
    report.counted(Runner::Node, &mut tests);
}

/// A running platform with its simulator inside; dropping it ends it.
struct Platform {
    process: Child,
    url: String,
    folder: std::path::PathBuf,
}

impl Platform {
    fn start(database: Option<&str>) -> Result<Self, String> {
        let name = format!("counterfoil-browser-{}-{}", std::process::id(), database.is_some());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        let sqlite = format!("sqlite://{}/platform.sqlite", folder.display());
        let mut process = Command::new(root().join("target/debug/platform"))
            .env("PORT", "0")
            .env("DATABASE_URL", database.unwrap_or(&sqlite))
            .env_remove("STRIPE_SECRET_KEY")
            .current_dir(&folder)
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("the platform did not start: {error}"))?;
        let mut line = String::new();
        if let Some(output) = process.stdout.take() {
            BufReader::new(output).read_line(&mut line).map_err(|error| error.to_string())?;
        }
        let url = line.trim().strip_prefix("platform listening on ").map(str::to_owned);
        let mut platform = Platform { process, url: String::new(), folder };
        platform.url =
            url.ok_or_else(|| format!("the platform printed `{}` instead of its address", line.trim()))?;
        Ok(platform)
    }
}

impl Drop for Platform {
    fn drop(&mut self) {
        let _ = Command::new("kill").args(["-TERM", &self.process.id().to_string()]).status();
        let _ = self.process.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
