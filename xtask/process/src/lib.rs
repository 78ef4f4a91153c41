//! Runs commands and counts their tests: what `xtask` and the checks that it starts have in common.

mod command;
mod report;

pub use command::{Outcome, modified, npm_ci, root, run};
pub use report::{Report, Runner};
