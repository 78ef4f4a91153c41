//! The reference platform: the backend of a SaaS platform whose merchants accept payments through hosted
//! Checkout, written with counterfoil.
//!
//! The path of an order through the code: `checkout` (the button), `webhook` (Stripe's events), `orders` (the
//! state, moved once), `effects` (the sale and the e-mails), `mailer` (sending), `thanks` (the return page),
//! `reconciliation` (orders without events), `aftermath` (refunds and disputes). The README next to this
//! crate walks through it file by file.

#![forbid(unsafe_code)]

mod admin;
mod aftermath;
mod app;
mod catalog;
mod checkout;
mod connections;
mod database;
mod effects;
mod incoming;
mod letters;
mod mailer;
mod orders;
mod pages;
mod purpose;
mod reconciliation;
mod routes;
mod same_site;
mod scratch;
mod server;
mod settings;
mod simulated;
mod stripe;
mod thanks;
mod webhook;

pub use server::{Running, StartError, start};
pub use settings::{SettingError, Settings};
