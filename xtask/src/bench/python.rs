//! Python: a delivery compared with Stripe's own package, and imports, of the wheel as users install it.

use std::process::Command;

use super::{Times, date, pinned};
use crate::python;
use counterfoil_peers::packages::{self, Peer};
use xtask_process::{root, run};

pub(super) fn section() -> Result<String, String> {
    python::build()?;
    python::wheel()?;
    Peer::StripePython.install()?;
    // Next to the peer's environment and not in it, which contains only what is pinned there.
    let installed = root().join("target/benches/python");
    run(Command::new(packages::environment().join("bin/pip"))
        .args(["install", "--quiet", "--disable-pip-version-check", "--no-deps", "--no-index", "--upgrade"])
        .arg("--find-links")
        .arg(root().join("target/python-wheels"))
        .arg("--target")
        .arg(&installed)
        .arg("counterfoil"))?;
    let mut bench = Command::new(packages::environment().join("bin/python"));
    let bench = bench.arg(root().join("tests/peers/stripe-python/bench.py")).env("PYTHONPATH", installed);
    let times = Times::of(bench)?;
    let faster = |what: &str, peer: &str, own: &str| -> Result<String, String> {
        Ok(format!("| {what} | {:.2} |\n", times.ratio(peer, own)?))
    };
    Ok(format!(
        "\
Last run: {date}. Compared with stripe {stripe}; the MAC is that of `hmac` and `hashlib`. Below 1, counterfoil is the
slower one.

### A delivery

With `construct_event`, and with what a careful program does by hand: the header, the MAC by `hmac`, the event by `json`.

| | times the MAC | times faster than stripe | times faster than by hand |
|---|---|---|---|
{verify}{classify}{session}{by_hand}{peer}
### A request and its response

A Checkout Session with three line items from a dictionary up to sending, and the session that comes back.

| | times faster than stripe |
|---|---|
{create}{read}
### An import

In a process of its own.

| | times faster than stripe's |
|---|---|
{import}{import_used}",
        date = date()?,
        stripe = pinned("tests/peers/stripe-python/requirements.txt", "\nstripe==")?,
        verify = delivery(&times, "verify", "verify")?,
        classify = delivery(&times, "verify and classify", "classify")?,
        session = delivery(&times, "the same with the session's fields", "session")?,
        by_hand = delivery(&times, "by hand", "by_hand")?,
        peer = delivery(&times, "stripe", "peer")?,
        create = faster("build the request", "create_peer", "create")?,
        read = faster("read the session", "read_peer", "read")?,
        import = faster("`counterfoil`", "import_peer", "import")?,
        import_used = faster("with a platform and a keyring made", "import_peer", "import_used")?,
    ))
}

/// Returns a row with the times as multiples of the MAC, of the peer, and of a hand-written program.
fn delivery(times: &Times, what: &str, name: &str) -> Result<String, String> {
    let (mac, peer) = (times.ratio(name, "mac")?, times.ratio("peer", name)?);
    Ok(format!("| {what} | {mac:.1} | {peer:.2} | {:.2} |\n", times.ratio("by_hand", name)?))
}
