use crate::database::{Database, FromColumns, Tx, now};
use crate::effects;

use super::aftermath::{keep, kept};
use super::{Aftermath, Change, Goods, Order, Source};

/// The result of checking the money of a paid order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Booked {
    /// It has changed; in words.
    Changed(String),
    /// It has not changed, and the event was recorded.
    Noted,
    /// Neither the event nor the state is new.
    Repeated,
    /// The order has moved since its version was read: Stripe's response may be older than the books, so
    /// retrieve it again.
    Outdated,
}

/// Books what has happened to an order's money, with the resulting state of the goods and the e-mails, in one
/// transaction.
///
/// `now` was retrieved from Stripe after `order`, so the version of the order proves that nothing newer has
/// been booked: of any number of servers one wins, and the others retrieve again. `source` is the event that
/// caused this; without an event (`was_asked`), only a change is recorded.
pub(crate) async fn book(
    db: &Database,
    order: &Order,
    source: &Source,
    outcome: &str,
    was_asked: bool,
    now: &Aftermath,
    merchant_email: Option<&str>,
) -> Result<Booked, sqlx::Error> {
    let (source, now) = (&source.storable(), &now.storable());
    let mut tx = db.begin().await?;
    let row = sqlx::query("SELECT * FROM orders WHERE id = $1").bind(&order.id).fetch_one(&mut *tx).await?;
    let order = match Order::from_columns(&row)? {
        current if current.version == order.version => current,
        _ => {
            tx.rollback().await?;
            return Ok(Booked::Outdated);
        }
    };
    let changes = now.changes_since(&kept(&mut tx, &order).await?);
    let goods = order.goods.after(order.total.minor(), now);
    let note = words(&order, &changes, goods);
    let action = changes.first().map_or("none", Change::action);
    let is_news = if was_asked && changes.is_empty() {
        false
    } else {
        write(&mut tx, &order, source, outcome, action, &note).await?
    };
    if changes.is_empty() {
        tx.commit().await?;
        return Ok(if is_news { Booked::Noted } else { Booked::Repeated });
    }
    let moved =
        sqlx::query("UPDATE orders SET goods = $1, version = version + 1 WHERE id = $2 AND version = $3")
            .bind(goods.as_str())
            .bind(&order.id)
            .bind(order.version)
            .execute(&mut *tx)
            .await?;
    if moved.rows_affected() == 0 {
        tx.rollback().await?;
        return Ok(Booked::Outdated);
    }
    keep(&mut tx, now).await?;
    let order = Order { goods, ..order };
    for change in &changes {
        effects::tell_of(&mut tx, change, now, &order, merchant_email).await?;
    }
    tx.commit().await?;
    Ok(Booked::Changed(note))
}

/// Returns what changed, and what that means for the goods.
fn words(order: &Order, changes: &[Change], goods: Goods) -> String {
    let mut words: Vec<String> = changes.iter().map(|change| change.note(order.total)).collect();
    let harms = changes.iter().any(|change| matches!(change, Change::Refunded(_) | Change::Disputed(_)));
    match (order.goods, goods) {
        (Goods::Preparing, Goods::Stopped) => words.push("The goods were stopped.".to_owned()),
        (Goods::Stopped, Goods::Preparing) => words.push("The goods can leave again.".to_owned()),
        (Goods::Shipped, _) if harms => words.push("The goods had been shipped already.".to_owned()),
        _ => {}
    }
    words.join(" ")
}

