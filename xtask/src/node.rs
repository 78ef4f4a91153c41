//! The node package.

use std::process::Command;

use crate::step::{Outcome, Report};

pub(crate) fn build() -> Outcome {
    Err("the node package has no build".into())
}

pub(crate) fn driver() -> Command {
    Command::new("false")
}

pub(crate) fn test(report: &mut Report) {
    report.fail("node", "no tests");
}
