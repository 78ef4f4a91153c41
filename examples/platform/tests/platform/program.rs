//! The program itself, as a process of its own.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, ExitStatus, Output, Stdio};
use std::time::Duration;

use crate::support::{between, fresh_folder};

/// The program in a folder, with no settings but a port.
pub(crate) fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_platform"));
    in_folder(&mut command, folder);
    command
}

/// The same with the number of open files that systems usually allow.
pub(crate) fn command_with_usual_limits(folder: &Path) -> Command {
    let mut command = Command::new("sh");
    in_folder(&mut command, folder);
    command.args(["-c", "ulimit -n 1024; exec \"$0\"", env!("CARGO_BIN_EXE_platform")]);
    command
}

fn in_folder(command: &mut Command, folder: &Path) {
    command.env_clear().env("PORT", "0").env("TMPDIR", folder).current_dir(folder);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
}

/// Runs until it ends by itself, which it has to do soon.
pub(crate) fn refused(command: &mut Command) -> Output {
    let mut child = command.spawn().unwrap();
    for _ in 0..300 {
        if child.try_wait().unwrap().is_some() {
            return child.wait_with_output().unwrap();
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    child.kill().unwrap();
    panic!("it runs instead of refusing: {:?}", child.wait_with_output().unwrap());
}

/// A folder that is gone with the test.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn create() -> Self {
        let folder = fresh_folder();
        std::fs::create_dir(&folder).unwrap();
        Folder(folder)
    }

    /// What is in it.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(&self.0).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).unwrap();
    }
}

/// A running program; dropping it kills it.
pub(crate) struct Program {
    child: Child,
    stdout: BufReader<ChildStdout>,
    pub(crate) url: String,
}

impl Program {
    pub(crate) fn start(command: &mut Command) -> Self {
        let mut child = command.stderr(Stdio::null()).spawn().unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        let url = line.trim_end().strip_prefix("platform listening on ").unwrap().to_owned();
        Program { child, stdout, url }
    }

    /// As a process supervisor does it.
    pub(crate) fn terminate(&self) {
        let killed = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(killed.success());
    }

    /// How it ended, and what else it printed.
    pub(crate) fn wait(&mut self) -> (ExitStatus, String) {
        let status = self.child.wait().unwrap();
        let mut rest = String::new();
        self.stdout.read_to_string(&mut rest).unwrap();
        (status, rest)
    }

    pub(crate) fn stop(mut self) {
        self.terminate();
        assert!(self.wait().0.success());
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Buys and pays a loaf as a customer does; the shop's first page as it was before.
pub(crate) async fn buy(url: &str) -> String {
    let http = counterfoil_reqwest::Client::builder().no_proxy().build().unwrap();
    let post = async |url: &str, form: String| {
        let request = http.post(url).header("Content-Type", "application/x-www-form-urlencoded").body(form);
        let response = request.send().await.unwrap();
        assert_eq!(response.status(), 303);
        response.headers()["location"].to_str().unwrap().to_owned()
    };
    let shop = http.get(url).send().await.unwrap().text().await.unwrap();
    let form = between(&shop, "data-product=\"sourdough\">", "</form>");
    let value = |name: &str| between(form, &format!("name=\"{name}\" value=\""), "\"");
    let order =
        format!("token={}&merchant={}&product=sourdough&quantity=1", value("token"), value("merchant"));
    let hosted = post(&format!("{url}/create-checkout-session"), order).await;
    let card = "email=jenny@example.com&card_name=Jenny&payment_method=card&card_number=4242424242424242\
        &card_expiry=12/34&card_cvc=123";
    post(&hosted, card.to_owned()).await;
    shop
}
