use super::*;

const SECRETS: &str = r#"{"secrets":[{"label":"any","secret":"whsec_test_secret"}]}"#;
const BODY: &[u8] =
    br#"{"id":"evt_1","object":"event","type":"ping","livemode":false,"created":1,"data":{"object":{}}}"#;
const NOW: i64 = 1_793_000_000;

/// The part of a JVM's table that is used here; its arrays are boxed vectors.
struct Jvm(Vec<*const c_void>);

#[allow(unsafe_code, reason = "the JVM's side of the border")]
impl Jvm {
    fn new(has_memory: bool) -> Self {
        unsafe extern "system" fn length(_: *mut Environment, array: ByteArray) -> i32 {
            // SAFETY: arrays are made by `Jvm::array` or `allocate`.
            unsafe { (*array.cast::<Vec<u8>>()).len() as i32 }
        }
        unsafe extern "system" fn allocate(_: *mut Environment, length: i32) -> ByteArray {
            Box::into_raw(Box::new(vec![0_u8; length as usize])).cast()
        }
        unsafe extern "system" fn no_memory(_: *mut Environment, _: i32) -> ByteArray {
            std::ptr::null_mut()
        }
        unsafe extern "system" fn get(_: *mut Environment, from: ByteArray, at: i32, size: i32, to: *mut u8) {
            // SAFETY: as above, and `to` has room for `size` bytes.
            unsafe {
                let from = &(&(*from.cast::<Vec<u8>>()))[at as usize..(at + size) as usize];
                std::ptr::copy_nonoverlapping(from.as_ptr(), to, from.len());
            }
        }
        unsafe extern "system" fn set(
            _: *mut Environment,
            to: ByteArray,
            at: i32,
            size: i32,
            from: *const u8,
        ) {
            // SAFETY: as above, and `from` has `size` bytes.
            unsafe {
                let to = &mut (&mut (*to.cast::<Vec<u8>>()))[at as usize..(at + size) as usize];
                std::ptr::copy_nonoverlapping(from, to.as_mut_ptr(), to.len());
            }
        }
        let mut functions = vec![std::ptr::null(); 235];
        functions[GET_ARRAY_LENGTH] = length as GetArrayLength as *const c_void;
        functions[NEW_BYTE_ARRAY] =
            if has_memory { allocate } else { no_memory as NewByteArray } as *const c_void;
        functions[GET_BYTE_ARRAY_REGION] = get as GetByteArrayRegion as *const c_void;
        functions[SET_BYTE_ARRAY_REGION] = set as SetByteArrayRegion as *const c_void;
        Jvm(functions)
    }

    fn array(bytes: &[u8]) -> ByteArray {
        Box::into_raw(Box::new(bytes.to_vec())).cast()
    }

    fn taken(array: ByteArray) -> Option<Vec<u8>> {
        // SAFETY: as above; each array is taken once.
        (!array.is_null()).then(|| unsafe { *Box::from_raw(array.cast::<Vec<u8>>()) })
    }

    fn call(&self, handle: i64, parts: &[&[u8]], more: i32) -> Option<Vec<u8>> {
        let mut environment = Environment { functions: self.0.as_ptr() };
        let mut arguments = Vec::new();
        for part in parts {
            arguments.extend_from_slice(&(part.len() as i32).to_be_bytes());
            arguments.extend_from_slice(part);
        }
        let length = arguments.len() as i32 + more;
        // Bytes beyond the length are not arguments.
        arguments.extend_from_slice(&[7; 9]);
        let array = Jvm::array(&arguments);
        // SAFETY: this table and these arrays.
        let answer = unsafe { call(&raw mut environment, std::ptr::null_mut(), handle, array, length) };
        Jvm::taken(array);
        Jvm::taken(answer)
    }

    fn verify(&self, handle: i64, signature: Option<&[u8]>) -> Option<Vec<u8>> {
        let mut environment = Environment { functions: self.0.as_ptr() };
        let (body, signature) = (Jvm::array(BODY), signature.map_or(std::ptr::null_mut(), Jvm::array));
        // SAFETY: this table and these arrays.
        let answer =
            unsafe { verify(&raw mut environment, std::ptr::null_mut(), handle, body, signature, NOW) };
        Jvm::taken(body);
        Jvm::taken(signature);
        Jvm::taken(answer)
    }

    fn free(handle: i64) {
        // SAFETY: each handle is freed once.
        unsafe { free(std::ptr::null_mut(), std::ptr::null_mut(), handle) };
    }
}

fn keyring(jvm: &Jvm) -> i64 {
    let answer = jvm.call(0, &[b"keyring", SECRETS.as_bytes()], 0).unwrap();
    let length = i32::from_be_bytes(answer[1..5].try_into().unwrap()) as usize;
    std::str::from_utf8(&answer[5..5 + length]).unwrap().parse::<u64>().unwrap() as i64
}

#[test]
fn arrays_go_in_and_a_new_one_comes_out() {
    let jvm = Jvm::new(true);
    let answer = jvm.call(0, &[b"format_amount", b"2000", b"eur"], 0).unwrap();
    assert_eq!(answer, b"\0\0\0\0\x0920.00 EUR");
    let answer = jvm.call(0, &[b"format_amount", b"2000", b"e"], 0).unwrap();
    assert_eq!(answer[0], 1);
    assert!(answer.windows(16).any(|bytes| bytes == b"invalid_currency"));
}

#[test]
fn a_delivery_is_verified_with_a_keyring_alone() {
    let jvm = Jvm::new(true);
    let keyring = keyring(&jvm);
    let signature = counterfoil::webhook::sign(BODY, "whsec_test_secret", NOW);
    let event = jvm.verify(keyring, Some(signature.as_bytes())).unwrap();
    assert_eq!(event[0], 0);
    let rejected = jvm.verify(keyring, None).unwrap();
    assert_eq!(rejected[0], 1);
    assert!(rejected.windows(17).any(|bytes| bytes == b"missing_signature"));
    assert_eq!(jvm.verify(0, None), None);
    Jvm::free(keyring);
    Jvm::free(0);
}

#[test]
fn what_cannot_be_read_or_given_is_null() {
    let jvm = Jvm::new(true);
    assert_eq!(jvm.call(0, &[b"nothing"], 0), None);
    assert_eq!(jvm.call(0, &[b"version"], 10), None);
    assert_eq!(jvm.call(0, &[b"version"], -100), None);
    let full = Jvm::new(false);
    assert_eq!(full.call(0, &[b"version"], 0), None);
    assert_eq!(full.call(0, &[b"keyring", SECRETS.as_bytes()], 0), None);
}
