//! Settings made in the admin area, by name.

use sqlx::Row;

use crate::database::Database;

/// Whether merchants may choose payment methods for themselves on this platform's pages.
const FREEDOM: &str = "merchants_manage_methods";

pub(super) async fn merchants_manage(db: &Database) -> Result<bool, sqlx::Error> {
    let row = sqlx::query("SELECT value FROM settings WHERE name = $1")
        .bind(FREEDOM)
        .fetch_optional(db.pool())
        .await?;
    let value: Option<String> = row.map(|row| row.try_get("value")).transpose()?;
    Ok(value.as_deref() == Some("yes"))
}

pub(super) async fn set_merchants_manage(db: &Database, free: bool) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    )
    .bind(FREEDOM)
    .bind(if free { "yes" } else { "no" })
    .execute(db.pool())
    .await?;
    Ok(())
}
