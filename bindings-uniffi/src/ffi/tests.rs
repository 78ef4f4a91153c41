use super::*;
use counterfoil::waist::SESSION_NUMBERS;
use counterfoil::waist::packed::NUMBERS;
use counterfoil::webhook::sign;

const NOW: i64 = 1_793_000_000;
const SETTINGS: &str = r#"{"secrets":[{"label":"connect","secret":"whsec_test_secret"}]}"#;
const BODY: &[u8] =
    br#"{"id":"evt_1","object":"event","type":"ping","livemode":false,"created":1,"data":{"object":{}}}"#;

fn arguments(texts: &[&str]) -> Vec<u8> {
    let mut arguments = Results::without_tag();
    for text in texts {
        arguments.text(text);
    }
    arguments.into_bytes()
}

#[allow(unsafe_code, reason = "the caller's side of the border")]
fn call(handle: u64, arguments: &[u8], out: &mut [u8]) -> i64 {
    let (length, capacity) = (arguments.len() as i64, out.len() as i64);
    // SAFETY: every pointer comes from a slice of that length, and the handle is alive or 0.
    unsafe { counterfoil_call(handle, arguments.as_ptr(), length, out.as_mut_ptr(), capacity) }
}

#[allow(unsafe_code, reason = "the caller's side of the border")]
fn verify(handle: u64, body: Option<&[u8]>, signature: Option<&[u8]>, out: &mut [u8]) -> i64 {
    let parts = |bytes: Option<&[u8]>| {
        bytes.map_or((std::ptr::null(), 0), |bytes| (bytes.as_ptr(), bytes.len() as i64))
    };
    let ((body, body_length), (signature, length)) = (parts(body), parts(signature));
    let (start, capacity) = (out.as_mut_ptr(), out.len() as i64);
    // SAFETY: every pointer comes from a slice of that length, and the handle is alive or 0.
    unsafe { counterfoil_verify_event(handle, body, body_length, signature, length, NOW, start, capacity) }
}

/// A handle that is freed at the end of its test.
struct Kept(u64);

impl Kept {
    fn new(function: &str, settings: &str) -> Self {
        let mut out = [0; 200];
        assert!(call(0, &arguments(&[function, settings]), &mut out) > 0);
        let end = 5 + usize::from(out[4]);
        Kept(std::str::from_utf8(&out[5..end]).unwrap().parse().unwrap())
    }
}

impl Drop for Kept {
    #[allow(unsafe_code, reason = "the caller's side of the border")]
    fn drop(&mut self) {
        // SAFETY: the handle came from `counterfoil_call`, and this is its only owner.
        unsafe { counterfoil_free(self.0) };
    }
}

#[test]
fn an_answer_is_written_only_where_there_is_room() {
    let call_version = arguments(&["version"]);
    let mut out = [7; 40];
    let size = call(0, &call_version, &mut out[..4]);
    assert_eq!(out, [7; 40]);
    assert_eq!(call(0, &call_version, &mut out), size);
    assert_eq!(&out[..5], [0, 0, 0, 0, env!("CARGO_PKG_VERSION").len() as u8]);
    assert!(out[5..].starts_with(env!("CARGO_PKG_VERSION").as_bytes()));
}

#[test]
fn both_ways_to_verify_answer_alike() {
    let keyring = Kept::new("keyring", SETTINGS);
    let signature = sign(BODY, "whsec_test_secret", NOW);
    let mut direct = [0; 400];
    let size = verify(keyring.0, Some(BODY), Some(signature.as_bytes()), &mut direct);
    assert_eq!(size, 1 + 4 + 4 * NUMBERS as i64 + 4);
    let mut named = Results::without_tag();
    named.text("verify");
    named.bytes(BODY);
    named.text(&signature);
    named.text(&NOW.to_string());
    let mut out = [0; 400];
    assert_eq!(call(keyring.0, &named.into_bytes(), &mut out), size);
    assert_eq!(direct, out);
    assert!(verify(keyring.0, Some(BODY), None, &mut out) > 0);
    assert_eq!(out[0], 1);
    assert!(out.windows(17).any(|bytes| bytes == b"missing_signature"));
}

#[test]
fn a_session_follows_as_the_places_of_its_fields() {
    let keyring = Kept::new("keyring", SETTINGS);
    let body = r#"{"id":"evt_1","object":"event","type":"checkout.session.completed","livemode":false,
        "created":1,"account":"acct_1","data":{"object":{"id":"cs_1","object":"checkout.session",
        "status":"complete","payment_status":"paid","mode":"payment","currency":"e\u0075r"}}}"#;
    let signature = sign(body.as_bytes(), "whsec_test_secret", NOW);
    let mut out = [0; 600];
    let size = verify(keyring.0, Some(body.as_bytes()), Some(signature.as_bytes()), &mut out);
    // The currency is in the tail, since the body writes it with an escape; so is the dedupe key's start.
    let tail = 1 + 4 + 4 * NUMBERS;
    let length = i32::from_be_bytes(out[tail..tail + 4].try_into().unwrap()) as usize;
    let session = tail + 4 + length + 4;
    assert_eq!(size as usize, session + 4 * SESSION_NUMBERS);
    let number = |index: usize| {
        let start = session + 4 * index;
        i32::from_be_bytes(out[start..start + 4].try_into().unwrap())
    };
    let text = |index: usize| &body[number(index) as usize..number(index + 1) as usize];
    assert_eq!((text(0), text(4), text(6), text(8)), ("cs_1", "complete", "paid", "payment"));
    assert_eq!((number(2), number(3)), (-1, -1));
    assert!(number(14) as usize >= body.len());
}

#[test]
fn what_cannot_be_read_is_a_fault() {
    let platform = Kept::new("platform", r#"{"secret_key":"sk_test_example"}"#);
    let mut out = [0; 400];
    assert_eq!(verify(0, Some(BODY), None, &mut out), -1);
    assert_eq!(verify(platform.0, Some(BODY), None, &mut out), -1);
    assert_eq!(verify(platform.0, None, None, &mut out), -1);
    assert_eq!(call(0, &arguments(&["build"]), &mut out), -1);
    assert_eq!(call(0, &arguments(&["version", "1"]), &mut out), -1);
    assert_eq!(call(0, b"\0\0\0\x09version", &mut out), -1);
}
