//! The settings, read from environment variables and checked before anything starts.

use std::ffi::OsString;
use std::fmt;
use std::time::Duration;

use counterfoil::webhook::{EndpointSecret, Mode, Webhooks};
use counterfoil::{AccountId, Platform, SecretKey};
use lettre::Tokio1Executor;
use lettre::message::Mailbox;
use lettre::transport::smtp::AsyncSmtpTransport;

use crate::mailer::{Mailer, STEP_TIME};

/// All settings, checked.
#[derive(Debug)]
pub struct Settings {
    pub(crate) port: u16,
    pub(crate) public_url: Option<String>,
    /// `None` if the orders are simulated and last as long as the process.
    pub(crate) database_url: Option<String>,
    pub(crate) payments: Payments,
    pub(crate) mailer: Option<Mailer>,
    /// How old an order is before its session is retrieved because no event has arrived.
    pub(crate) sweep_after: Duration,
}

/// How payments are made.
#[derive(Debug)]
pub(crate) enum Payments {
    /// A simulator inside this process.
    Simulated,
    /// Stripe, or a compatible server at another URL.
    Stripe {
        platform: Platform,
        webhooks: Webhooks,
        merchants: Vec<(AccountId, String)>,
        /// Where the hosted pages for customers and merchants are.
        hosted_pages: Vec<String>,
    },
}

/// A setting that is missing or wrong. It says what to do in one line and never shows a secret.
#[derive(Debug, PartialEq, Eq)]
pub struct SettingError(String);

impl fmt::Display for SettingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for SettingError {}

impl Settings {
    /// Reads the settings by their names; `std::env::var_os` is the usual way to look them up.
    ///
    /// # Errors
    ///
    /// The first setting that is malformed, or missing while another needs it.
    pub fn read(look_up: impl Fn(&str) -> Option<OsString>) -> Result<Self, SettingError> {
        let text = |name: &str| match look_up(name).map(OsString::into_string) {
            None => Ok(None),
            Some(Ok(text)) if text.trim().is_empty() => fail(name, "is empty: give it a value, or remove it"),
            Some(Ok(text)) => Ok(Some(text)),
            Some(Err(_)) => fail(name, "is not UTF-8 text"),
        };
        let public_url = text("PUBLIC_URL")?.map(|text| origin("PUBLIC_URL", text)).transpose()?;
        let payments = payments(&text, public_url.as_deref())?;
        let database_url = match (text("DATABASE_URL")?, &payments) {
            (Some(url), _) => Some(database_url(url)?),
            (None, Payments::Stripe { .. }) => Some("sqlite:platform.sqlite?mode=rwc".to_owned()),
            (None, Payments::Simulated) => None,
        };
        Ok(Settings {
            port: port(text("PORT")?)?,
            public_url,
            database_url,
            payments,
            mailer: mailer(&text)?,
            sweep_after: sweep_after(text("SWEEP_AFTER")?)?,
        })
    }
}

fn fail<T>(name: &str, text: &str) -> Result<T, SettingError> {
    Err(SettingError(format!("{name} {text}")))
}

fn port(text: Option<String>) -> Result<u16, SettingError> {
    let Some(text) = text else { return Ok(4242) };
    text.parse().or_else(|_| fail("PORT", "must be a number from 0 to 65535; 0 takes a free port"))
}

fn sweep_after(text: Option<String>) -> Result<Duration, SettingError> {
    let Some(text) = text else { return Ok(Duration::from_secs(120)) };
    match text.parse() {
        Ok(seconds @ 1..=86_400) => Ok(Duration::from_secs(seconds)),
        _ => fail("SWEEP_AFTER", "must be a number of seconds from 1 to 86400"),
    }
}

/// Checks for a scheme, a host and optionally a port, and nothing else.
fn origin(name: &str, text: String) -> Result<String, SettingError> {
    let origin = text.trim_end_matches('/');
    let host = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"));
    match host {
        Some(host)
            if !host.is_empty()
                && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte)) =>
        {
            Ok(origin.to_owned())
        }
        _ => fail(name, "must be an address without a path, such as https://shop.example"),
    }
}

