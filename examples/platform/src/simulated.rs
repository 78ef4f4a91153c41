//! Payments without Stripe: a simulator inside this process, with two merchants.

use counterfoil::webhook::{EndpointSecret, Source, Webhooks};
use counterfoil::{AccountId, Platform};
use stripe_simulator::{Account, Endpoint, Simulator};
use uuid::Uuid;

const KEY: &str = "sk_test_simulator";

/// An offline Stripe, and what the platform has to know to use it.
pub(crate) struct Simulated {
    pub(crate) simulator: Simulator,
    pub(crate) platform: Platform,
    pub(crate) webhooks: Webhooks,
    pub(crate) merchants: Vec<(AccountId, String)>,
}

/// Starts an offline Stripe that has two merchants and sends its events to `webhook_url`.
pub(crate) async fn start(webhook_url: &str) -> Result<Simulated, Box<dyn std::error::Error>> {
    let accounts = [
        Account::new("acct_1Morgenrot", "Morgenrot Bakery").brand_color("#a8472f"),
        Account::new("acct_1Papierwerk", "Papierwerk").brand_color("#1f5f5b").without("klarna_payments"),
    ];
    // Only this process knows the secrets, so only its simulator can sign.
    let secret = || format!("whsec_{}", Uuid::new_v4().simple());
    let (connect, own) = (secret(), secret());
    let mut builder = Simulator::builder().secret_key(KEY);
    let mut merchants = Vec::new();
    for account in accounts {
        merchants.push((account.id.parse()?, account.name.clone()));
        builder = builder.account(account);
    }
    let simulator = builder
        .endpoint(Endpoint::connect(webhook_url, &connect))
        .endpoint(Endpoint::platform(webhook_url, &own))
        .start()
        .await?;
    let platform = Platform::new(KEY.parse()?).with_api_base(&simulator.url())?;
    let webhooks = Webhooks::new([
        EndpointSecret::new("merchants", connect).only_from(Source::Connected),
        EndpointSecret::new("platform", own).only_from(Source::Platform),
    ])?;
    tracing::info!("no Stripe settings: payments are simulated, see {}/_simulator", simulator.url());
    Ok(Simulated { simulator, platform, webhooks, merchants })
}
