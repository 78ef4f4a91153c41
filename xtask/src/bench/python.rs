//! Python: a delivery beside Stripe's own package, and imports, of the wheel as users install it.

use std::process::Command;

use super::{Times, date, pinned};
use crate::python;
use counterfoil_peers::packages::{self, Peer};
use xtask_process::{root, run};

pub(super) fn section() -> Result<String, String> {
    python::build()?;
    python::wheel()?;
    Peer::StripePython.install()?;
    // Beside the peer, and not in its environment, which holds what is pinned there and nothing else.
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
    Ok(format!(
        "\
Last run: {date}. Compared with stripe {stripe} and its `construct_event`; the MAC is that of `hmac` and
`hashlib`. Below 1, counterfoil is the slower one.

| | times the MAC | times faster than stripe |
|---|---|---|
{verify}{classify}{peer}
| | times faster than stripe's |
|---|---|
| the import, in a process of its own | {import:.1} |
",
        date = date()?,
        stripe = pinned("tests/peers/stripe-python/requirements.txt", "\nstripe==")?,
        verify = times.row("verify", "verify")?,
        classify = times.row("verify and classify", "classify")?,
        peer = times.row("stripe", "peer")?,
        import = times.ratio("import_peer", "import")?,
    ))
}