/// Returns whether others can reach the shop there.
fn is_public(url: &str) -> bool {
    let host = url.strip_prefix("http://").unwrap_or_default();
    let local = ["127.0.0.1", "localhost", "[::1]"];
    !local
        .iter()
        .any(|name| host.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(':')))
}

fn database_url(text: String) -> Result<String, SettingError> {
    const NAME: &str = "DATABASE_URL";
    if text.starts_with("postgres://") || text.starts_with("postgresql://") {
        return Ok(text);
    }
    let Some(file) = text.strip_prefix("sqlite:") else {
        return fail(NAME, "must start with postgres:// or sqlite:");
    };
    if file.contains(":memory:") || file.trim_start_matches('/').is_empty() {
        return fail(NAME, "must name a file, such as sqlite:platform.sqlite: orders have to last");
    }
    let separator = if file.contains('?') { '&' } else { '?' };
    Ok(if file.contains("mode=") { text } else { format!("{text}{separator}mode=rwc") })
}

fn payments(
    text: &impl Fn(&str) -> Result<Option<String>, SettingError>,
    public_url: Option<&str>,
) -> Result<Payments, SettingError> {
    const KEY: &str = "STRIPE_SECRET_KEY";
    const SECRETS: &str = "STRIPE_WEBHOOK_SECRETS";
    const SIMULATE: &str = "SIMULATE";
    let simulate = match text(SIMULATE)?.as_deref() {
        None => false,
        Some("1") => true,
        Some(_) => return fail(SIMULATE, "must be 1, or not be there"),
    };
    let (key, secrets) = match (text(KEY)?, text(SECRETS)?) {
        (Some(key), Some(secrets)) => (key, secrets),
        (Some(_), None) => {
            return fail(SECRETS, "is missing: Stripe is used when it and STRIPE_SECRET_KEY are set");
        }
        (None, Some(_)) => {
            return fail(KEY, "is missing: Stripe is used when it and STRIPE_WEBHOOK_SECRETS are set");
        }
        (None, None) => {
            for name in ["STRIPE_API_BASE", "MERCHANTS", "CHECKOUT_DOMAIN"] {
                if text(name)?.is_some() {
                    return fail(
                        name,
                        "is for Stripe: set STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRETS as well",
                    );
                }
            }
            if !simulate && public_url.is_some_and(is_public) {
                return fail(
                    KEY,
                    "is missing: PUBLIC_URL is open to others, and no money would move; set it with \
                     STRIPE_WEBHOOK_SECRETS and MERCHANTS, or SIMULATE=1 if payments are to be simulated",
                );
            }
            return Ok(Payments::Simulated);
        }
    };
    if simulate {
        return fail(SIMULATE, "is for a shop without Stripe: remove it, or STRIPE_SECRET_KEY");
    }
    let wrong = |name: &str, error: &counterfoil::Error| {
        let why = error.faults().first().map_or_else(String::new, |fault| fault.message.clone());
        SettingError(format!("{name} is wrong: {why}"))
    };
    let key: SecretKey = key.parse().map_err(|error| wrong(KEY, &error))?;
    let webhooks = webhooks(&secrets, &key).map_err(|error| wrong(SECRETS, &error))?;
    let mut platform = Platform::new(key);
    let mut hosted_pages = vec!["https://*.stripe.com".to_owned()];
    if let Some(base) = text("STRIPE_API_BASE")? {
        platform = platform.with_api_base(&base).map_err(|error| wrong("STRIPE_API_BASE", &error))?;
        // A replacement for Stripe serves the hosted pages as well.
        hosted_pages.push(base.split('/').take(3).collect::<Vec<_>>().join("/"));
    }
    if let Some(domain) = text("CHECKOUT_DOMAIN")? {
        hosted_pages.push(origin("CHECKOUT_DOMAIN", domain)?);
    }
    let Some(list) = text("MERCHANTS")? else {
        return fail("MERCHANTS", "is missing: list the connected accounts as acct_…=Name,acct_…=Name");
    };
    Ok(Payments::Stripe { platform, webhooks, merchants: merchants(&list)?, hosted_pages })
}

