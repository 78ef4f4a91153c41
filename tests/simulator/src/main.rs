//! The simulator as a program.

use std::process::ExitCode;

use stripe_simulator::{Account, Builder, Endpoint, Simulator};

const USAGE: &str = "usage: stripe-simulator [--port N] [--secret-key KEY] [--account acct_…=NAME]… \
[--connect-endpoint URL --secret SECRET]… [--platform-endpoint URL --secret SECRET]…";

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--help") {
        println!("{USAGE}");
        return ExitCode::SUCCESS;
    }
    let builder = match read(&arguments) {
        Ok(builder) => builder,
        Err(message) => return refuse(&message),
    };
    match builder.start().await {
        Ok(simulator) => run(simulator).await,
        Err(error) => refuse(&error.to_string()),
    }
}

async fn run(simulator: Simulator) -> ExitCode {
    println!("stripe simulator listening on {}", simulator.url());
    // Without a signal handler, it can only wait for the process to be killed.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
    simulator.shutdown().await;
    ExitCode::SUCCESS
}

fn refuse(message: &str) -> ExitCode {
    eprintln!("stripe-simulator: {message}");
    ExitCode::from(2)
}

/// Two default merchants, so that a start without arguments is useful.
fn read(arguments: &[String]) -> Result<Builder, String> {
    let mut builder = Simulator::builder().bind("127.0.0.1:4400");
    let mut accounts = Vec::new();
    let mut arguments = arguments.iter();
    while let Some(name) = arguments.next() {
        let mut value = || {
            let value = arguments.next();
            value.ok_or_else(|| format!("{name} needs a value; {USAGE}"))
        };
        match name.as_str() {
            "--port" => {
                let text = value()?;
                let port: u16 =
                    text.parse().map_err(|_| format!("--port takes a number from 0 to 65535, not {text}"))?;
                builder = builder.bind(format!("127.0.0.1:{port}"));
            }
            "--secret-key" => builder = builder.secret_key(value()?),
            "--account" => accounts.push(account(value()?)?),
            "--connect-endpoint" | "--platform-endpoint" => {
                let url = value()?;
                let flag = arguments.next().map(String::as_str);
                let secret = arguments.next().filter(|_| flag == Some("--secret"));
                let secret = secret.ok_or_else(|| format!("{name} URL is followed by --secret"))?;
                builder = builder.endpoint(if name == "--connect-endpoint" {
                    Endpoint::connect(url, secret)
                } else {
                    Endpoint::platform(url, secret)
                });
            }
            _ => return Err(format!("unknown argument {name}; {USAGE}")),
        }
    }
    if accounts.is_empty() {
        accounts.push(Account::new("acct_simulator_1", "Alpine Bakery").brand_color("#0a7d5a"));
        accounts.push(Account::new("acct_simulator_2", "Danube Books").brand_color("#7a2e4d"));
    }
    Ok(accounts.into_iter().fold(builder, Builder::account))
}

fn account(text: &str) -> Result<Account, String> {
    match text.split_once('=') {
        Some((id, name)) if id.starts_with("acct_") && !name.is_empty() => Ok(Account::new(id, name)),
        _ => Err(format!("--account takes acct_…=NAME, not {text}")),
    }
}
