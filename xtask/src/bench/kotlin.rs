//! The JVM: a delivery, a request and a cold start, compared with Stripe's own package for Java.

use std::process::Command;

use super::{Times, date, pinned};
use crate::kotlin;
use xtask_process::root;

pub(super) fn section() -> Result<String, String> {
    kotlin::build()?;
    let times = Times::of(&mut kotlin::beside_stripe_java(&root().join("core/benches/peers/event.json")))?;
    let faster = |of: &str, peer: &str| times.ratio(peer, of);
    Ok(format!(
        "\
Last run: {date}, with Java {java}. Compared with stripe-java {stripe} and its `constructEvent`, which gets the body as a
text already; the MAC is that of `javax.crypto`. Below 1, counterfoil is the slower one.

| | times the MAC | times faster than stripe-java |
|---|---|---|
{verify}{classify}{session}{webhook}{peer}
| | times faster than stripe-java |
|---|---|
| a request that creates a Checkout Session, with all its rules checked, up to sending | {create:.1} |
| the first proven event of a process, without the start of the JVM itself | {cold:.1} |

A request takes {micros:.1} µs on this machine.
",
        date = date()?,
        java = java()?,
        stripe = pinned("tests/peers/stripe-java/pom.xml", "<artifactId>stripe-java</artifactId>\n      <version>")?
            .split('<')
            .next()
            .unwrap_or_default(),
        verify = times.row("verify", "verify")?,
        classify = times.row("verify and classify", "classify")?,
        session = times.row("the same, and a field of the session read", "session")?,
        webhook = times.row("the whole webhook, to the order's next step", "webhook")?,
        peer = times.row("stripe-java", "peer")?,
        create = faster("create", "create_peer")?,
        cold = faster("cold", "cold_peer")?,
        micros = times.nanoseconds("create")? / 1e3,
    ))
}

/// `17.0.15`, of the `java` that is started.
fn java() -> Result<String, String> {
    let output = Command::new("java").arg("--version").output();
    let output = output.map_err(|error| format!("java did not start: {error}"))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    Ok(text.split_whitespace().nth(1).unwrap_or_default().to_owned())
}
