use crate::names::names;

names! {
    /// Why there is nothing to act on.
    #[non_exhaustive]
    pub enum IgnoredReason {
        /// The type of the event has no outcome.
        OtherType = "other_type",
        /// It comes from the platform's account where a connected one was expected, or the other way
        /// round; or it is a thin event from a context that is no account.
        WrongSource = "wrong_source",
        /// It is a test event at a live endpoint, or the other way round.
        WrongMode = "wrong_mode",
        /// The session or its payment has a status that this version does not know; nothing is
        /// assumed.
        UnknownPaymentStatus = "unknown_payment_status",
        /// The event's object is not the one that its type promises, or lacks what the outcome needs.
        UnreadableObject = "unreadable_object",
    }
}