/// Secrets with or without a label, separated by commas: `connect=whsec_…,old=whsec_…`.
fn webhooks(list: &str, key: &SecretKey) -> Result<Webhooks, counterfoil::Error> {
    let mode = if key.is_live() { Mode::Live } else { Mode::Test };
    let secrets = list.split(',').map(str::trim).enumerate().map(|(index, item)| {
        let labeled = item.split_once('=').filter(|(label, _)| !label.starts_with("whsec_"));
        let (label, secret) = match labeled {
            Some((label, secret)) => (label.to_owned(), secret),
            None => (format!("secret {}", index + 1), item),
        };
        EndpointSecret::new(label, secret).only_in(mode)
    });
    Webhooks::new(secrets)
}

fn merchants(list: &str) -> Result<Vec<(AccountId, String)>, SettingError> {
    let mut merchants: Vec<(AccountId, String)> = Vec::new();
    for item in list.split(',') {
        let parts = item.split_once('=').map(|(account, name)| (account.trim().parse(), name.trim()));
        let Some((Ok(account), name)) = parts.filter(|(_, name)| !name.is_empty()) else {
            return fail("MERCHANTS", "must be a list such as acct_1abc=Bakery,acct_1def=Bookshop");
        };
        if merchants.iter().any(|(other, _)| *other == account) {
            return fail("MERCHANTS", "names the same account twice");
        }
        merchants.push((account, name.to_owned()));
    }
    Ok(merchants)
}

