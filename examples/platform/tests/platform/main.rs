//! The platform as its customers, Stripe and an attacker meet it: over HTTP, against the simulator.
//!
//! Everything runs on SQLite, and once more on PostgreSQL where `TEST_DATABASE_URL` names a server.

mod admin;
mod aftermath;
mod checkout;
mod delivery;
mod half_open;
mod hostile;
mod mail;
mod missing;
mod patience;
mod payment;
mod process;
mod program;
mod same_site;
mod support;
