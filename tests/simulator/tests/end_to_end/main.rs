//! The simulator over its sockets, as a platform and a browser meet it.

mod accounts_v2;
mod api;
mod billing;
mod delivery;
mod methods;
mod money;
mod payment;
mod support;
mod test_data;