fn mailer(
    text: &impl Fn(&str) -> Result<Option<String>, SettingError>,
) -> Result<Option<Mailer>, SettingError> {
    let (url, from) = match (text("SMTP_URL")?, text("MAIL_FROM")?) {
        (None, None) => return Ok(None),
        (Some(url), Some(from)) => (url, from),
        (Some(_), None) => {
            return fail(
                "MAIL_FROM",
                "is missing: SMTP_URL needs a sender, such as Shop <orders@shop.example>",
            );
        }
        (None, Some(_)) => return fail("SMTP_URL", "is missing: MAIL_FROM is used together with it"),
    };
    let Ok(from) = from.parse::<Mailbox>() else {
        return fail("MAIL_FROM", "must be an address such as Shop <orders@shop.example>");
    };
    let Ok(builder) = AsyncSmtpTransport::<Tokio1Executor>::from_url(&url) else {
        return fail(
            "SMTP_URL",
            "must look like smtps://user:password@mail.example or smtp://127.0.0.1:2525",
        );
    };
    Ok(Some(Mailer { transport: builder.timeout(Some(STEP_TIME)).build(), from }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(settings: &[(&str, &str)]) -> Result<Settings, SettingError> {
        Settings::read(|name| {
            settings.iter().find(|(known, _)| *known == name).map(|(_, value)| OsString::from(value))
        })
    }

    #[test]
    fn nothing_has_to_be_set() {
        let settings = read(&[]).unwrap();
        assert_eq!((settings.port, settings.database_url), (4242, None));
        assert!(matches!(settings.payments, Payments::Simulated));
    }

    #[test]
    fn stripe_needs_its_settings_together() {
        let key = ("STRIPE_SECRET_KEY", "sk_test_example");
        let secrets = ("STRIPE_WEBHOOK_SECRETS", "connect=whsec_example, whsec_other");
        let merchants = ("MERCHANTS", "acct_1=Bakery, acct_2=Books & More");
        let settings = read(&[key, secrets, merchants, ("STRIPE_API_BASE", "http://127.0.0.1:1")]).unwrap();
        let Payments::Stripe { merchants: found, .. } = settings.payments else { panic!() };
        assert_eq!(found[1].1, "Books & More");
        for (given, missing) in [
            (vec![key], "STRIPE_WEBHOOK_SECRETS"),
            (vec![secrets], "STRIPE_SECRET_KEY"),
            (vec![key, secrets], "MERCHANTS"),
            (vec![merchants], "MERCHANTS"),
        ] {
            assert!(read(&given).unwrap_err().0.starts_with(missing), "{missing}");
        }
    }

    #[test]
    fn money_is_simulated_in_public_only_when_told_so() {
        for url in [
            "https://shop.example",
            "https://localhost",
            "http://shop.example",
            "http://localhost.evil.example",
        ] {
            let SettingError(text) = read(&[("PUBLIC_URL", url)]).unwrap_err();
            assert!(
                text.starts_with("STRIPE_SECRET_KEY is missing") && text.contains("SIMULATE=1"),
                "{text}"
            );
            assert!(read(&[("PUBLIC_URL", url), ("SIMULATE", "1")]).is_ok());
        }
        for url in ["http://localhost:8080", "http://127.0.0.1", "http://[::1]:80"] {
            assert!(read(&[("PUBLIC_URL", url)]).is_ok(), "{url}");
        }
        for value in ["0", "yes", ""] {
            assert!(read(&[("SIMULATE", value)]).unwrap_err().0.starts_with("SIMULATE "), "{value}");
        }
        let mut stripe = vec![
            ("STRIPE_SECRET_KEY", "sk_test_example"),
            ("STRIPE_WEBHOOK_SECRETS", "whsec_example"),
            ("MERCHANTS", "acct_1=Bakery"),
            ("PUBLIC_URL", "https://shop.example"),
        ];
        assert!(read(&stripe).is_ok());
        stripe.push(("SIMULATE", "1"));
        assert!(read(&stripe).unwrap_err().0.starts_with("SIMULATE "));
    }

    #[test]
    fn forms_lead_to_stripes_pages_and_to_those_that_are_named() {
        let settings = read(&[
            ("STRIPE_SECRET_KEY", "sk_test_example"),
            ("STRIPE_WEBHOOK_SECRETS", "whsec_example"),
            ("MERCHANTS", "acct_1=Bakery"),
            ("STRIPE_API_BASE", "http://127.0.0.1:4400/"),
            ("CHECKOUT_DOMAIN", "https://pay.shop.example"),
        ]);
        let Payments::Stripe { hosted_pages, .. } = settings.unwrap().payments else { panic!() };
        assert_eq!(
            hosted_pages,
            ["https://*.stripe.com", "http://127.0.0.1:4400", "https://pay.shop.example"]
        );
    }

    #[test]
    fn what_is_malformed_is_named_and_no_secret_is_shown() {
        let stripe = [
            ("STRIPE_SECRET_KEY", "sk_test_example"),
            ("STRIPE_WEBHOOK_SECRETS", "whsec_example"),
            ("MERCHANTS", "acct_1=Bakery"),
        ];
        for (name, value) in [
            ("PORT", "70000"),
            ("PORT", " "),
            ("PUBLIC_URL", "shop.example"),
            ("PUBLIC_URL", "https://shop.example/hidden"),
            ("CHECKOUT_DOMAIN", "pay.hidden.example"),
            ("CHECKOUT_DOMAIN", "https://pay.hidden.example/; script-src *"),
            ("DATABASE_URL", "mysql://hidden"),
            ("DATABASE_URL", "sqlite::memory:"),
            ("STRIPE_SECRET_KEY", "pk_test_hidden"),
            ("STRIPE_SECRET_KEY", "hidden"),
            ("STRIPE_SECRET_KEY", ""),
            ("STRIPE_WEBHOOK_SECRETS", "sk_test_hidden"),
            ("STRIPE_WEBHOOK_SECRETS", "a=whsec_hidden,b=whsec_hidden"),
            ("STRIPE_WEBHOOK_SECRETS", "whsec_hidden,"),
            ("STRIPE_API_BASE", "ftp://hidden"),
            ("MERCHANTS", "hidden"),
            ("MERCHANTS", "acct_1=A,acct_1=B"),
            ("SMTP_URL", "smtp://127.0.0.1:25"),
            ("MAIL_FROM", "shop@example.com"),
        ] {
            let mut settings = vec![(name, value)];
            settings.extend(stripe.iter().filter(|(other, _)| *other != name));
            let SettingError(text) = read(&settings).unwrap_err();
            let other = if name == "SMTP_URL" { "MAIL_FROM" } else { "SMTP_URL" };
            assert!(text.starts_with(name) || text.starts_with(other), "{text}");
            assert!(!text.contains("hidden") && !text.contains('\n'), "{text}");
        }
        let mail = [("SMTP_URL", "https://user:hidden@mail.example"), ("MAIL_FROM", "shop@example.com")];
        assert!(!read(&mail).unwrap_err().0.contains("hidden"));
    }
}
