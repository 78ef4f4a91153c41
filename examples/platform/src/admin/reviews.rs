//! Changes the defaults in two steps: shows the effect on each merchant, then applies exactly that.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use counterfoil::merchants::{MerchantEffect, Review, WantedMethod};
use maud::{Markup, html};
use sqlx::Row;
use uuid::Uuid;

use super::methods::{self, title};
use super::{Halt, office};
use crate::app::{App, Parts};
use crate::database::{now, storable};
use crate::incoming::Form;
use crate::pages;

/// A review as it is stored.
struct Stored {
    id: String,
    review: Review,
    state: String,
}

/// `POST /admin/reviews`: the table, with a default for each method.
pub(super) async fn create(
    State(app): State<App>,
    Form(form): Form<BTreeMap<String, String>>,
) -> Result<Response, Halt> {
    let found = methods::read(&app).await?;
    let wanted: Vec<WantedMethod> =
        form.into_iter().map(|(method, setting)| WantedMethod { method, setting }).collect();
    let review = Review::of(&found.parent, &found.merchants, &wanted)?;
    let id = Uuid::now_v7().simple().to_string();
    sqlx::query("INSERT INTO reviews (id, saved, state, created_at) VALUES ($1, $2, 'new', $3)")
        .bind(&id)
        .bind(review.save())
        .bind(now())
        .execute(app.db.pool())
        .await?;
    Ok(Redirect::to(&format!("/admin/reviews/{id}")).into_response())
}

/// `GET /admin/reviews/{id}`
pub(super) async fn show(State(app): State<App>, Path(id): Path<String>) -> Result<Response, Halt> {
    let Some(stored) = find(&app, &id).await? else { return Ok(missing()) };
    Ok(office("Review", &dialog(&app, &stored, None)))
}

/// `POST /admin/reviews/{id}/apply`: makes the calls that are left. After an interruption it continues where
/// it stopped, since calls that have taken effect are not made again.
pub(super) async fn apply(State(app): State<App>, Path(id): Path<String>) -> Result<Response, Halt> {
    let Some(stored) = find(&app, &id).await? else { return Ok(missing()) };
    if stored.state == "applied" {
        return Ok(Redirect::to("/admin").into_response());
    }
    set_state(&app, &id, "applying").await?;
    match carry_out(&app, &stored.review).await {
        Ok(()) => {
            set_state(&app, &id, "applied").await?;
            Ok(Redirect::to("/admin").into_response())
        }
        Err(error) => {
            tracing::error!(review = id, code = error.code(), "the apply stopped: {error}");
            let stored = Stored { state: "applying".to_owned(), ..stored };
            let status = if error.code() == "review_outdated" {
                StatusCode::CONFLICT
            } else {
                StatusCode::BAD_GATEWAY
            };
            let mut response = office("Review", &dialog(&app, &stored, Some(&error)));
            *response.status_mut() = status;
            Ok(response)
        }
    }
}

async fn carry_out(app: &Parts, review: &Review) -> Result<(), counterfoil::Error> {
    loop {
        let found = methods::read(app).await?;
        let left = review.remaining(&found.parent, &found.merchants)?;
        let Some(step) = left.into_iter().next() else { return Ok(()) };
        app.http.send(app.platform.call(step.operation, step.key)?).await?;
    }
}

/// The effects on all merchants, and the two buttons.
fn dialog(app: &Parts, stored: &Stored, error: Option<&counterfoil::Error>) -> Markup {
    let review = &stored.review;
    let outdated = error.is_some_and(|error| error.code() == "review_outdated");
    html! {
        dialog.card open #review-dialog data-state=(stored.state) aria-labelledby="review-title" {
            h1 #review-title { "Review changes" }
            @if review.changes.is_empty() {
                p #no-changes { "Everything is as you want it already." }
            }
            ul {
                @for change in &review.changes {
                    li.change data-method=(change.method) {
                        strong { (title(&change.method)) } " by default: " (change.before) " → " (change.after)
                    }
                }
            }
            @if !review.effects.is_empty() {
                div.scroll { (effects(app, review)) }
            }
            @if let Some(error) = error {
                (halted(error))
            }
            div.actions {
                @if !review.changes.is_empty() && !outdated {
                    form method="post" action={ "/admin/reviews/" (stored.id) "/apply" } {
                        button #apply type="submit" {
                            @if stored.state == "applying" { "Resume" } @else { "Save and apply" }
                        }
                    }
                }
                a.plain href="/admin" { @if outdated { "Make a new review" } @else { "Cancel" } }
            }
        }
    }
}

fn effects(app: &Parts, review: &Review) -> Markup {
    html! {
        table.effects {
            thead {
                tr {
                    th { "Merchant" } th { "Method" } th { "Now" } th { "Then" } th { "May choose" } th { "Needs" }
                    th { "Customers will" }
                }
            }
            tbody {
                @for effect in &review.effects {
                    tr data-account=(effect.account) data-method=(effect.method) data-after=(effect.after) {
                        td { (name(app, &effect.account)) }
                        td { (title(&effect.method)) }
                        td { (effect.before) }
                        td {
                            (effect.after)
                            @if let Some(chosen) = &effect.chosen { span.quiet { " (its own choice: " (chosen) ")" } }
                        }
                        td { @if effect.may_override { "yes" } @else { "no" } }
                        td { (needs(effect)) }
                        td {
                            @match effect.customers.as_str() {
                                "shown" => "see it",
                                "hidden_without_capability" => "not see it yet",
                                _ => "not see it",
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The capability that the method needs, and whether the merchant has it.
fn needs(effect: &MerchantEffect) -> Markup {
    html! {
        @if let Some(capability) = &effect.capability {
            @let status = effect.capability_status.as_deref().unwrap_or("unknown");
            code { (capability) } " " span.badge.fulfilled[status == "active"] { (status) }
        } @else {
            span.quiet { "–" }
        }
    }
}

fn halted(error: &counterfoil::Error) -> Markup {
    html! {
        div.why #halted data-code=(error.code()) role="alert" {
            @if error.code() == "review_outdated" {
                p { "Something has changed since this review was made, so nothing further was done:" }
                ul { @for fault in error.faults() { li { (fault.path) " " (fault.message) } } }
            } @else {
                p { "It stopped on the way: " (error) ". What was done stays done; go on when you like." }
            }
        }
    }
}

fn name<'a>(app: &'a Parts, account: &'a str) -> &'a str {
    let known = app.catalog.merchants().iter().find(|merchant| merchant.account.as_str() == account);
    known.map_or(account, |merchant| &merchant.name)
}

async fn find(app: &Parts, id: &str) -> Result<Option<Stored>, Halt> {
    let row = sqlx::query("SELECT saved, state FROM reviews WHERE id = $1")
        .bind(storable(id))
        .fetch_optional(app.db.pool())
        .await?;
    let Some(row) = row else { return Ok(None) };
    let saved: String = row.try_get("saved")?;
    Ok(Some(Stored { id: id.to_owned(), review: Review::resume(&saved)?, state: row.try_get("state")? }))
}

async fn set_state(app: &Parts, id: &str, state: &str) -> Result<(), sqlx::Error> {
    sqlx::query("UPDATE reviews SET state = $1 WHERE id = $2")
        .bind(state)
        .bind(id)
        .execute(app.db.pool())
        .await?;
    Ok(())
}

fn missing() -> Response {
    let text = "The address is incomplete, or the review was never made.";
    pages::message(StatusCode::NOT_FOUND, "There is no such review", text)
}
