//! The products and their sellers.

use counterfoil::money::{Amount, Currency};
use counterfoil::{AccountId, Fee};

/// The maximum quantity of one product in an order.
pub(crate) const MOST: i64 = 20;

/// All merchants of the platform.
#[derive(Clone, Debug)]
pub(crate) struct Catalog {
    merchants: Vec<Merchant>,
}

/// A merchant: a connected account, and its products.
#[derive(Clone, Debug)]
pub(crate) struct Merchant {
    pub(crate) account: AccountId,
    pub(crate) name: String,
    pub(crate) tagline: &'static str,
    pub(crate) products: &'static [Product],
}

/// A product and its unit price.
#[derive(Debug)]
pub(crate) struct Product {
    pub(crate) slug: &'static str,
    pub(crate) name: &'static str,
    pub(crate) description: &'static str,
    price: i64,
    currency: Currency,
}

impl Product {
    pub(crate) fn price(&self) -> Amount {
        Amount::new(self.price, self.currency)
    }
}

impl Catalog {
    /// Creates a catalog for each merchant. There are two assortments; merchants get them in turn.
    pub(crate) fn new(merchants: impl IntoIterator<Item = (AccountId, String)>) -> Self {
        let assortments = [("Bread and pastry, baked tonight", BAKERY), ("Paper, pens and patience", PAPER)];
        let merchants = merchants
            .into_iter()
            .zip(assortments.into_iter().cycle())
            .map(|((account, name), (tagline, products))| Merchant { account, name, tagline, products })
            .collect();
        Catalog { merchants }
    }

    pub(crate) fn merchants(&self) -> &[Merchant] {
        &self.merchants
    }

    /// Finds a merchant's product, by the account and the slug in a form.
    pub(crate) fn find(&self, account: &str, slug: &str) -> Option<(&Merchant, &'static Product)> {
        let merchant = self.merchants.iter().find(|merchant| merchant.account.as_str() == account)?;
        Some((merchant, merchant.products.iter().find(|product| product.slug == slug)?))
    }
}

/// The platform's fee on every order: 5 %, in whatever currency.
pub(crate) fn fee() -> Fee {
    Fee::basis_points(500)
}

const BAKERY: &[Product] = &[
    Product {
        slug: "sourdough",
        name: "Sourdough loaf",
        description: "Rye and wheat, 1 kg, 24 hours of patience.",
        price: 6_80,
        currency: Currency::EUR,
    },
    Product {
        slug: "croissants",
        name: "Box of croissants",
        description: "Six of them, all butter, best on the same day.",
        price: 14_50,
        currency: Currency::EUR,
    },
    Product {
        slug: "class",
        name: "Baking class",
        description: "A Saturday morning at the oven, for one.",
        price: 89_00,
        currency: Currency::EUR,
    },
];

const PAPER: &[Product] = &[
    Product {
        slug: "notebook",
        name: "Linen notebook",
        description: "160 pages, sewn by hand, lies flat.",
        price: 22_00,
        currency: Currency::EUR,
    },
    Product {
        slug: "fountain-pen",
        name: "Fountain pen",
        description: "Steel nib, fine, with six cartridges.",
        price: 48_00,
        currency: Currency::USD,
    },
    Product {
        slug: "washi",
        name: "Washi paper set",
        description: "Thirty sheets from Mino, priced in yen.",
        price: 2_400,
        currency: Currency::JPY,
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fee_is_valid_for_everything_that_can_be_bought() {
        let accounts = ["acct_1", "acct_2", "acct_3"];
        let merchants = accounts.map(|id| (id.parse().unwrap(), id.to_owned()));
        let catalog = Catalog::new(merchants);
        assert_eq!(catalog.merchants().len(), 3);
        for merchant in catalog.merchants() {
            for product in merchant.products {
                for quantity in [1, MOST] {
                    let price = product.price();
                    let total = Amount::new(price.minor() * quantity, price.currency());
                    assert!(fee().of(total).unwrap() > 0);
                }
            }
        }
        assert!(catalog.find("acct_1", "notebook").is_none());
        assert!(catalog.find("acct_2", "notebook").is_some());
    }
}
