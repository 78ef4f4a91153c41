package counterfoil

import counterfoil.internal.FfiConverterTypeNativeError
import counterfoil.internal.NativeException
import java.nio.ByteBuffer
import java.nio.charset.CharacterCodingException
import counterfoil.internal.FfiConverter as NativeConverter

/**
 * A call of a function of the library: its arguments in the order in which the library takes them, then
 * [call]. Everything crosses in two byte arrays, each value as UniFFI writes it into a buffer.
 *
 * The path of an argument is its place in the caller's values, for the fault of a text that cannot
 * cross; all such faults are reported together.
 */
internal class Waist(function: String) {
    private var arguments = ByteBuffer.allocate(SIZE)
    private val cut = ArrayList<String>(0)

    init {
        bytes(function.toByteArray())
    }

    fun text(path: String, value: String): Waist = apply {
        if (isWhole(value)) bytes(value.toByteArray()) else cut += path
    }

    fun optionalText(path: String, value: String?): Waist = optional(value) { text(path, it) }

    /** A JSON text; half of a surrogate pair is written as its escape, so that the library judges it. */
    fun json(value: String): Waist = bytes(withEscapes(value).toByteArray())

    fun bytes(value: ByteArray): Waist = int(value.size).apply { room(value.size).put(value) }

    fun int(value: Int): Waist = apply { room(Int.SIZE_BYTES).putInt(value) }

    fun long(value: Long): Waist = apply { room(Long.SIZE_BYTES).putLong(value) }

    fun double(value: Double): Waist = apply { room(Double.SIZE_BYTES).putDouble(value) }

    /** What [write] writes, or a mark that it is absent. */
    fun <T : Any> optional(value: T?, write: Waist.(T) -> Unit): Waist = apply {
        room(1).put(if (value == null) 0 else 1)
        if (value != null) write(value)
    }

    /** A value that UniFFI writes; [of] is the user's, where that is another one. */
    fun <T> value(path: String, value: T, type: FfiConverter<T, *>, of: Any? = value): Waist =
        write(path, of, type.allocationSize(value)) { type.write(value, it) }

    fun <T> value(path: String, value: T, type: NativeConverter<T, *>, of: Any? = value): Waist =
        write(path, of, type.allocationSize(value)) { type.write(value, it) }

    /**
     * Calls the function and reads its results.
     *
     * @throws CounterfoilException what the library refuses
     * @throws WebhookRejectedException what it rejects
     */
    fun <T> call(read: (ByteBuffer) -> T): T = call(0, read)

    /** The same for what verifies: with the address of a keyring. */
    fun <T> call(keyring: Long, read: (ByteBuffer) -> T): T {
        Library.ready()
        return callLoaded(keyring, read)
    }

    /** The same for the time while the library is being loaded. */
    fun <T> callLoaded(keyring: Long, read: (ByteBuffer) -> T): T {
        if (cut.isNotEmpty()) refuse(cut)
        val size = arguments.position()
        var answer = ByteArray(SIZE + GROWTH * size)
        var length = Library.counterfoil_call_records(keyring, arguments.array(), size.toLong(), answer, answer.size.toLong())
        if (length > answer.size) {
            answer = ByteArray(Math.toIntExact(length))
            length = Library.counterfoil_call_records(keyring, arguments.array(), size.toLong(), answer, length)
        }
        check(length in 1..answer.size) { "the native library failed" }
        val results = ByteBuffer.wrap(answer, 1, length.toInt() - 1)
        if (answer[0] == FAILED) throw exceptionOf(FfiConverterTypeNativeError.read(results))
        return read(results)
    }

    private inline fun write(path: String, of: Any?, size: ULong, write: (ByteBuffer) -> Unit): Waist = apply {
        val start = arguments.position()
        try {
            write(room(Math.toIntExact(size.toLong())))
        } catch (_: CharacterCodingException) {
            arguments.position(start)
            cut += cutTexts(path, of)
        }
    }

    /** The buffer, with room for so many bytes more. */
    private fun room(size: Int): ByteBuffer {
        if (arguments.remaining() < size) {
            val larger = ByteBuffer.allocate(Math.addExact(arguments.position(), Math.addExact(size, SIZE)))
            arguments = larger.put(arguments.flip())
        }
        return arguments
    }

    private companion object {
        /** Enough for most answers, together with [GROWTH] times the arguments; a longer one takes a second call. */
        const val SIZE = 1024
        const val GROWTH = 2
        const val FAILED: Byte = 1

        fun refuse(paths: List<String>): Nothing {
            // A path can hold a key of the caller's, which can be cut too.
            val call = Waist("cut_text").int(paths.size)
            paths.forEach { call.bytes(it.toByteArray()) }
            call.call { error("the library took texts that are cut") }
        }
    }
}

/** A text among the results. */
internal fun ByteBuffer.text(): String = FfiConverterString.read(this)

/** Whether something follows, or is so. */
internal fun ByteBuffer.flag(): Boolean = get() != 0.toByte()

/** A list of texts among the results. */
internal fun ByteBuffer.texts(): List<String> = List(getInt()) { text() }

private fun exceptionOf(error: NativeException): RuntimeException {
    val details = (error as NativeException.Failed).details
    val diagnosis = details.diagnosis ?: return CounterfoilException(details)
    return WebhookRejectedException(details.code, details.text, diagnosis)
}
