//! The narrow waist: every function that the Kotlin façade calls, over one C function that takes bytes
//! and writes bytes.
//!
//! UniFFI's own calls pass a call status and buffers as structures. On the JVM each of them is an object
//! that a single cleaner has to free, so a busy server makes them faster than they go away. What crosses
//! here is two arrays of the caller's, and nothing is left behind on either side.
//!
//! The arguments are the function's name and its arguments, one after the other, each as UniFFI writes
//! it into a buffer; the answer is a tag byte and the results, written likewise:
//!
//! - tag 0: the results, in the order in which the function's comment in `waist/` names them;
//! - tag 1: a [`NativeError`].

mod arguments;
mod calls;
mod events;
mod functions;

use std::panic::{AssertUnwindSafe, catch_unwind};

use self::arguments::{Arguments, Failed};
use crate::errors::NativeError;
use crate::lane::{bytes, hand_over};
use crate::webhooks::NativeKeyring;

const DONE: u8 = 0;
const FAILED: u8 = 1;

/// Calls the function that the arguments name, and writes its answer into `out`.
///
/// Returns how many bytes the answer has. If that is more than `capacity`, nothing was written: call
/// again with more room, since no function here changes anything but `keyring_new`, whose answer always
/// fits into 1024 bytes. A negative number is a fault of this library or of its caller: arguments that
/// cannot be read, a name that is not known, or a panic.
///
/// # Safety
///
/// `keyring` is 0, or an address from `keyring_new` that was not given to [`counterfoil_free_keyring`]
/// before this call ends; `arguments` and `out` point to as many bytes as their lengths say, and nobody
/// writes to them meanwhile.
#[allow(unsafe_code, reason = "the border to C: raw pointers come in, slices go on")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn counterfoil_call_records(
    keyring: u64,
    arguments: *const u8,
    arguments_length: i64,
    out: *mut u8,
    capacity: i64,
) -> i64 {
    let answer = catch_unwind(AssertUnwindSafe(|| {
        // SAFETY: the caller vouches for the address, and for the pair of pointer and length.
        let (keyring, arguments) = unsafe {
            let keyring = (keyring as usize as *const NativeKeyring).as_ref();
            (keyring, bytes(arguments, arguments_length)?)
        };
        answer(keyring, arguments)
    }));
    // SAFETY: the caller vouches for `capacity` bytes at `out`.
    answer.ok().flatten().map_or(-1, |answer| unsafe { hand_over(&answer, out, capacity) })
}

/// Frees a keyring.
///
/// # Safety
///
/// `keyring` is an address from `keyring_new`, is given here once, and is not used afterwards.
#[allow(unsafe_code, reason = "the border to C: an address comes in")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn counterfoil_free_keyring(keyring: u64) {
    let keyring = keyring as usize as *mut NativeKeyring;
    if !keyring.is_null() {
        // SAFETY: the caller vouches for the address, which `keyring_new` took from a box.
        drop(unsafe { Box::from_raw(keyring) });
    }
}

/// The answer with its tag; nothing if the arguments cannot be read.
fn answer(keyring: Option<&NativeKeyring>, arguments: &[u8]) -> Option<Vec<u8>> {
    let mut arguments = Arguments::new(arguments);
    let mut out = vec![DONE];
    match functions::call(keyring, &mut arguments, &mut out) {
        Ok(()) => Some(out),
        Err(Failed::Unreadable) => None,
        Err(Failed::Because(error)) => {
            let mut out = vec![FAILED];
            <NativeError as uniffi::Lower<crate::UniFfiTag>>::write(error, &mut out);
            Some(out)
        }
    }
}

#[cfg(test)]
mod tests;
