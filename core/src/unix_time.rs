use std::time::Duration;

/// A time in unix seconds, from whichever type the host has: an integer, or the [`Duration`] since the epoch
/// that the standard library's clock returns.
///
/// A time that does not fit `i64` becomes its largest value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnixTime(i64);

impl UnixTime {
    /// Returns the seconds since the epoch.
    #[must_use]
    pub fn seconds(self) -> i64 {
        self.0
    }
}

impl From<i64> for UnixTime {
    fn from(seconds: i64) -> Self {
        UnixTime(seconds)
    }
}

impl From<u64> for UnixTime {
    fn from(seconds: u64) -> Self {
        UnixTime(i64::try_from(seconds).unwrap_or(i64::MAX))
    }
}

/// The type of an integer literal without other hints.
impl From<i32> for UnixTime {
    fn from(seconds: i32) -> Self {
        UnixTime(seconds.into())
    }
}

impl From<u32> for UnixTime {
    fn from(seconds: u32) -> Self {
        UnixTime(seconds.into())
    }
}

impl From<Duration> for UnixTime {
    fn from(since_epoch: Duration) -> Self {
        since_epoch.as_secs().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_of_a_host_is_the_same_time() {
        let times: [UnixTime; 5] =
            [7_i64.into(), 7_u64.into(), 7.into(), 7_u32.into(), Duration::from_millis(7_999).into()];
        assert!(times.iter().all(|time| time.seconds() == 7));
        assert_eq!(UnixTime::from(-7).seconds(), -7);
        assert_eq!(UnixTime::from(u64::MAX).seconds(), i64::MAX);
        assert_eq!(UnixTime::from(Duration::MAX).seconds(), i64::MAX);
    }
}
