//! Kotlin: a delivery beside the MAC alone.

use std::process::Command;

use super::{Times, date};
use crate::kotlin;
use xtask_process::root;

pub(super) fn section() -> Result<String, String> {
    kotlin::build()?;
    let mut java = Command::new("java");
    java.env_remove("LD_LIBRARY_PATH").arg("-cp").arg(kotlin::driver_jar()).arg("Bench");
    let times = Times::of(java.arg(root().join("core/benches/peers/event.json")))?;
    Ok(format!(
        "\
Last run: {date}. The MAC is that of `javax.crypto`; Stripe's own package for Java is not measured.

| | times the MAC |
|---|---|
| verify | {verify:.1} |
| verify and classify | {classify:.1} |
| the order's next step | {advance:.3} |
",
        date = date()?,
        verify = times.ratio("verify", "mac")?,
        classify = times.ratio("classify", "mac")?,
        advance = times.ratio("advance", "mac")?,
    ))
}
