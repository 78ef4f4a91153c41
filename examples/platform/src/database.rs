//! One database, SQLite or PostgreSQL, with the same SQL.

use std::io;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use sqlx::any::{AnyPoolOptions, AnyRow};
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::{Any, AnyConnection, AnyPool, Connection, Row, SqlSafeStr, Transaction};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// A transaction on either database.
pub(crate) type Tx = Transaction<'static, Any>;

/// The pool of connections, its schema up to date.
#[derive(Clone, Debug)]
pub(crate) struct Database {
    pool: AnyPool,
    begin: &'static str,
}

impl Database {
    /// Connects and brings the schema up to date. `url` must be one that the settings have checked.
    pub(crate) async fn open(url: &str) -> Result<Self, sqlx::Error> {
        sqlx::any::install_default_drivers();
        let is_sqlite = url.starts_with("sqlite:");
        // A pool keeps trying for a while and then only reports a timeout; a single connection reports the
        // reason.
        let first = tokio::time::timeout(CONNECT_TIMEOUT, AnyConnection::connect(url)).await;
        first.map_err(|_| sqlx::Error::Io(io::ErrorKind::TimedOut.into()))??.close().await?;
        let pool = AnyPoolOptions::new()
            .max_connections(8)
            .acquire_timeout(CONNECT_TIMEOUT)
            .after_connect(move |connection, _| {
                Box::pin(async move {
                    if is_sqlite {
                        // Readers continue while one connection writes.
                        sqlx::query("PRAGMA journal_mode = WAL").execute(connection).await?;
                    }
                    Ok(())
                })
            })
            .connect(url)
            .await?;
        Migrator::with_migrations(migrations()).run(&pool).await?;
        // A SQLite transaction that starts with a read cannot always continue with a write; one that starts
        // with a lock can.
        let begin = if is_sqlite { "BEGIN IMMEDIATE" } else { "BEGIN" };
        Ok(Database { pool, begin })
    }

    pub(crate) fn pool(&self) -> &AnyPool {
        &self.pool
    }

    pub(crate) async fn begin(&self) -> Result<Tx, sqlx::Error> {
        self.pool.begin_with(self.begin).await
    }

    pub(crate) async fn close(&self) {
        self.pool.close().await;
    }
}

/// The migrations, in order.
fn migrations() -> Vec<Migration> {
    let migration = |version, name: &'static str, text: &'static str| {
        Migration::new(version, name.into(), MigrationType::Simple, text.into_sql_str(), false)
    };
    vec![
        migration(1, "orders", include_str!("../migrations/0001_orders.sql")),
        migration(2, "admin", include_str!("../migrations/0002_admin.sql")),
        migration(3, "sweep", include_str!("../migrations/0003_sweep.sql")),
        migration(4, "aftermath", include_str!("../migrations/0004_aftermath.sql")),
    ]
}

/// Reads a record out of a row whose columns have the names of its fields.
pub(crate) trait FromColumns: Sized {
    fn from_columns(row: &AnyRow) -> Result<Self, sqlx::Error>;

    fn from_all(rows: &[AnyRow]) -> Result<Vec<Self>, sqlx::Error> {
        rows.iter().map(Self::from_columns).collect()
    }
}

/// Reads a column that holds the name of a value, such as a state.
pub(crate) fn parsed<T>(row: &AnyRow, column: &str) -> Result<T, sqlx::Error>
where
    T: std::str::FromStr,
    T::Err: std::error::Error + Send + Sync + 'static,
{
    let text: String = row.try_get(column)?;
    text.parse()
        .map_err(|error| sqlx::Error::ColumnDecode { index: column.to_owned(), source: Box::new(error) })
}

/// Returns a text that both databases can store: PostgreSQL's text has no U+0000, so U+FFFD replaces it. Used
/// for every text from outside, since an event that cannot be stored would fail each time it is delivered.
pub(crate) fn storable(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

/// Returns the current time in unix milliseconds.
pub(crate) fn now() -> i64 {
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(elapsed.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    #[tokio::test]
    async fn what_an_older_schema_has_kept_is_there_in_the_newest() {
        const KEPT: &str = "
            INSERT INTO orders (id, form_key, account, merchant, product, quantity, total, currency, fee, state,
                session_id, created_at)
            VALUES ('o1', 'f1', 'acct_1', 'Bakery', 'Loaf', 1, 680, 'eur', 34, 'fulfilled', 'cs_1', 1),
                ('o2', 'f2', 'acct_1', 'Bakery', 'Loaf', 1, 680, 'eur', 34, 'open', 'cs_2', 1);
            INSERT INTO order_events (dedupe_key, order_id, event_id, event_type, outcome, action, anomaly, recorded_at)
            VALUES ('k1', 'o1', 'evt_1', 't', 'paid', 'fulfill', NULL, 1), ('k2', 'o2', 'evt_2', 't', 'paid', 'none', 'why', 1);
            INSERT INTO outbox (id, order_id, kind, recipient, subject, body, created_at, due_at)
            VALUES ('m1', 'o1', 'receipt', 'a@b.example', 's', 'b', 1, 1);";
        let scratch = Scratch::create().unwrap();
        sqlx::any::install_default_drivers();
        let mut old = AnyConnection::connect(&scratch.database_url()).await.unwrap();
        let first: Vec<Migration> = migrations().into_iter().take(2).collect();
        Migrator::with_migrations(first).run(&mut old).await.unwrap();
        sqlx::raw_sql(KEPT).execute(&mut old).await.unwrap();
        old.close().await.unwrap();

        let db = Database::open(&scratch.database_url()).await.unwrap();
        let all = async |query: &'static str| -> Vec<String> {
            let rows = sqlx::query(query).fetch_all(db.pool()).await.unwrap();
            rows.iter().map(|row| row.get(0)).collect()
        };
        assert_eq!(all("SELECT goods FROM orders ORDER BY id").await, ["shipped", "none"]);
        let keys = all("SELECT dedupe_key FROM order_events ORDER BY event_id").await;
        assert_eq!(keys, ["k1", "contradiction:evt_2:k2"], "the key is free for the right event");
        assert_eq!(all("SELECT kind FROM outbox WHERE about = ''").await, ["receipt"]);
        db.close().await;
    }
}
