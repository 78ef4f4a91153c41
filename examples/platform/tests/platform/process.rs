//! The program itself: what it prints, how it ends.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::support::fresh_folder;

fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_platform"));
    command.env_clear().current_dir(folder).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs until it ends by itself.
fn refused(settings: &[(&str, &str)]) -> Output {
    let folder = fresh_folder();
    std::fs::create_dir(&folder).unwrap();
    let output = program(&folder).env("PORT", "0").envs(settings.iter().copied()).output().unwrap();
    std::fs::remove_dir_all(folder).unwrap();
    output
}

#[test]
fn a_wrong_setting_is_one_line_and_exit_code_2() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken.local_addr().unwrap().port().to_string();
    let stripe = [("STRIPE_WEBHOOK_SECRETS", "whsec_hidden"), ("MERCHANTS", "acct_1=Shop")];
    for (settings, named) in [
        (vec![("PORT", "http")], "PORT"),
        (vec![("STRIPE_SECRET_KEY", "sk_test_hidden")], "STRIPE_WEBHOOK_SECRETS"),
        (vec![("STRIPE_WEBHOOK_SECRETS", "whsec_hidden")], "STRIPE_SECRET_KEY"),
        (vec![("STRIPE_SECRET_KEY", "whsec_hidden"), stripe[0], stripe[1]], "STRIPE_SECRET_KEY"),
        (
            vec![("STRIPE_SECRET_KEY", "sk_test_hidden"), ("STRIPE_WEBHOOK_SECRETS", "hidden ,"), stripe[1]],
            "STRIPE_WEBHOOK_SECRETS",
        ),
        (vec![("DATABASE_URL", "postgres://user:hidden@127.0.0.1:1/shop")], "DATABASE_URL"),
        (vec![("DATABASE_URL", "sqlite:/nowhere/at/all.sqlite")], "DATABASE_URL"),
        (vec![("DATABASE_URL", "mysql://user:hidden@127.0.0.1/shop")], "DATABASE_URL"),
        (vec![("SMTP_URL", "nonsense:hidden"), ("MAIL_FROM", "a@b.example")], "SMTP_URL"),
        (vec![("PORT", &taken)], "PORT"),
    ] {
        let output = refused(&settings);
        let text = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{text}");
        assert!(output.stdout.is_empty());
        assert_eq!(text.lines().count(), 1, "{text}");
        assert!(text.starts_with(&format!("platform: {named}")), "{text}");
        assert!(!text.contains("hidden"), "{text}");
    }
}

#[test]
fn it_prints_one_line_and_ends_on_a_signal() {
    let folder = fresh_folder();
    std::fs::create_dir(&folder).unwrap();
    let mut child = program(&folder).env("PORT", "0").spawn().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    stdout.read_line(&mut line).unwrap();
    let url = line.trim_end().strip_prefix("platform listening on ").unwrap();
    assert!(url.starts_with("http://127.0.0.1:"));
    assert!(folder.join("platform.sqlite").exists());

    let killed = Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
    assert!(killed.success());
    assert!(child.wait().unwrap().success());
    let mut rest = String::new();
    stdout.read_to_string(&mut rest).unwrap();
    assert_eq!(rest, "");
    std::fs::remove_dir_all(folder).unwrap();
}
