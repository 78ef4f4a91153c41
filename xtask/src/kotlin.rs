//! The kotlin package.

use std::process::Command;

use crate::step::{Outcome, Report};

pub(crate) fn build() -> Outcome {
    Err("the kotlin package has no build".into())
}

pub(crate) fn driver() -> Command {
    Command::new("false")
}

pub(crate) fn test(report: &mut Report) {
    report.fail("kotlin", "no tests");
}
