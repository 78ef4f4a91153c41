//! The C functions, which Python calls through `ctypes` with arrays of bytes that the caller owns.
//! [`jni`](crate::jni) has the same functions for the JVM.
//!
//! The core's [`waist`] defines the functions, their arguments and results. The only things kept between
//! calls are the handles of a platform and of a keyring, which the caller frees.

use std::panic::{AssertUnwindSafe, catch_unwind};

use counterfoil::waist::packed::PackedEvent;
use counterfoil::waist::{self, Failed, Handle, Results, Unreadable};

/// Calls a function of the waist, and writes its results into `out`.
///
/// `arguments` are the function's name and its arguments, each as a 4-byte big-endian length and that many
/// bytes, or -1 if it is absent; numbers are decimal text. `handle` is what the function is called on, or 0.
/// The output is a tag byte (0 done, 1 failed) followed by the results, or by the failure as JSON, in the
/// same form.
///
/// Returns the length of the output. If that is more than `capacity`, nothing was written and nothing was
/// kept: call again with more room. A negative number is a bug in the caller or in this library: -1 for
/// arguments that do not match the function, or a handle of another kind; -2 for a panic.
///
/// # Safety
///
/// `handle` is 0, or was returned by the functions `platform` or `keyring` and is not passed to
/// [`counterfoil_free`] before this call ends; `arguments` and `out` point to as many bytes as their lengths
/// say, and no one else writes to them meanwhile.
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
        // SAFETY: the caller guarantees the handle, and the pair of pointer and length.
        let (handle, arguments) = unsafe { (handle_at(handle), bytes(arguments, length).ok_or(Unreadable)?) };
        let mut kept = 0;
        let answer = waist::call(handle, arguments, |handle| {
            kept = Box::into_raw(Box::new(handle)) as usize as u64;
            kept
        })?;
        if !has_room(&answer, out, capacity) {
            // SAFETY: the address was created above and is not shared.
            unsafe { counterfoil_free(kept) };
        }
        Ok(answer)
    }));
    // SAFETY: the caller guarantees `capacity` bytes at `out`.
    unsafe { give(answer, out, capacity) }
}

/// Verifies a delivery, as the function `verify` does, without encoding its arguments first: `signature` may
/// be null for a missing header. If the outcome carries the session of a snapshot, a third result has its
/// numbers: a start and an end for each field of its record. `out`, `capacity` and the returned length are
/// those of [`counterfoil_call`].
///
/// # Safety
///
/// `handle` is that of a keyring, as for [`counterfoil_call`]; `body`, `signature` (unless null) and `out`
/// point to as many bytes as their lengths say, and no one else writes to them meanwhile.
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
        // SAFETY: the caller guarantees the handle and both pairs of pointer and length.
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
    // SAFETY: the caller guarantees `capacity` bytes at `out`.
    unsafe { give(answer, out, capacity) }
}

/// Frees a handle from the functions `platform` and `keyring`. 0 is not a handle, and does nothing.
///
/// # Safety
///
/// `handle` is passed here once, and is not used afterwards.
#[allow(unsafe_code, reason = "the border to C: an address comes in")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn counterfoil_free(handle: u64) {
    let handle = handle as usize as *mut Handle;
    if !handle.is_null() {
        // SAFETY: the caller guarantees the address, which was taken from a box.
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

/// Returns the caller's bytes, or `None` for a null pointer.
///
/// # Safety
///
/// Unless it is null, `start` points to `length` bytes that do not change for `'a`.
#[allow(unsafe_code, reason = "the border to C")]
unsafe fn bytes<'a>(start: *const u8, length: i64) -> Option<&'a [u8]> {
    let length = usize::try_from(length).ok()?;
    // SAFETY: as above.
    (!start.is_null()).then(|| unsafe { std::slice::from_raw_parts(start, length) })
}

fn has_room(answer: &[u8], out: *mut u8, capacity: i64) -> bool {
    !out.is_null() && usize::try_from(capacity).is_ok_and(|capacity| answer.len() <= capacity)
}

/// Writes the output if there is room for all of it, and returns its length.
///
/// # Safety
///
/// Unless it is null, `out` points to `capacity` bytes that the caller owns.
#[allow(unsafe_code, reason = "the border to C")]
unsafe fn give(answer: std::thread::Result<Result<Vec<u8>, Unreadable>>, out: *mut u8, capacity: i64) -> i64 {
    let answer = match answer {
        Ok(Ok(answer)) => answer,
        Ok(Err(Unreadable)) => return -1,
        Err(_) => return -2,
    };
    if has_room(&answer, out, capacity) {
        // SAFETY: as above; this library owns the output, so nothing overlaps.
        unsafe { std::ptr::copy_nonoverlapping(answer.as_ptr(), out, answer.len()) };
    }
    i64::try_from(answer.len()).unwrap_or(-1)
}

#[cfg(test)]
mod tests;