/// Records the event in the order's history; returns false if it is already there.
async fn write(
    tx: &mut Tx,
    order: &Order,
    source: &Source,
    outcome: &str,
    action: &str,
    note: &str,
) -> Result<bool, sqlx::Error> {
    let written = sqlx::query(
        "INSERT INTO order_events
             (dedupe_key, order_id, event_id, event_type, outcome, action, note, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (dedupe_key) DO NOTHING",
    )
    .bind(&source.dedupe_key)
    .bind(&order.id)
    .bind(&source.event_id)
    .bind(&source.event_type)
    .bind(outcome)
    .bind(action)
    .bind((!note.is_empty()).then_some(note))
    .bind(now())
    .execute(&mut **tx)
    .await?;
    Ok(written.rows_affected() == 1)
}

#[cfg(test)]
mod tests {
    use counterfoil::checkout::Session;
    use counterfoil::fulfillment::Action;
    use counterfoil::money::{Amount, Currency};
    use counterfoil::webhook::OutcomeKind;

    use super::*;
    use crate::orders::{self, Handled, NewOrder, News, Refund};
    use crate::scratch::Scratch;

    fn refunds(order: &Order, all: &[(&str, i64)]) -> Aftermath {
        let refunds = all.iter().map(|(id, amount)| Refund {
            id: (*id).to_owned(),
            order_id: order.id.clone(),
            amount: *amount,
            status: "succeeded".to_owned(),
        });
        Aftermath { refunds: refunds.collect(), disputes: Vec::new() }
    }

    fn event(id: &str) -> Source {
        let id = id.to_owned();
        Source {
            dedupe_key: id.clone(),
            event_id: id,
            event_type: "t".into(),
            account: None,
            body: "".into(),
        }
    }

    /// An order whose payment page is open.
    async fn order(db: &Database) -> Order {
        let new = NewOrder {
            form_key: "f".into(),
            account: "acct_1".into(),
            merchant: "Bakery".into(),
            product: "Loaf".into(),
            quantity: 1,
            total: Amount::new(6_80, Currency::EUR),
            fee: 34,
        };
        let placed = orders::place(db, &new).await.unwrap();
        orders::set_payment_page(db, &placed, "cs_1", "http://127.0.0.1/").await.unwrap();
        orders::find(db, &placed.id).await.unwrap().unwrap()
    }

    #[tokio::test]
    async fn goods_whose_money_goes_back_before_it_has_come_are_stopped() {
        let scratch = Scratch::create().unwrap();
        let db = Database::open(&scratch.database_url()).await.unwrap();
        let order = order(&db).await;
        // A bank debit can be refunded while it is processing.
        let all = refunds(&order, &[("re_1", 680)]);
        let booked = super::book(&db, &order, &event("evt_1"), "refunded", false, &all, None).await.unwrap();
        assert!(matches!(booked, Booked::Changed(_)));
        let text = format!(
            r#"{{"id":"cs_1","object":"checkout.session","client_reference_id":"{}","amount_total":680,"currency":"eur"}}"#,
            order.id
        );
        let session = Session::from_json(&text).unwrap();
        let source = Source { account: Some("acct_1".parse().unwrap()), ..event("evt_2") };
        let news = News { source, was_asked: false, outcome: OutcomeKind::Paid, session };
        assert_eq!(orders::advance(&db, &news).await.unwrap(), Handled::Moved(Action::Fulfill));
        let order = orders::find(&db, &order.id).await.unwrap().unwrap();
        assert_eq!(order.goods, Goods::Stopped);
        assert!(!orders::ship(&db, &order).await.unwrap());
        db.close().await;
    }

    #[tokio::test]
    async fn what_was_read_before_another_step_is_not_booked() {
        let scratch = Scratch::create().unwrap();
        let db = Database::open(&scratch.database_url()).await.unwrap();
        let at_first = order(&db).await;
        let book = async |order: &Order, id: &str, now: &Aftermath| {
            super::book(&db, order, &event(id), "refunded", false, now, None).await.unwrap()
        };
        let older = refunds(&at_first, &[("re_1", 100)]);
        let newer = refunds(&at_first, &[("re_1", 100), ("re_2", 580)]);

        assert!(matches!(book(&at_first, "evt_2", &newer).await, Booked::Changed(_)));
        assert_eq!(book(&at_first, "evt_1", &older).await, Booked::Outdated, "it is older than what is kept");
        let order = orders::find(&db, &at_first.id).await.unwrap().unwrap();
        let kept = async || orders::aftermath_of(&db, std::slice::from_ref(&order)).await.unwrap();
        assert_eq!(kept().await, newer);
        // Retrieved again, the state is the stored one: the event is recorded once, and nothing changes.
        assert_eq!(book(&order, "evt_1", &newer).await, Booked::Noted);
        assert_eq!(book(&order, "evt_1", &newer).await, Booked::Repeated);
        assert_eq!(kept().await, newer);
        db.close().await;
    }
}
