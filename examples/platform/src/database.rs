//! One database, SQLite or PostgreSQL, behind the same SQL.

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
    /// Connects and brings the schema up to date. `url` is one that the settings have checked.
    pub(crate) async fn open(url: &str) -> Result<Self, sqlx::Error> {
        sqlx::any::install_default_drivers();
        let is_sqlite = url.starts_with("sqlite:");
        // A pool goes on trying for a while and then only says that it did; one connection says why.
        let first = tokio::time::timeout(CONNECT_TIMEOUT, AnyConnection::connect(url)).await;
        first.map_err(|_| sqlx::Error::Io(io::ErrorKind::TimedOut.into()))??.close().await?;
        let pool = AnyPoolOptions::new()
            .max_connections(8)
            .acquire_timeout(CONNECT_TIMEOUT)
            .after_connect(move |connection, _| {
                Box::pin(async move {
                    if is_sqlite {
                        // Readers go on while one writes.
                        sqlx::query("PRAGMA journal_mode = WAL").execute(connection).await?;
                    }
                    Ok(())
                })
            })
            .connect(url)
            .await?;
        let migration = |version, name: &'static str, text: &'static str| {
            Migration::new(version, name.into(), MigrationType::Simple, text.into_sql_str(), false)
        };
        Migrator::with_migrations(vec![
            migration(1, "orders", include_str!("../migrations/0001_orders.sql")),
            migration(2, "admin", include_str!("../migrations/0002_admin.sql")),
            migration(3, "sweep", include_str!("../migrations/0003_sweep.sql")),
            migration(4, "aftermath", include_str!("../migrations/0004_aftermath.sql")),
        ])
        .run(&pool)
        .await?;
        // A transaction of SQLite's that starts by reading cannot always go on to write; one that
        // starts by locking can.
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

/// Reads a record out of a row whose columns have the names of its fields.
pub(crate) trait FromColumns: Sized {
    fn from_columns(row: &AnyRow) -> Result<Self, sqlx::Error>;

    fn from_all(rows: &[AnyRow]) -> Result<Vec<Self>, sqlx::Error> {
        rows.iter().map(Self::from_columns).collect()
    }
}

/// A column that holds the name of a value, such as a state.
pub(crate) fn parsed<T>(row: &AnyRow, column: &str) -> Result<T, sqlx::Error>
where
    T: std::str::FromStr,
    T::Err: std::error::Error + Send + Sync + 'static,
{
    let text: String = row.try_get(column)?;
    text.parse()
        .map_err(|error| sqlx::Error::ColumnDecode { index: column.to_owned(), source: Box::new(error) })
}

/// A text as both databases can hold it: PostgreSQL's have no U+0000, so U+FFFD stands in its place. For
/// every text that comes from outside, since one that is refused is refused each time it comes again.
pub(crate) fn storable(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

/// Unix milliseconds.
pub(crate) fn now() -> i64 {
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(elapsed.as_millis()).unwrap_or(i64::MAX)
}
