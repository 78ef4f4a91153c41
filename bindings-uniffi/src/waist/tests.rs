use super::*;
use crate::UniFfiTag;
use uniffi::{Lift, Lower};

fn arguments(name: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    write(&mut bytes, name.to_owned());
    bytes
}

fn write<T: Lower<UniFfiTag>>(bytes: &mut Vec<u8>, value: T) {
    T::write(value, bytes);
}

fn read<T: Lift<UniFfiTag>>(mut bytes: &[u8]) -> T {
    let value = T::try_read(&mut bytes).unwrap();
    assert!(bytes.is_empty());
    value
}

fn fee_of(amount: i64) -> Vec<u8> {
    let mut call = arguments("fee_of");
    write(&mut call, counterfoil::Fee::basis_points(250));
    write(&mut call, amount);
    write(&mut call, "eur".to_owned());
    call
}

#[test]
fn results_and_errors_have_a_tag_each() {
    let done = answer(None, &fee_of(2000)).unwrap();
    assert_eq!((done[0], read::<i64>(&done[1..])), (DONE, 50));
    let mut call = arguments("parse_amount");
    write(&mut call, "20.001".to_owned());
    write(&mut call, "eur".to_owned());
    let failed = answer(None, &call).unwrap();
    let NativeError::Failed { details } = read(&failed[1..]);
    assert_eq!((failed[0], &*details.code), (FAILED, "amount_too_precise"));
}

#[test]
fn arguments_of_another_function_are_none() {
    let call = fee_of(2000);
    for end in 0..call.len() {
        assert!(answer(None, &call[..end]).is_none(), "{end}");
    }
    assert!(answer(None, &[&call[..], b"\0"].concat()).is_none());
    assert!(answer(None, &arguments("fee_for")).is_none());
}

#[test]
fn the_table_of_steps_is_whole() {
    let table = answer(None, &arguments("steps")).unwrap();
    let table: Vec<String> = read(&table[1..]);
    let (states, outcomes) =
        (counterfoil::fulfillment::State::ALL.len(), counterfoil::webhook::OutcomeKind::ALL.len());
    assert_eq!(table.len(), 4 * states * outcomes);
    assert!(table.chunks(4).any(|row| row == ["expired", "paid", "fulfilled", "fulfill_late"]));
}

#[test]
#[allow(unsafe_code, reason = "the caller's side of the border")]
fn an_answer_is_written_only_where_there_is_room() {
    let call = arguments("version");
    let length = i64::try_from(call.len()).unwrap();
    let mut out = [7; 40];
    // SAFETY: every pointer comes from an array of at least that length.
    unsafe {
        let size = counterfoil_call_records(0, call.as_ptr(), length, out.as_mut_ptr(), 4);
        assert_eq!(out, [7; 40]);
        assert_eq!(counterfoil_call_records(0, call.as_ptr(), length, out.as_mut_ptr(), 40), size);
        assert_eq!(read::<String>(&out[1..usize::try_from(size).unwrap()]), env!("CARGO_PKG_VERSION"));
        assert_eq!(counterfoil_call_records(0, std::ptr::null(), 0, out.as_mut_ptr(), 40), -1);
    }
}
