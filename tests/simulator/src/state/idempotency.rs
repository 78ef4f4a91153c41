//! Idempotency keys: the first response to a key is repeated.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::form::Form;

/// How long a response is stored, in seconds.
const KEPT: i64 = 24 * 60 * 60;

/// The content of a request; two requests with the same key must have the same.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fingerprint {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) parameters: Form,
}

/// The responses of one account, by key.
#[derive(Debug, Default)]
pub(crate) struct Replies {
    stored: BTreeMap<String, Reply>,
}

/// What is stored for a key.
#[derive(Debug, PartialEq)]
pub(crate) enum Recall {
    Nothing,
    Answer { status: u16, body: Value },
    OtherRequest,
}

#[derive(Debug)]
struct Reply {
    fingerprint: Fingerprint,
    status: u16,
    body: Value,
    at: i64,
}

impl Replies {
    pub(crate) fn recall(&self, key: &str, fingerprint: &Fingerprint, now: i64) -> Recall {
        match self.stored.get(key) {
            Some(reply) if now - reply.at < KEPT => {
                if reply.fingerprint == *fingerprint {
                    Recall::Answer { status: reply.status, body: reply.body.clone() }
                } else {
                    Recall::OtherRequest
                }
            }
            _ => Recall::Nothing,
        }
    }

    /// Stores a response, unless it is an error before processing: then the same key may be tried again.
    pub(crate) fn keep(
        &mut self,
        key: String,
        fingerprint: Fingerprint,
        status: u16,
        body: &Value,
        now: i64,
    ) {
        if status == 200 || (status >= 500 && status != 501) {
            let reply = Reply { fingerprint, status, body: body.clone(), at: now };
            self.stored.insert(key, reply);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn request(body: &str) -> Fingerprint {
        Fingerprint {
            method: "POST".to_owned(),
            path: "/v1/checkout/sessions".to_owned(),
            parameters: crate::form::decode(body.as_bytes()).unwrap(),
        }
    }

    #[test]
    fn a_key_remembers_successes_and_server_errors_but_no_refusals() {
        for (status, kept) in [(200, true), (500, true), (400, false), (404, false), (501, false)] {
            let mut replies = Replies::default();
            replies.keep("k".to_owned(), request("a=1"), status, &json!({}), 0);
            let answer = replies.recall("k", &request("a=1"), 1);
            assert_eq!(answer != Recall::Nothing, kept, "{status}");
        }
    }

    #[test]
    fn another_request_under_the_same_key_is_noticed_whatever_the_order_of_parameters() {
        let mut replies = Replies::default();
        replies.keep("k".to_owned(), request("a=1&b=2"), 200, &json!({}), 0);
        assert!(matches!(replies.recall("k", &request("b=2&a=1"), 1), Recall::Answer { .. }));
        assert_eq!(replies.recall("k", &request("a=1&b=3"), 1), Recall::OtherRequest);
    }

    #[test]
    fn a_day_later_the_key_is_free_again() {
        let mut replies = Replies::default();
        replies.keep("k".to_owned(), request("a=1"), 200, &json!({}), 0);
        assert_eq!(replies.recall("k", &request("a=2"), KEPT), Recall::Nothing);
    }
}
