//! Lists, one page at a time. See <https://docs.stripe.com/api/pagination>.

use crate::answer::FromObject;
use crate::form;
use crate::json::{Invalid, Reader};
use crate::schema::{Dynamic, Record, Slot, answers};

/// One page of a list. [`Call::next_page`](crate::Call::next_page) builds the call for the next one.
#[derive(Clone, Debug, Eq)]
pub struct Page<T> {
    /// The objects of this page, in the order of the list: newest first.
    pub data: Vec<T>,
    /// Whether there are more beyond this page.
    pub has_more: bool,
    /// Whether this is Stripe's stored response to an earlier request with the same idempotency key; `==`
    /// ignores it.
    pub replayed: bool,
    pub(crate) cursor: Cursor,
}

impl<T: PartialEq> PartialEq for Page<T> {
    fn eq(&self, other: &Self) -> bool {
        (&self.data, self.has_more, &self.cursor) == (&other.data, other.has_more, &other.cursor)
    }
}

/// Reads a page of objects of that type.
pub(crate) fn from_json<T: FromObject>(text: &str) -> Option<Page<T>> {
    let Read { data, has_more, cursor } = read(T::RECORD, text)?;
    let data = data.into_iter().map(|object| T::from_slot(Slot::Record(object))).collect();
    Some(Page { data, has_more, replayed: false, cursor })
}

/// A page as it was read.
pub(crate) struct Read<'t> {
    pub(crate) data: Vec<Dynamic<'t>>,
    pub(crate) has_more: bool,
    pub(crate) cursor: Cursor,
}

/// Reads a list of v1 (`object: "list"`) or of v2 (`data` and `next_page_url`).
pub(crate) fn read<'t>(record: &'static Record, text: &'t str) -> Option<Read<'t>> {
    let mut reader = Reader::new(text);
    let read = members(record, &mut reader).ok().flatten();
    read.filter(|_| reader.end().is_ok())
}

fn members<'t>(record: &'static Record, value: &mut Reader<'t>) -> Result<Option<Read<'t>>, Invalid> {
    let (mut data, mut items, mut has_more) = (Vec::new(), 0_usize, false);
    let (mut is_v1, mut is_v2, mut next_url) = (false, false, None);
    let found = value.object(|value, key| {
        match key {
            "object" => is_v1 = value.string()?.as_deref() == Some("list"),
            "data" => {
                // For duplicate members the last one counts, as everywhere.
                data.clear();
                items = 0;
                value.array(|value| {
                    items += 1;
                    data.extend(answers::one(record, value)?);
                    Ok(())
                })?;
            }
            "has_more" => has_more = value.boolean()?.unwrap_or_default(),
            "next_page_url" => {
                is_v2 = true;
                next_url = value.string()?.map(String::from);
            }
            _ => {
                value.skip()?;
            }
        }
        Ok(())
    })?;
    // An item of another kind means that this is another list; skipping the item would lose data.
    if !found || !(is_v1 || is_v2) || items != data.len() {
        return Ok(None);
    }
    let id = |item: Option<&Dynamic<'_>>| item.map(|item| item.text(record.id).to_owned());
    let has_more = has_more || next_url.is_some();
    let cursor = Cursor { has_more, first: id(data.first()), last: id(data.last()), next_url };
    Ok(Some(Read { data, has_more, cursor }))
}

/// The start of the next page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cursor {
    has_more: bool,
    first: Option<String>,
    last: Option<String>,
    /// v2 names the next page itself.
    next_url: Option<String>,
}

impl Cursor {
    /// Returns the path and query of the next page, from those of this one.
    pub(crate) fn follow(&self, path: &str) -> Option<String> {
        if let Some(next) = &self.next_url {
            let plain = next.bytes().all(|byte| byte.is_ascii_graphic());
            return (next.starts_with("/v2/") && plain).then(|| next.clone());
        }
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let pairs: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty()).collect();
        let backwards = pairs.iter().any(|pair| pair.starts_with("ending_before="));
        let (name, id) =
            if backwards { ("ending_before", &self.first) } else { ("starting_after", &self.last) };
        let id = id.as_deref().filter(|_| self.has_more)?;
        let is_cursor = |pair: &&&str| pair.split_once('=').is_some_and(|(key, _)| key == name);
        let mut next = pairs.iter().filter(|pair| !is_cursor(pair)).copied().collect::<Vec<_>>().join("&");
        form::push_pair(&mut next, name, id);
        Some(format!("{path}?{next}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::payments::Refund;

    const REFUNDS: &str = r#"{"object":"list","has_more":true,"data":[{"id":"re_1","object":"refund"},{"id":"re_2","object":"refund"}]}"#;

    #[test]
    fn the_next_page_starts_after_the_last_object() {
        let page = from_json::<Refund>(REFUNDS).unwrap();
        let follow = |path: &str| page.cursor.follow(path).unwrap();
        assert_eq!(follow("/v1/refunds"), "/v1/refunds?starting_after=re_2");
        assert_eq!(
            follow("/v1/refunds?limit=2&starting_after=re_0"),
            "/v1/refunds?limit=2&starting_after=re_2"
        );
        assert_eq!(follow("/v1/refunds?ending_before=re_9"), "/v1/refunds?ending_before=re_1");
    }

    #[test]
    fn the_last_page_has_no_next() {
        let last = REFUNDS.replace("true", "false");
        assert_eq!(from_json::<Refund>(&last).unwrap().cursor.follow("/v1/refunds"), None);
        let empty = r#"{"object":"list","has_more":true,"data":[]}"#;
        assert_eq!(from_json::<Refund>(empty).unwrap().cursor.follow("/v1/refunds"), None);
    }

    #[test]
    fn another_list_is_an_error() {
        let another = r#"{"object":"list","data":[{"id":"ch_1","object":"charge"}]}"#;
        let twice = r#"{"object":"list","data":[],"object":"account"}"#;
        for text in ["{}", "[]", another, twice] {
            assert!(from_json::<Refund>(text).is_none(), "{text}");
        }
    }
}
