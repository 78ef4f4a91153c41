//! Merchants' colors: safe in a style sheet, and readable.

/// Returns the color if it is `#rgb` or `#rrggbb`; any other text could inject rules.
pub(super) fn checked(color: &str) -> Option<&str> {
    let digits = color.strip_prefix('#')?;
    let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    (is_hex && matches!(digits.len(), 3 | 6)).then_some(color)
}

/// Returns white or near-black, whichever has more contrast with a checked color.
pub(super) fn text_on(color: &str) -> &'static str {
    let digits: Vec<u32> = color.chars().filter_map(|c| c.to_digit(16)).collect();
    let channel = |index: usize| match digits.len() {
        3 => digits[index] * 17,
        6 => digits[index * 2] * 16 + digits[index * 2 + 1],
        _ => 0,
    };
    // Perceived brightness, in thousandths of 255.
    let brightness = 299 * channel(0) + 587 * channel(1) + 114 * channel(2);
    if brightness > 150_000 { "#1a1f36" } else { "#ffffff" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hex_colors_reach_the_style_sheet() {
        assert_eq!(checked("#0a7d5a"), Some("#0a7d5a"));
        assert_eq!(checked("#fff"), Some("#fff"));
        for bad in ["red", "#12345", "#fff}body{display:none", "", "#ggg"] {
            assert_eq!(checked(bad), None, "{bad}");
        }
    }

    #[test]
    fn text_stands_out() {
        assert_eq!(text_on("#ffffff"), "#1a1f36");
        assert_eq!(text_on("#fd0"), "#1a1f36");
        assert_eq!(text_on("#0a7d5a"), "#ffffff");
    }
}
