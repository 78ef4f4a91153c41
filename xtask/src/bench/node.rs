//! Node: a delivery compared with Stripe's own package, imports, and the sizes of the WebAssembly modules.

use std::process::{Command, Stdio};

use super::{Times, date, pinned};
use crate::node::Module;
use counterfoil_peers::packages::Peer;
use xtask_process::root;

pub(super) fn section() -> Result<String, String> {
    crate::node::build()?;
    Peer::StripeNode.install()?;
    let times = Times::of(Command::new("node").arg(root().join("tests/peers/stripe-node/bench.mjs")))?;
    Ok(format!(
        "\
Last run: {date}, with Node {node}. Compared with stripe {stripe} and its `constructEvent`; the MAC is that of
`node:crypto`, which both sides use. Below 1, counterfoil is the slower one.

### A delivery

| | times the MAC | times faster than stripe |
|---|---|---|
{verify}{classify}{alone}{peer}
### An import

In a process of its own, with everything that an import compiles and runs.

| | times faster than stripe's |
|---|---|
| `counterfoil` | {import:.1} |
| `counterfoil/webhooks` | {import_alone:.1} |

### WebAssembly

| | kB | kB by gzip |
|---|---|---|
{everything}{webhooks}",
        date = date()?,
        node = printed(Command::new("node").arg("--version"))?.trim_start_matches('v'),
        stripe = pinned("tests/peers/stripe-node/package.json", "\"stripe\": \"")?,
        verify = times.row("verify", "verify")?,
        classify = times.row("verify and classify", "classify")?,
        alone = times.row("the same by `counterfoil/webhooks`", "alone")?,
        peer = times.row("stripe", "peer")?,
        import = times.ratio("import_peer", "import")?,
        import_alone = times.ratio("import_peer", "import_alone")?,
        everything = size("`counterfoil`", &Module::EVERYTHING)?,
        webhooks = size("`counterfoil/webhooks`", &Module::WEBHOOKS)?,
    ))
}

fn size(name: &str, module: &Module) -> Result<String, String> {
    let wasm = module.optimized();
    let bytes = std::fs::metadata(&wasm).map_err(|error| format!("{}: {error}", wasm.display()))?.len();
    let mut gzip = Command::new("gzip");
    let packed = gzip.args(["-9", "--stdout"]).arg(&wasm).stderr(Stdio::inherit()).output();
    let packed = packed.map_err(|error| format!("gzip did not start: {error}"))?.stdout.len();
    Ok(format!("| {name} | {:.0} | {:.0} |\n", bytes as f64 / 1e3, packed as f64 / 1e3))
}

fn printed(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|error| format!("node did not start: {error}"))?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
