//! Integers as text.

/// An integer as text, without an allocation, since a form has many of them.
#[derive(Default)]
pub(crate) struct Decimal([u8; 20]);

impl Decimal {
    pub(crate) fn write(&mut self, value: i64) -> &str {
        let mut rest = value.unsigned_abs();
        let mut length = 0;
        for digit in self.0.iter_mut().rev() {
            *digit = b'0' + (rest % 10) as u8;
            rest /= 10;
            length += 1;
            if rest == 0 {
                break;
            }
        }
        let mut start = self.0.len() - length;
        // At most nineteen digits, so there is room for the sign.
        if value < 0
            && let Some(sign) = start.checked_sub(1).and_then(|at| self.0.get_mut(at))
        {
            *sign = b'-';
            start -= 1;
        }
        self.0.get(start..).and_then(|text| std::str::from_utf8(text).ok()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_the_range_have_room() {
        for value in [0, 7, -7, 10, i64::MAX, i64::MIN] {
            assert_eq!(Decimal::default().write(value), value.to_string());
        }
    }
}
