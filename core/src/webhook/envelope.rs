//! Events inside the envelopes of cloud providers.

use crate::json::Reader;

use super::event::Event;
use super::rejection::{RejectionCode, WebhookError};

impl<'b> Event<'b> {
    /// Unwraps an event that Amazon EventBridge delivered (`detail`).
    ///
    /// The envelope carries no signature. Call this only with what the provider itself delivered, such as
    /// the input of a function that nothing else can invoke, and never with the body of a public request.
    /// The event's label is `event_bridge`.
    pub fn from_event_bridge(envelope: &'b [u8]) -> Result<Self, WebhookError> {
        Event::parse(unwrap(envelope, "detail")?, "event_bridge".into())
    }

    /// Unwraps an event that Azure Event Grid delivered (`data`).
    ///
    /// As with [`Event::from_event_bridge`], the only proof is the channel that it comes through. The event's
    /// label is `event_grid`.
    pub fn from_event_grid(envelope: &'b [u8]) -> Result<Self, WebhookError> {
        Event::parse(unwrap(envelope, "data")?, "event_grid".into())
    }
}

/// The text of one member of an envelope.
fn unwrap<'b>(envelope: &'b [u8], member: &str) -> Result<&'b [u8], WebhookError> {
    let reject =
        |code| WebhookError::new(code, "expected the provider's envelope with an event of stripe's inside");
    let text = std::str::from_utf8(envelope).map_err(|_| reject(RejectionCode::InvalidUtf8))?;
    let mut found = None;
    let mut twice = false;
    let mut reader = Reader::new(text);
    let read = reader.object(|value, key| {
        let text = value.skip()?;
        if key == member {
            twice |= found.replace(text.as_bytes()).is_some();
        }
        Ok(())
    });
    if read.is_err() || reader.end().is_err() {
        return Err(reject(RejectionCode::InvalidJson));
    }
    if twice {
        return Err(reject(RejectionCode::DuplicateKey));
    }
    found.ok_or_else(|| reject(RejectionCode::NotAnEvent))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_event_inside_is_read() {
        let event = r#"{"id":"evt_1","object":"event","type":"ping","livemode":false,"created":1,"data":{"object":{}}}"#;
        let bridge = format!(r#"{{"version":"0","account":"506417113029","detail":{event}}}"#);
        let grid = format!(r#"{{"specversion":"1.0","data":{event}}}"#);
        assert_eq!(Event::from_event_bridge(bridge.as_bytes()).unwrap().label(), "event_bridge");
        assert_eq!(Event::from_event_grid(grid.as_bytes()).unwrap().label(), "event_grid");
        assert_eq!(Event::from_event_grid(bridge.as_bytes()).unwrap_err().code(), "not_an_event");
        assert_eq!(Event::from_event_bridge(b"{").unwrap_err().code(), "invalid_json");
    }
}
