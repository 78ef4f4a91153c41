//! The vectors beside what is not ours: Stripe's OpenAPI document and stripe-mock, which read the requests,
//! and Stripe's own packages, which answer the same cases.

mod form;
mod openapi;
pub mod packages;
pub mod requests;
mod schema;
mod stripe_mock;
