//! Marks a database as one for real or for simulated payments, so that the two never mix.
//!
//! A simulator forgets its payments when it ends. Orders that outlived it would wait for events that never
//! arrive, so a database of simulated payments starts empty each time.

use std::fmt;

use sqlx::{AssertSqlSafe, Row};

use crate::database::{Database, Tx};

/// The name of this setting.
const NAME: &str = "payments";
const SIMULATED: &str = "simulated";
const STRIPE: &str = "stripe";

/// All tables except the settings, with those that refer to others first.
const TABLES: &[&str] = &[
    "order_events",
    "sales",
    "outbox",
    "refunds",
    "disputes",
    "orders",
    "unmatched_events",
    "reviews",
    "plans",
];

/// Why a database is not used.
#[derive(Debug)]
pub(crate) enum Unfit {
    /// It has orders that were not simulated, or whose origin is unknown.
    HasOrders,
    /// It belongs to a simulator.
    IsSimulated,
    Unusable(sqlx::Error),
}

impl From<sqlx::Error> for Unfit {
    fn from(error: sqlx::Error) -> Self {
        Unfit::Unusable(error)
    }
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unfit::HasOrders => f.write_str(
                "this database may have orders of real payments, and simulated ones start from nothing: \
                 name another one, or set STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRETS",
            ),
            Unfit::IsSimulated => f.write_str(
                "this database is for simulated payments, which are thrown away: name another one for Stripe's",
            ),
            Unfit::Unusable(error) => error.fmt(f),
        }
    }
}

/// Prepares the database for payments with Stripe, and keeps simulators away from it.
pub(crate) async fn real(db: &Database) -> Result<(), Unfit> {
    let mut tx = db.begin().await?;
    match purpose(&mut tx).await?.as_deref() {
        Some(SIMULATED) => return Err(Unfit::IsSimulated),
        Some(_) => {}
        None => dedicate(&mut tx, STRIPE).await?,
    }
    Ok(tx.commit().await?)
}

/// Prepares the database for a new simulator: empty, whatever an earlier one has left.
pub(crate) async fn simulated(db: &Database) -> Result<(), Unfit> {
    let mut tx = db.begin().await?;
    match purpose(&mut tx).await?.as_deref() {
        Some(SIMULATED) => clear(&mut tx).await?,
        None if is_empty(&mut tx).await? => dedicate(&mut tx, SIMULATED).await?,
        _ => return Err(Unfit::HasOrders),
    }
    Ok(tx.commit().await?)
}

async fn purpose(tx: &mut Tx) -> Result<Option<String>, sqlx::Error> {
    let row = sqlx::query("SELECT value FROM settings WHERE name = $1")
        .bind(NAME)
        .fetch_optional(&mut **tx)
        .await?;
    row.map(|row| row.try_get("value")).transpose()
}

async fn dedicate(tx: &mut Tx, purpose: &str) -> Result<(), sqlx::Error> {
    // Two servers that start at the same time write the same.
    sqlx::query("INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING")
        .bind(NAME)
        .bind(purpose)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

async fn is_empty(tx: &mut Tx) -> Result<bool, sqlx::Error> {
    for table in TABLES {
        let query = AssertSqlSafe(format!("SELECT 1 FROM {table} LIMIT 1"));
        if sqlx::query(query).fetch_optional(&mut **tx).await?.is_some() {
            return Ok(false);
        }
    }
    Ok(true)
}

async fn clear(tx: &mut Tx) -> Result<(), sqlx::Error> {
    for table in TABLES {
        sqlx::query(AssertSqlSafe(format!("DELETE FROM {table}"))).execute(&mut **tx).await?;
    }
    sqlx::query("DELETE FROM settings WHERE name <> $1").bind(NAME).execute(&mut **tx).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    #[tokio::test]
    async fn every_table_of_the_schema_is_cleared() {
        let scratch = Scratch::create().unwrap();
        let db = Database::open(&scratch.database_url()).await.unwrap();
        let rows =
            sqlx::query("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> '_sqlx_migrations'")
                .fetch_all(db.pool())
                .await
                .unwrap();
        let mut there: Vec<String> = rows.iter().map(|row| row.get("name")).collect();
        let mut known: Vec<&str> = TABLES.iter().copied().chain(["settings"]).collect();
        there.sort_unstable();
        known.sort_unstable();
        assert_eq!(there, known);
        db.close().await;
    }

    #[tokio::test]
    async fn real_and_simulated_payments_do_not_share_a_database() {
        let scratch = Scratch::create().unwrap();
        let db = Database::open(&scratch.database_url()).await.unwrap();
        let plan =
            || sqlx::query("INSERT INTO plans (account, customer, updated_at) VALUES ('acct_1', 'cus_1', 1)");
        plan().execute(db.pool()).await.unwrap();
        assert!(matches!(simulated(&db).await, Err(Unfit::HasOrders)), "nobody knows whose it is");
        sqlx::query("DELETE FROM plans").execute(db.pool()).await.unwrap();
        simulated(&db).await.unwrap();
        plan().execute(db.pool()).await.unwrap();
        assert!(matches!(real(&db).await, Err(Unfit::IsSimulated)));
        simulated(&db).await.unwrap();
        let left = sqlx::query("SELECT account FROM plans").fetch_all(db.pool()).await.unwrap();
        assert!(left.is_empty());
        db.close().await;

        let scratch = Scratch::create().unwrap();
        let db = Database::open(&scratch.database_url()).await.unwrap();
        real(&db).await.unwrap();
        real(&db).await.unwrap();
        assert!(matches!(simulated(&db).await, Err(Unfit::HasOrders)));
        db.close().await;
    }
}
