use std::fmt;
use std::str::FromStr;

use crate::database::Database;

use super::{Aftermath, Order};

/// The state of an order's goods. They can be stopped until they are shipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Goods {
    /// Nothing has been paid.
    None,
    /// Paid, and still with the merchant.
    Preparing,
    /// Held back: the payment was refunded, or is disputed.
    Stopped,
    /// With the customer, or on the way.
    Shipped,
}

/// A text that is not one of the names.
#[derive(Debug)]
pub(crate) struct NotGoods(String);

impl Goods {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Goods::None => "none",
            Goods::Preparing => "preparing",
            Goods::Stopped => "stopped",
            Goods::Shipped => "shipped",
        }
    }

    /// Returns the next state of the goods, by what has happened to the money.
    pub(crate) fn after(self, total: i64, aftermath: &Aftermath) -> Goods {
        match self {
            Goods::Preparing | Goods::Stopped if aftermath.holds_goods(total) => Goods::Stopped,
            Goods::Preparing | Goods::Stopped => Goods::Preparing,
            Goods::None | Goods::Shipped => self,
        }
    }
}

/// Marks the goods as shipped. Returns false if they were shipped already, or must not be.
pub(crate) async fn ship(db: &Database, order: &Order) -> Result<bool, sqlx::Error> {
    let done = sqlx::query(
        "UPDATE orders SET goods = 'shipped', version = version + 1 WHERE id = $1 AND goods = 'preparing'",
    )
    .bind(&order.id)
    .execute(db.pool())
    .await?;
    Ok(done.rows_affected() == 1)
}

impl FromStr for Goods {
    type Err = NotGoods;

    fn from_str(text: &str) -> Result<Self, NotGoods> {
        let all = [Goods::None, Goods::Preparing, Goods::Stopped, Goods::Shipped];
        all.into_iter().find(|goods| goods.as_str() == text).ok_or_else(|| NotGoods(text.to_owned()))
    }
}

impl fmt::Display for NotGoods {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} does not say how far goods are", self.0)
    }
}

impl std::error::Error for NotGoods {}
