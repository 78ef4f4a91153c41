use super::extra::bracketed;
use super::*;

#[test]
fn a_path_in_either_notation_is_one_key() {
    assert_eq!(bracketed("a.b[0].c").as_deref(), Some("a[b][0][c]"));
    assert_eq!(bracketed("a[b][0][c]").as_deref(), Some("a[b][0][c]"));
    assert_eq!(bracketed("a").as_deref(), Some("a"));
    assert_eq!(bracketed("a[b].c[0]").as_deref(), Some("a[b][c][0]"));
    for path in [
        "", ".", "a.", ".a", "a..b", "a[]", "a[b]c", "a[b].", "a.[b]", "[a]", "a[b[c]]", "a&b=c", "a b",
        "a[b c]", // Brackets that are open or were never opened.
        "a[b", "a[b[0]", "a]", "a.b]", "a[b]]", "a[0].b]",
    ] {
        assert_eq!(bracketed(path), None, "{path}");
    }
}

#[test]
fn measures_distance() {
    assert_eq!(distance("quantiy", "quantity"), 1);
    assert_eq!(distance("", "abc"), 3);
    assert_eq!(distance("kitten", "sitting"), 3);
}
