package counterfoil

/**
 * A call of a function of the library: its arguments in the order of the function, then [call]. Everything is passed in
 * two byte arrays: texts, numbers as decimal text, JSON and bytes, each with its length in front.
 *
 * The path of an argument is its position in the caller's values, for the fault of a text that was cut in the middle of
 * a character; all such faults are reported together.
 */
internal class Waist(function: String, size: Int = SIZE) {
    private val arguments = ByteWriter(size)
    private val cut = ArrayList<String>(0)

    init {
        arguments.part { text(function) }
    }

    fun text(path: String, value: String): Waist = part(path, { value }) { text(value) }

    fun optionalText(path: String, value: String?): Waist = if (value == null) absent() else text(path, value)

    fun bytes(value: ByteArray): Waist = apply { arguments.part { bytes(value) } }

    fun number(value: Number): Waist = apply { arguments.part { text(value.toString()) } }

    fun optionalNumber(value: Number?): Waist = if (value == null) absent() else number(value)

    fun absent(): Waist = apply { arguments.absent() }

    /** Adds a value of a record; [shown] is the caller's own value, if that differs. */
    fun json(path: String, value: Any?, shown: () -> Any? = { value }): Waist = part(path, shown) { json(value) }

    /** Adds a JSON text from the caller; a lone surrogate is written as an escape, so that the library reports it. */
    fun jsonText(value: String): Waist = apply { arguments.part { text(withEscapes(value)) } }

    /** Adds one of Stripe's objects, as it was received. */
    fun raw(value: StripeObject): Waist = jsonText(value.raw)

    fun optionalRaw(value: StripeObject?): Waist = if (value == null) absent() else raw(value)

    /**
     * Calls the function of the library, or of a handle.
     *
     * @throws CounterfoilException an error from the library
     * @throws WebhookException a rejected delivery
     */
    fun call(handle: Handle? = null): Results {
        Library.ready()
        if (cut.isNotEmpty()) refuse(cut)
        return if (handle == null) callLoaded(0) else handle.use { callLoaded(it) }
    }

    /** Does the same while the library is being loaded. */
    fun callLoaded(handle: Long): Results = Results(answered(Library.call(handle, arguments.array, arguments.length)))

    private inline fun part(
        path: String,
        crossinline shown: () -> Any?,
        crossinline write: ByteWriter.() -> Unit,
    ): Waist = apply {
        val wasCut = arguments.isCut
        arguments.part { write() }
        if (arguments.isCut && !wasCut) {
            cut += cutTexts(path, shown())
            arguments.forgetCut()
        }
    }

    private companion object {
        /** Enough for most arguments. */
        const val SIZE = 1024

        fun refuse(paths: List<String>): Nothing {
            val call = Waist("invalid_text")
            // A path can contain a key from the caller that is cut, too; it is shown without the surrogate.
            call.arguments.part { json(paths) }
            call.callLoaded(0)
            error("the library accepted texts that are cut")
        }
    }
}

/**
 * Checks the tag of a function's results.
 *
 * @throws CounterfoilException an error from the library
 * @throws WebhookException a rejected delivery
 */
internal fun answered(answer: ByteArray?): ByteArray {
    checkNotNull(answer) { "the native library failed" }
    if (answer[0] == FAILED) throw exceptionOf(Results(answer).values())
    return answer
}

private const val FAILED: Byte = 1

/** The results of a call, one after the other. */
internal class Results(val answer: ByteArray) {
    /** After the tag. */
    private var at = 1

    fun textOrNull(): String? = optional { start, end -> String(answer, start, end - start, Charsets.UTF_8) }

    fun text(): String = checkNotNull(textOrNull())

    fun bytesOrNull(): ByteArray? = optional { start, end -> answer.copyOfRange(start, end) }

    fun bytes(): ByteArray = checkNotNull(bytesOrNull())

    fun number(): Long = text().toLong()

    /** Reads a JSON result, or `null` if there is none. */
    fun json(): Any? = optional { start, end -> JsonReader(answer, start, end) }?.value()

    fun values(): Values = checkNotNull(inner(json()))

    /** Reads a list of records. */
    @Suppress("UNCHECKED_CAST")
    fun list(): List<Values> = json() as List<Values>

    private inline fun <T : Any> optional(read: (Int, Int) -> T): T? {
        val length = answer.integer(at)
        at += Int.SIZE_BYTES
        if (length < 0) return null
        at += length
        return read(at - length, at)
    }
}

/** Returns a record's JSON after the library has checked it. */
internal fun checked(function: String, json: String): Values {
    Waist(function).jsonText(json).call()
    return valuesOf(json)
}

/** Returns the members of a JSON object. */
internal fun valuesOf(json: String): Values = checkNotNull(inner(JsonReader(json.toByteArray()).value()))

/** Returns the 32 bits at an index, in big-endian order. */
internal fun ByteArray.integer(at: Int): Int {
    var value = 0
    for (place in at until at + Int.SIZE_BYTES) value = (value shl Byte.SIZE_BITS) or (this[place].toInt() and 0xFF)
    return value
}

private fun exceptionOf(details: Values): RuntimeException {
    val diagnosis = details.textOrNull("diagnosis") ?: return CounterfoilException(details)
    return WebhookException(details.text("code"), details.text("message"), diagnosis)
}
