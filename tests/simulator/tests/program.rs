//! The program's command line.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

const PROGRAM: &str = env!("CARGO_BIN_EXE_stripe-simulator");

#[test]
fn it_says_where_it_listens() {
    let mut program = Command::new(PROGRAM)
        .args(["--port", "0", "--account", "acct_1Bakery=Bakery"])
        .args(["--connect-endpoint", "http://127.0.0.1:9/webhooks", "--secret", "whsec_test_secret"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(program.stdout.take().unwrap()).read_line(&mut line).unwrap();
    program.kill().unwrap();
    program.wait().unwrap();
    assert!(line.starts_with("stripe simulator listening on http://127.0.0.1:"), "{line}");
}

#[test]
fn bad_arguments_are_one_line_and_exit_code_2() {
    for arguments in [
        vec!["--prot", "1"],
        vec!["--port"],
        vec!["--port", "99999"],
        vec!["--account", "Bakery"],
        vec!["--connect-endpoint", "http://127.0.0.1:9/"],
        vec!["--connect-endpoint", "https://example.com/", "--secret", "whsec_test_secret"],
    ] {
        let output = Command::new(PROGRAM).args(&arguments).output().unwrap();
        let message = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {message}");
        assert_eq!(message.lines().count(), 1, "{message}");
        assert!(!message.contains("whsec_"), "{message}");
    }
}
