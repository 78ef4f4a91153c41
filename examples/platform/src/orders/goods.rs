use std::fmt;
use std::str::FromStr;

use crate::database::Database;

use super::{Aftermath, Order};

/// How far the goods of an order are. They can be stopped until they are shipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Goods {
    /// Nothing has been paid.
    None,
    /// Paid, and still at the merchant's.
    Preparing,
    /// Held back: the money went back, or the customer's bank asks for it.
    Stopped,
    /// With the customer, or on the way.
    Shipped,
}

/// A text that is none of the names.
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

    /// Where the goods go from here, by what has become of the money.
    pub(crate) fn after(self, total: i64, aftermath: &Aftermath) -> Goods {
        match self {
            Goods::Preparing | Goods::Stopped if aftermath.holds_goods(total) => Goods::Stopped,
            Goods::Preparing | Goods::Stopped => Goods::Preparing,
            Goods::None | Goods::Shipped => self,
        }
    }
}

/// The goods leave. False if they have left already, or must not.
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
