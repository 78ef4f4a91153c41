//! The same functions for the JVM, as native methods of `counterfoil.Library`: byte arrays in, and a new one
//! out. With a library of its own that is called this way, the JVM starts in a tenth of the time that a
//! general bridge needs.
//!
//! Of the interface that the JVM passes in, four functions on byte arrays are used; the JNI specification
//! fixes their signatures and their indices in its table. No reference outlives a call, and no Java code runs
//! inside one.

use std::ffi::c_void;
use std::panic::{AssertUnwindSafe, catch_unwind};

use counterfoil::waist::{self, Failed, Handle, Results, Unreadable};

use crate::ffi::{counterfoil_free, handle_at};

/// A reference to an array of bytes, or null.
type ByteArray = *mut c_void;

/// The interface that the JVM passes to a native method: a pointer to its table of functions.
#[repr(C)]
pub struct Environment {
    functions: *const *const c_void,
}

const GET_ARRAY_LENGTH: usize = 171;
const NEW_BYTE_ARRAY: usize = 176;
const GET_BYTE_ARRAY_REGION: usize = 200;
const SET_BYTE_ARRAY_REGION: usize = 208;

type GetArrayLength = unsafe extern "system" fn(*mut Environment, ByteArray) -> i32;
type NewByteArray = unsafe extern "system" fn(*mut Environment, i32) -> ByteArray;
type GetByteArrayRegion = unsafe extern "system" fn(*mut Environment, ByteArray, i32, i32, *mut u8);
type SetByteArrayRegion = unsafe extern "system" fn(*mut Environment, ByteArray, i32, i32, *const u8);

/// `static native byte[] call(long handle, byte[] arguments, int length)`: as
/// [`counterfoil_call`](crate::ffi::counterfoil_call), whose output is the array. Null for a bug in the
/// caller or in this library.
///
/// # Safety
///
/// Only for the JVM to call, with a handle that is 0 or was returned by the functions `platform` or
/// `keyring`, and is not freed before this call ends.
#[allow(unsafe_code, reason = "the border to the JVM")]
#[unsafe(export_name = "Java_counterfoil_Library_call")]
pub unsafe extern "system" fn call(
    environment: *mut Environment,
    _: *mut c_void,
    handle: i64,
    arguments: ByteArray,
    length: i32,
) -> ByteArray {
    let mut kept = 0;
    let answer = catch_unwind(AssertUnwindSafe(|| {
        // SAFETY: the JVM's own array, and a handle that the caller guarantees.
        let (arguments, handle) =
            unsafe { (bytes(environment, arguments, Some(length))?, handle_at(handle as u64)) };
        waist::call(handle, &arguments.ok_or(Unreadable)?, |handle| {
            kept = Box::into_raw(Box::new(handle)) as usize as u64;
            kept
        })
    }));
    // SAFETY: the JVM's own environment; a handle that was created is not shared if the result does not
    // arrive.
    unsafe {
        let answer = give(environment, answer);
        if answer.is_null() {
            counterfoil_free(kept);
        }
        answer
    }
}

/// `static native byte[] verify(long handle, byte[] body, byte[] signature, long now)`: as
/// [`counterfoil_verify_event`](crate::ffi::counterfoil_verify_event); `signature` may be null.
///
/// # Safety
///
/// As for [`call`].
#[allow(unsafe_code, reason = "the border to the JVM")]
#[unsafe(export_name = "Java_counterfoil_Library_verify")]
pub unsafe extern "system" fn verify(
    environment: *mut Environment,
    _: *mut c_void,
    handle: i64,
    body: ByteArray,
    signature: ByteArray,
    now: i64,
) -> ByteArray {
    let answer = catch_unwind(AssertUnwindSafe(|| {
        // SAFETY: the JVM's own arrays, and a handle that the caller guarantees.
        let (body, signature, handle) = unsafe {
            let signature = bytes(environment, signature, None)?;
            (bytes(environment, body, None)?.ok_or(Unreadable)?, signature, handle_at(handle as u64))
        };
        let Some(Handle::Webhooks(webhooks)) = handle else { return Err(Unreadable) };
        Ok(match waist::verify(webhooks, |_, _| None, &body, signature.as_deref(), now) {
            Ok(event) => {
                let mut results = Results::new();
                event.give(&mut results);
                results.into_bytes()
            }
            Err(rejection) => Results::failed(&Failed::from(rejection).into_json()).into_bytes(),
        })
    }));
    // SAFETY: the JVM's own environment.
    unsafe { give(environment, answer) }
}

/// `static native void free(long handle)`: as [`counterfoil_free`].
///
/// # Safety
///
/// As for [`counterfoil_free`].
#[allow(unsafe_code, reason = "the border to the JVM")]
#[unsafe(export_name = "Java_counterfoil_Library_free")]
pub unsafe extern "system" fn free(_: *mut Environment, _: *mut c_void, handle: i64) {
    // SAFETY: the caller guarantees the handle.
    unsafe { counterfoil_free(handle as u64) };
}

/// Returns a copy of an array, or of its first `length` bytes; `None` for a null reference.
///
/// # Safety
///
/// The environment is the JVM's, and the array one of its arrays of bytes, or null.
#[allow(unsafe_code, reason = "the border to the JVM")]
unsafe fn bytes(
    environment: *mut Environment,
    array: ByteArray,
    length: Option<i32>,
) -> Result<Option<Vec<u8>>, Unreadable> {
    if array.is_null() {
        return Ok(None);
    }
    // SAFETY: the indices and types are those of the specification, and the region is checked.
    unsafe {
        let all = function::<GetArrayLength>(environment, GET_ARRAY_LENGTH)(environment, array);
        let length = length.unwrap_or(all);
        if length > all {
            return Err(Unreadable);
        }
        let mut copy = Vec::with_capacity(usize::try_from(length).map_err(|_| Unreadable)?);
        let get = function::<GetByteArrayRegion>(environment, GET_BYTE_ARRAY_REGION);
        get(environment, array, 0, length, copy.as_mut_ptr());
        copy.set_len(copy.capacity().min(length as usize));
        Ok(Some(copy))
    }
}

/// Returns the output as a new array, or null if there is none, or no memory for it.
///
/// # Safety
///
/// The environment is the JVM's.
#[allow(unsafe_code, reason = "the border to the JVM")]
unsafe fn give(
    environment: *mut Environment,
    answer: std::thread::Result<Result<Vec<u8>, Unreadable>>,
) -> ByteArray {
    let Ok(Ok(answer)) = answer else { return std::ptr::null_mut() };
    let Ok(length) = i32::try_from(answer.len()) else { return std::ptr::null_mut() };
    // SAFETY: the indices and types are those of the specification; the array has the output's length.
    unsafe {
        let array = function::<NewByteArray>(environment, NEW_BYTE_ARRAY)(environment, length);
        if !array.is_null() {
            let set = function::<SetByteArrayRegion>(environment, SET_BYTE_ARRAY_REGION);
            set(environment, array, 0, length, answer.as_ptr());
        }
        array
    }
}

/// Returns a function of the JVM's table.
///
/// # Safety
///
/// The environment is the JVM's, and `F` is the type of the function at that index.
#[allow(unsafe_code, reason = "the border to the JVM")]
unsafe fn function<F: Copy>(environment: *mut Environment, place: usize) -> F {
    const { assert!(size_of::<F>() == size_of::<*const c_void>()) };
    // SAFETY: as above; a pointer to a function is as large as any other.
    unsafe { std::mem::transmute_copy(&*(*environment).functions.add(place)) }
}

#[cfg(test)]
mod tests;
