//! The C functions: what Python calls by `ctypes`, with arrays of bytes that are the caller's own. The JVM has
//! the same in [`jni`](crate::jni).
//!
//! Which functions there are, and what they take and give, is the core's [`waist`]. Nothing is left behind on
//! either side of a call but the handles of a platform and of a keyring, which the caller frees.

use std::panic::{AssertUnwindSafe, catch_unwind};

use counterfoil::waist::packed::PackedEvent;
use counterfoil::waist::{self, Failed, Handle, Results, Unreadable};

/// Calls a function of the waist, and writes its answer into `out`.
///
/// `arguments` are the function's name and its arguments, each as a 4-byte big-endian length and that many
/// bytes, -1 for none; numbers are decimal text. `handle` is what the function is called on, or 0. The answer
/// is a tag byte (0 done, 1 failed) and then the results, or the failure as JSON, in the same form.
///
/// Returns how many bytes the answer has. If that is more than `capacity`, nothing was written and nothing
/// was kept: call again with more room. A negative number is a fault of the caller or of this library: -1 for
/// arguments that are not the function's, or a handle of another kind; -2 for a panic.
///
/// # Safety
///
/// `handle` is 0, or came from the functions `platform` or `keyring` and was not given to
/// [`counterfoil_free`] before this call ends; `arguments` and `out` point to as many bytes as their lengths
/// say, and nobody writes to them meanwhile.
#[allow(unsafe_code, reason = "the border to C: raw pointers come in, slices go on")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn counterfoil_call(
    handle: u64,
    arguments: *const u8,
    length: i64,
    out: *mut u8,
    capacity: i64,
) -> i64 {
    let answer = catch_unwind(AssertUnwindSafe(|| {
        // SAFETY: the caller vouches for the handle, and for the pair of pointer and length.
        let (handle, arguments) = unsafe { (handle_at(handle), bytes(arguments, length).ok_or(Unreadable)?) };
        let mut kept = 0;
        let answer = waist::call(handle, arguments, |handle| {
            kept = Box::into_raw(Box::new(handle)) as usize as u64;
            kept
        })?;
        if !has_room(&answer, out, capacity) {
            // SAFETY: the address was made above, and nobody else has it.
            unsafe { counterfoil_free(kept) };
        }
        Ok(answer)
    }));
    // SAFETY: the caller vouches for `capacity` bytes at `out`.
    unsafe { give(answer, out, capacity) }
}

/// Verifies a delivery, as the function `verify` does, without its arguments being put together first:
/// `signature` may be null for a missing header. Where the outcome carries the session of a snapshot, a third
/// result has its numbers: a start and an end for each field of its record. `out`, `capacity` and what is returned are those of
/// [`counterfoil_call`].
///
/// # Safety
///
/// `handle` is that of a keyring, as for [`counterfoil_call`]; `body`, `signature` (unless null) and `out`
/// point to as many bytes as their lengths say, and nobody writes to them meanwhile.
#[allow(unsafe_code, reason = "the border to C: raw pointers come in, slices go on")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn counterfoil_verify_event(
    handle: u64,
    body: *const u8,
    body_length: i64,
    signature: *const u8,
    signature_length: i64,
    now: i64,
    out: *mut u8,
    capacity: i64,
) -> i64 {
    let answer = catch_unwind(AssertUnwindSafe(|| {
        // SAFETY: the caller vouches for the handle and for both pairs of pointer and length.
        let (handle, body, signature) = unsafe {
            let body = bytes(body, body_length).ok_or(Unreadable)?;
            (handle_at(handle), body, bytes(signature, signature_length))
        };
        let Some(Handle::Webhooks(keyring)) = handle else { return Err(Unreadable) };
        Ok(match keyring.verify(body, signature, now) {
            Ok(event) => {
                let event = PackedEvent::with_session(&event, body, Some(keyring));
                let mut results = Results::new();
                event.give(&mut results);
                event.give_session(&mut results);
                results.into_bytes()
            }
            Err(rejection) => Results::failed(&Failed::from(rejection).into_json()).into_bytes(),
        })
    }));
    // SAFETY: the caller vouches for `capacity` bytes at `out`.
    unsafe { give(answer, out, capacity) }
}

/// Frees what the functions `platform` and `keyring` gave. 0 is no handle, and nothing happens.
///
/// # Safety
///
/// `handle` is given here once, and is not used afterwards.
#[allow(unsafe_code, reason = "the border to C: an address comes in")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn counterfoil_free(handle: u64) {
    let handle = handle as usize as *mut Handle;
    if !handle.is_null() {
        // SAFETY: the caller vouches for the address, which was taken from a box.
        drop(unsafe { Box::from_raw(handle) });
    }
}

/// # Safety
///
/// The address is 0, or that of a handle that lives for `'a`.
#[allow(unsafe_code, reason = "the border to C")]
pub(crate) unsafe fn handle_at<'a>(address: u64) -> Option<&'a Handle> {
    // SAFETY: as above.
    unsafe { (address as usize as *const Handle).as_ref() }
}

/// The caller's bytes, or nothing for a null pointer.
///
/// # Safety
///
/// Unless it is null, `start` points to `length` bytes that stay as they are for `'a`.
#[allow(unsafe_code, reason = "the border to C")]
unsafe fn bytes<'a>(start: *const u8, length: i64) -> Option<&'a [u8]> {
    let length = usize::try_from(length).ok()?;
    // SAFETY: as above.
    (!start.is_null()).then(|| unsafe { std::slice::from_raw_parts(start, length) })
}

fn has_room(answer: &[u8], out: *mut u8, capacity: i64) -> bool {
    !out.is_null() && usize::try_from(capacity).is_ok_and(|capacity| answer.len() <= capacity)
}

/// Writes an answer where there is room for all of it, and returns its length.
///
/// # Safety
///
/// Unless it is null, `out` points to `capacity` bytes that are the caller's own.
#[allow(unsafe_code, reason = "the border to C")]
unsafe fn give(answer: std::thread::Result<Result<Vec<u8>, Unreadable>>, out: *mut u8, capacity: i64) -> i64 {
    let answer = match answer {
        Ok(Ok(answer)) => answer,
        Ok(Err(Unreadable)) => return -1,
        Err(_) => return -2,
    };
    if has_room(&answer, out, capacity) {
        // SAFETY: as above; the answer is this library's, so nothing overlaps.
        unsafe { std::ptr::copy_nonoverlapping(answer.as_ptr(), out, answer.len()) };
    }
    i64::try_from(answer.len()).unwrap_or(-1)
}

#[cfg(test)]
mod tests;
