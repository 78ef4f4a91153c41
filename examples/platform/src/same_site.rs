//! Rejects requests that a page of another site sends through a visitor's browser.
//!
//! A form on any page can post to this one, and the browser adds the visitor's credentials. Every browser
//! also says where such a request comes from, in a way that no page can change.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::app::App;
use crate::pages;

/// Accepts reads, and writes that come from this site's own pages or from no page at all.
pub(crate) async fn only(State(app): State<App>, request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if reads || is_own(request.headers(), &app.public_url) {
        return next.run(request).await;
    }
    tracing::warn!(path = request.uri().path(), "refused: a page of another site sent it");
    let text =
        "It came from a page of another site, so nothing was done. Please use the form on our own page.";
    pages::message(StatusCode::FORBIDDEN, "That was not done", text)
}

/// `Sec-Fetch-Site` decides if it is present. Browsers leave it out on plain HTTP, except on this machine;
/// then `Origin` decides, which they send with every post. A client that sends neither is not a browser.
fn is_own(headers: &HeaderMap, public_url: &str) -> bool {
    let mut sites = headers.get_all("sec-fetch-site").iter().peekable();
    if sites.peek().is_some() {
        // `none`: the visitor did it, not a page. `same-site` is another host of the same domain.
        return sites.all(|site| site == "same-origin" || site == "none");
    }
    let own = normal(public_url);
    headers.get_all(header::ORIGIN).iter().all(|origin| {
        let origin = origin.to_str().ok().map(normal);
        origin.is_some_and(|origin| origin == own)
    })
}

/// Returns an origin as browsers write it: in lower case, without the scheme's default port.
fn normal(origin: &str) -> String {
    let origin = origin.to_ascii_lowercase();
    let implied = if origin.starts_with("https:") { ":443" } else { ":80" };
    origin.strip_suffix(implied).unwrap_or(&origin).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_own_with(headers: &[(&'static str, &str)], public_url: &str) -> bool {
        let headers = headers.iter().map(|(name, value)| {
            (header::HeaderName::from_static(name), value.parse::<header::HeaderValue>().unwrap())
        });
        is_own(&headers.collect(), public_url)
    }

    #[test]
    fn what_the_browser_says_decides() {
        let shop = "https://shop.example";
        for (headers, own) in [
            (&[("sec-fetch-site", "same-origin")][..], true),
            (&[("sec-fetch-site", "none")], true),
            (&[("sec-fetch-site", "same-site")], false),
            (&[("sec-fetch-site", "cross-site")], false),
            (&[("sec-fetch-site", "Same-Origin")], false),
            (&[("sec-fetch-site", "")], false),
            (&[("sec-fetch-site", "cross-site"), ("origin", "https://shop.example")], false),
            (&[("sec-fetch-site", "same-origin"), ("origin", "null")], true),
            (&[("origin", "https://shop.example")], true),
            (&[("origin", "https://shop.example:443")], true),
            (&[("origin", "http://shop.example")], false),
            (&[("origin", "https://shop.example:8443")], false),
            (&[("origin", "https://shop.example.evil.example")], false),
            (&[("origin", "https://evil.example")], false),
            (&[("origin", "null")], false),
            (&[("origin", "")], false),
            (&[], true),
        ] {
            assert_eq!(is_own_with(headers, shop), own, "{headers:?}");
        }
        assert!(is_own_with(&[("origin", "http://shop.example")], "http://Shop.example:80"));
        assert!(is_own_with(&[("origin", "http://127.0.0.1:4242")], "http://127.0.0.1:4242"));
        assert!(!is_own_with(&[("origin", "http://127.0.0.1:4243")], "http://127.0.0.1:4242"));
    }

    #[test]
    fn two_answers_must_both_be_good() {
        let mut headers = HeaderMap::new();
        headers.append("sec-fetch-site", "same-origin".parse().unwrap());
        headers.append("sec-fetch-site", "cross-site".parse().unwrap());
        assert!(!is_own(&headers, "https://shop.example"));
    }
}
