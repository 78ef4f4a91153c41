//! Takes e-mails from the outbox and sends them by SMTP.
//!
//! Any number of servers may do this at the same time: each e-mail is claimed before it is sent. If a server
//! dies between sending and recording that, the claim expires and the e-mail is sent again with the same
//! Message-ID: at least once. A server that is told to stop finishes the current one.

use std::time::Duration;

use lettre::message::header::ContentType;
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::AsyncSmtpTransport;
use lettre::{AsyncTransport, Tokio1Executor};
use tokio::sync::watch;
use tokio::time::timeout;

use crate::database::{Database, FromColumns, now, storable};
use crate::effects::Mail;

/// How often the outbox is checked.
const PAUSE: Duration = Duration::from_secs(1);
/// How long sending may take in total; a claim lasts longer.
pub(crate) const SEND_TIME: Duration = Duration::from_secs(20);
/// How long each step of it may take: less, so that an accepted e-mail counts as sent even if the mail server
/// never closes the session.
pub(crate) const STEP_TIME: Duration = Duration::from_secs(15);
const CLAIM_MILLIS: i64 = 120_000;
const LONGEST_BACK_OFF_MILLIS: i64 = 3_600_000;

/// A way to send e-mail.
#[derive(Clone, Debug)]
pub(crate) struct Mailer {
    pub(crate) transport: AsyncSmtpTransport<Tokio1Executor>,
    pub(crate) from: Mailbox,
}

/// Sends the e-mails in the outbox, until `stop` becomes true.
pub(crate) async fn run(db: Database, mailer: Mailer, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        match claim(&db).await {
            Ok(Some(mail)) => {
                let outcome = timeout(SEND_TIME, mailer.send(&mail)).await;
                let outcome = outcome.unwrap_or_else(|_| Err("the mail server took too long".to_owned()));
                if let Err(error) = &outcome {
                    tracing::warn!(mail = mail.id, attempts = mail.attempts, "e-mail not sent: {error}");
                }
                if let Err(error) = note(&db, &mail, outcome).await {
                    tracing::error!(mail = mail.id, "cannot note what became of an e-mail: {error}");
                }
                continue;
            }
            Ok(None) => {}
            Err(error) => tracing::error!("cannot look into the outbox: {error}"),
        }
        // Only the pause is cut short, never the sending.
        let _ = timeout(PAUSE, stop.wait_for(|stopped| *stopped)).await;
    }
}

impl Mailer {
    async fn send(&self, mail: &Mail) -> Result<(), String> {
        let recipient: Mailbox =
            mail.recipient.parse().map_err(|error| format!("the address is none: {error}"))?;
        let domain = self.from.email.domain();
        let message = Message::builder()
            .message_id(Some(format!("<{}@{domain}>", mail.id)))
            .from(self.from.clone())
            .to(recipient)
            .subject(&mail.subject)
            .header(ContentType::TEXT_PLAIN)
            .body(mail.body.clone())
            .map_err(|error| error.to_string())?;
        self.transport.send(message).await.map(drop).map_err(|error| error.to_string())
    }
}

/// Takes the oldest e-mail that is due. No other server gets it until the claim has expired.
async fn claim(db: &Database) -> Result<Option<Mail>, sqlx::Error> {
    let now = now();
    // The last condition excludes a second server that chose the same row a moment earlier.
    let row = sqlx::query(
        "UPDATE outbox SET attempts = attempts + 1, due_at = $1
         WHERE id = (SELECT id FROM outbox WHERE sent_at IS NULL AND due_at <= $2 ORDER BY due_at LIMIT 1)
           AND sent_at IS NULL AND due_at <= $2
         RETURNING *",
    )
    .bind(now + CLAIM_MILLIS)
    .bind(now)
    .fetch_optional(db.pool())
    .await?;
    row.as_ref().map(Mail::from_columns).transpose()
}

async fn note(db: &Database, mail: &Mail, outcome: Result<(), String>) -> Result<(), sqlx::Error> {
    let query = match outcome {
        Ok(()) => sqlx::query("UPDATE outbox SET sent_at = $1, last_error = NULL WHERE id = $2").bind(now()),
        Err(error) => {
            let pause = (1_000 << mail.attempts.clamp(1, 20)).min(LONGEST_BACK_OFF_MILLIS);
            sqlx::query("UPDATE outbox SET due_at = $1, last_error = $2 WHERE id = $3")
                .bind(now() + pause)
                .bind(storable(&error))
        }
    };
    query.bind(&mail.id).execute(db.pool()).await?;
    Ok(())
}
