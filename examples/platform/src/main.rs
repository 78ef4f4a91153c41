//! `cargo run -p platform`: reads the settings, starts the platform, and stops it on a signal.

use std::error::Error;
use std::process::ExitCode;

use platform::Settings;
use tracing::Level;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::prelude::*;

/// The exit code for a setting that is wrong or cannot be used.
const WRONG_SETTING: u8 = 2;

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let line = error.to_string().replace(['\n', '\r'], " ");
            eprintln!("platform: {line}");
            ExitCode::from(WRONG_SETTING)
        }
    }
}

async fn run() -> Result<(), Box<dyn Error>> {
    let settings = Settings::read(|name| std::env::var_os(name))?;
    // Libraries log only when something is wrong.
    let levels = Targets::new().with_default(Level::ERROR).with_target("platform", Level::INFO);
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).with_ansi(false);
    tracing_subscriber::registry().with(lines.with_filter(levels)).init();

    // Registered before the address is printed: a signal right after that must not be missed.
    let stop = stop_signal()?;
    let running = platform::start(settings).await?;
    println!("platform listening on {}", running.url());
    stop.await?;
    running.stop().await;
    Ok(())
}

/// Listens for Ctrl-C, or for the signal of a process supervisor; the future resolves on the first of them.
fn stop_signal() -> std::io::Result<impl Future<Output = std::io::Result<()>>> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let (mut terminate, mut interrupt) =
            (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
        Ok(async move {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
            Ok(())
        })
    }
    #[cfg(not(unix))]
    Ok(tokio::signal::ctrl_c())
}
