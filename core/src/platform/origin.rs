//! The origin of a server: scheme, host and port.

use std::net::{Ipv4Addr, Ipv6Addr};

/// Checks an origin; the error says what is wrong with it.
pub(super) fn check(origin: &str) -> Result<(), &'static str> {
    let shape = "expected an origin such as `https://api.stripe.com`: scheme, host and port, without user, path, query or fragment";
    let (is_encrypted, authority) = match (origin.strip_prefix("https://"), origin.strip_prefix("http://")) {
        (Some(authority), _) => (true, authority),
        (_, Some(authority)) => (false, authority),
        _ => return Err(shape),
    };
    let (host, port) = split(authority).ok_or(shape)?;
    if !port.is_none_or(is_port) {
        return Err("expected a port from 1 to 65535 after the colon, or no colon");
    }
    let host = Host::read(host).ok_or(shape)?;
    if is_encrypted || host.is_this_machine() {
        Ok(())
    } else {
        Err(
            "expected `https`: without it, anyone on the network can read the secret key; `http` is only for `localhost`, `127.0.0.1` and `[::1]`",
        )
    }
}

/// Splits host and port; the colons of an address in brackets belong to the host.
fn split(authority: &str) -> Option<(&str, Option<&str>)> {
    let end_of_host = if authority.starts_with('[') { authority.find(']')? + 1 } else { 0 };
    let (bracketed, rest) = authority.split_at_checked(end_of_host)?;
    if bracketed.is_empty() {
        return Some(rest.split_once(':').map_or((rest, None), |(host, port)| (host, Some(port))));
    }
    match rest {
        "" => Some((bracketed, None)),
        rest => Some((bracketed, Some(rest.strip_prefix(':')?))),
    }
}

fn is_port(port: &str) -> bool {
    port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse().is_ok_and(|port: u16| port > 0)
}

enum Host<'o> {
    V4(Ipv4Addr),
    V6(Ipv6Addr),
    Name(&'o str),
}

impl<'o> Host<'o> {
    fn read(host: &'o str) -> Option<Self> {
        if let Some(address) = host.strip_prefix('[') {
            return address.strip_suffix(']')?.parse().ok().map(Host::V6);
        }
        let is_label = |label: &str| {
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
            (1..=63).contains(&label.len()) && label.bytes().all(plain)
        };
        if host.len() > 253 || !host.split('.').all(is_label) {
            return None;
        }
        // A host that ends in a number is an address, and clients disagree about all notations but the usual
        // one.
        let last = host.rsplit('.').next().unwrap_or_default();
        let hex = last.strip_prefix("0x").or_else(|| last.strip_prefix("0X"));
        let is_number = last.bytes().all(|byte| byte.is_ascii_digit())
            || hex.is_some_and(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
        if is_number { host.parse().ok().map(Host::V4) } else { Some(Host::Name(host)) }
    }

    fn is_this_machine(&self) -> bool {
        match self {
            Host::V4(address) => address.is_loopback(),
            Host::V6(address) => address.is_loopback(),
            Host::Name(name) => name.eq_ignore_ascii_case("localhost"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn origins_are_told_from_other_addresses() {
        for origin in [
            "https://api.stripe.com",
            "https://stripe_proxy.internal:8443",
            "https://10.0.0.1",
            "https://[2001:db8::1]:443",
            "http://localhost:4242",
            "http://LOCALHOST",
            "http://127.0.0.1:12111",
            "http://127.255.255.254",
            "http://[::1]:65535",
        ] {
            assert_eq!(check(origin), Ok(()), "{origin}");
        }
        for origin in [
            "",
            "https://",
            "https:///",
            "https://:443",
            "https://.",
            "https://a..b",
            "https://a b",
            "https://a\nb",
            "https://ä.example",
            "https://user@shop.example",
            "https://user:secret@shop.example",
            "https://shop.example/v1",
            "https://shop.example?x=1",
            "https://shop.example#x",
            "https://shop.example\\x",
            "https://shop.example:",
            "https://shop.example:0",
            "https://shop.example:65536",
            "https://shop.example:+1",
            "https://shop.example:1:2",
            "https://[::1",
            "https://[::1]x",
            "https://[::1]:",
            "https://[fe80::1%25eth0]",
            "https://::1",
            "https://256.1.1.1",
            "https://127.1",
            "https://0x7f.1",
            "https://0x7f000001",
            "HTTPS://api.stripe.com",
            "ftp://shop.example",
            "shop.example",
            "http://shop.example",
            "http://10.0.0.1",
            "http://0.0.0.0",
            "http://[::]",
            "http://[::ffff:127.0.0.1]",
            "http://localhost.shop.example",
            "http://127.0.0.1.shop.example",
            "http://127.0.0.1@shop.example",
            "http://0177.0.0.1",
            "http://2130706433",
        ] {
            assert!(check(origin).is_err(), "{origin}");
        }
    }
}
