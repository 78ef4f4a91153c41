//! The program itself: what it prints, how it ends, and what a second start finds.

use std::time::Duration;

use crate::program::{Folder, Program, buy, command, refused};

#[test]
fn a_wrong_setting_is_one_line_and_exit_code_2() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken.local_addr().unwrap().port().to_string();
    let stripe = [("STRIPE_WEBHOOK_SECRETS", "whsec_hidden"), ("MERCHANTS", "acct_1=Shop")];
    for (settings, named) in [
        (vec![("PORT", "http")], "PORT"),
        (vec![("STRIPE_SECRET_KEY", "sk_test_hidden")], "STRIPE_WEBHOOK_SECRETS"),
        (vec![("STRIPE_WEBHOOK_SECRETS", "whsec_hidden")], "STRIPE_SECRET_KEY"),
        (vec![("STRIPE_SECRET_KEY", "whsec_hidden"), stripe[0], stripe[1]], "STRIPE_SECRET_KEY"),
        (
            vec![("STRIPE_SECRET_KEY", "sk_test_hidden"), ("STRIPE_WEBHOOK_SECRETS", "hidden ,"), stripe[1]],
            "STRIPE_WEBHOOK_SECRETS",
        ),
        (vec![("DATABASE_URL", "postgres://user:hidden@127.0.0.1:1/shop")], "DATABASE_URL"),
        (vec![("DATABASE_URL", "sqlite:/nowhere/at/all.sqlite")], "DATABASE_URL"),
        (vec![("DATABASE_URL", "mysql://user:hidden@127.0.0.1/shop")], "DATABASE_URL"),
        (vec![("SMTP_URL", "nonsense:hidden"), ("MAIL_FROM", "a@b.example")], "SMTP_URL"),
        (vec![("PUBLIC_URL", "https://shop.example")], "STRIPE_SECRET_KEY"),
        (vec![("PORT", &taken)], "PORT"),
    ] {
        let folder = Folder::create();
        let output = refused(command(&folder.0).envs(settings));
        let text = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{text}");
        assert!(output.stdout.is_empty());
        assert_eq!(text.lines().count(), 1, "{text}");
        assert!(text.starts_with(&format!("platform: {named}")), "{text}");
        assert!(!text.contains("hidden"), "{text}");
    }
}

#[test]
fn it_prints_one_line_and_ends_on_a_signal() {
    let folder = Folder::create();
    let mut program = Program::start(&mut command(&folder.0));
    assert!(program.url.starts_with("http://127.0.0.1:"));
    assert_eq!(folder.names().len(), 1, "the orders, for this run");
    program.terminate();
    let (status, rest) = program.wait();
    assert!(status.success());
    assert_eq!(rest, "");
    assert!(folder.names().is_empty(), "{:?}", folder.names());
}

#[test]
fn money_is_simulated_in_public_where_it_is_asked_for() {
    let folder = Folder::create();
    let settings = [("PUBLIC_URL", "https://shop.example"), ("SIMULATE", "1")];
    Program::start(command(&folder.0).envs(settings)).stop();
}

/// Buys something; what the shop then knows.
async fn sell(url: &str) -> (String, String) {
    assert!(buy(url).await.contains("start from nothing with each start"));
    // The fee is booked a moment after the payment.
    for _ in 0..100 {
        let (orders, fees) = read(url).await;
        if fees.contains("data-sum") {
            return (orders, fees);
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    read(url).await
}

/// The orders and the fees, as the pages show them.
async fn read(url: &str) -> (String, String) {
    let http = counterfoil_reqwest::Client::builder().no_proxy().build().unwrap();
    let page = async |path: &str| {
        let page = http.get(format!("{url}{path}")).send().await.unwrap();
        assert_eq!(page.status(), 200);
        page.text().await.unwrap()
    };
    (page("/orders").await, page("/admin/fees").await)
}

#[tokio::test]
async fn a_second_start_finds_neither_simulated_orders_nor_their_money() {
    for database in [None, Some("sqlite:shop.sqlite")] {
        let folder = Folder::create();
        let start = || {
            let mut command = command(&folder.0);
            command.envs(database.map(|url| ("DATABASE_URL", url)));
            Program::start(&mut command)
        };
        let program = start();
        let (orders, fees) = sell(&program.url).await;
        assert!(orders.contains("data-state=\"fulfilled\""), "{orders}");
        assert!(fees.contains("data-sum=\"34\""), "{fees}");
        program.stop();
        let program = start();
        let (orders, fees) = read(&program.url).await;
        assert!(fees.contains("None yet"), "{fees}");
        assert!(orders.contains("No orders yet"), "{orders}");
        sell(&program.url).await;
        program.stop();
    }
}

#[tokio::test]
async fn a_database_of_real_payments_is_not_used_for_simulated_ones_nor_the_other_way_round() {
    let folder = Folder::create();
    let stripe = [
        ("STRIPE_SECRET_KEY", "sk_test_example"),
        ("STRIPE_WEBHOOK_SECRETS", "whsec_example"),
        ("MERCHANTS", "acct_1=Shop"),
    ];
    Program::start(command(&folder.0).envs(stripe)).stop();
    assert_eq!(folder.names(), ["platform.sqlite"], "real orders last");
    let output = refused(command(&folder.0).env("DATABASE_URL", "sqlite:platform.sqlite"));
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{text}");
    assert!(
        text.starts_with("platform: DATABASE_URL: this database may have orders of real payments"),
        "{text}"
    );

    Program::start(command(&folder.0).env("DATABASE_URL", "sqlite:simulated.sqlite")).stop();
    let output = refused(command(&folder.0).envs(stripe).env("DATABASE_URL", "sqlite:simulated.sqlite"));
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{text}");
    assert!(text.contains("for simulated payments"), "{text}");
}
