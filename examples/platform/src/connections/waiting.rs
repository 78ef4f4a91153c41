use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

/// The clients that this server is waiting for, in the order in which it began to: for a request, for the
/// rest of one, or to read a response.
#[derive(Default)]
pub(super) struct Waiting(Mutex<Line>);

#[derive(Default)]
struct Line {
    next: u64,
    clients: BTreeMap<u64, Arc<Notify>>,
}

impl Waiting {
    /// Closes the connection of the client that has been waited for longest, if there is one.
    pub(super) fn send_away_the_first(&self) {
        if let Some((_, client)) = self.line().clients.pop_first() {
            client.notify_one();
        }
    }

    fn line(&self) -> MutexGuard<'_, Line> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The client of one connection.
pub(super) struct Client {
    waiting: Arc<Waiting>,
    sent_away: Arc<Notify>,
    /// Its position in the queue; `None` while its request is being processed.
    place: Mutex<Option<u64>>,
}

/// The connection is about to be closed, to make room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SentAway;

impl fmt::Display for SentAway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("closed to make room for another connection")
    }
}

impl std::error::Error for SentAway {}

impl Client {
    /// Adds a client, which is being waited for.
    pub(super) fn of(waiting: &Arc<Waiting>) -> Self {
        let client =
            Client { waiting: Arc::clone(waiting), sent_away: Arc::default(), place: Mutex::default() };
        client.waits();
        client
    }

    /// Waits for it from now on; it goes to the end of the queue, unless it is already in it.
    pub(super) fn waits(&self) {
        let mut place = self.place();
        if place.is_none() {
            let mut line = self.waiting.line();
            line.next += 1;
            let last = line.next;
            line.clients.insert(last, Arc::clone(&self.sent_away));
            *place = Some(last);
        }
    }

    /// What was waited for has arrived. It must not be acted on if the client was sent away before.
    pub(super) fn arrived(&self) -> Result<(), SentAway> {
        let mut place = self.place();
        match *place {
            Some(at) if self.waiting.line().clients.remove(&at).is_none() => Err(SentAway),
            _ => {
                *place = None;
                Ok(())
            }
        }
    }

    /// Resolves when the client is sent away.
    pub(super) async fn sent_away(&self) {
        self.sent_away.notified().await;
    }

    fn place(&self) -> MutexGuard<'_, Option<u64>> {
        self.place.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        let _: Result<(), SentAway> = self.arrived();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_one_that_is_waited_for_longest_makes_room() {
        let waiting = Arc::new(Waiting::default());
        let [first, second, third] = std::array::from_fn(|_| Client::of(&waiting));
        first.arrived().unwrap();
        waiting.send_away_the_first();
        assert_eq!(second.arrived(), Err(SentAway), "the first was being answered");
        assert_eq!(second.arrived(), Err(SentAway), "and it stays so");
        first.waits();
        waiting.send_away_the_first();
        assert_eq!(third.arrived(), Err(SentAway), "the first went to the end of the line");
        assert_eq!(first.arrived(), Ok(()));
        waiting.send_away_the_first();
        assert_eq!(first.arrived(), Ok(()), "nobody is left to be sent away");
        drop((first, second, third));
        drop(Client::of(&waiting));
        assert!(waiting.line().clients.is_empty());
    }
}
