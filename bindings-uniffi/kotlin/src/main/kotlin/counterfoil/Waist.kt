package counterfoil

/**
 * A call of a function of the library: its arguments in the order in which the library takes them, then
 * [call]. Everything crosses in two byte arrays: texts, numbers as decimal text, JSON and bytes, each with
 * its length before it.
 *
 * The path of an argument is its place in the caller's values, for the fault of a text that was cut inside
 * of a character; all such faults are reported together.
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

    /** A value of a record's; [shown] is the caller's own, where that is another one. */
    fun json(path: String, value: Any?, shown: () -> Any? = { value }): Waist = part(path, shown) { json(value) }

    /** A JSON text of the caller's; half of a surrogate pair is written as its escape, so that the library judges it. */
    fun jsonText(value: String): Waist = apply { arguments.part { text(withEscapes(value)) } }

    /** One of Stripe's objects, as it came. */
    fun raw(value: StripeObject): Waist = jsonText(value.raw)

    fun optionalRaw(value: StripeObject?): Waist = if (value == null) absent() else raw(value)

    /**
     * Calls the function of the library, or of what it keeps.
     *
     * @throws CounterfoilException what the library refuses
     * @throws WebhookException what it rejects
     */
    fun call(handle: Handle? = null): Results {
        Library.ready()
        if (cut.isNotEmpty()) refuse(cut)
        return if (handle == null) callLoaded(0) else handle.use { callLoaded(it) }
    }

    /** The same for the time while the library is being loaded. */
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
            // A path can hold a key of the caller's that is cut too; it is shown without its half.
            call.arguments.part { json(paths) }
            call.callLoaded(0)
            error("the library took texts that are cut")
        }
    }
}

/**
 * What a function of the library writes: a tag and its results.
 *
 * @throws CounterfoilException what the library refuses
 * @throws WebhookException what it rejects
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

    /** A result that is JSON; `null` where there is none. */
    fun json(): Any? = optional { start, end -> JsonReader(answer, start, end) }?.value()

    fun values(): Values = checkNotNull(inner(json()))

    /** A list of records. */
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

/** A record's JSON that the library has found to be right. */
internal fun checked(function: String, json: String): Values {
    Waist(function).jsonText(json).call()
    return valuesOf(json)
}

/** The members of a JSON object. */
internal fun valuesOf(json: String): Values = checkNotNull(inner(JsonReader(json.toByteArray()).value()))

/** The 32 bits at a place, the highest first. */
internal fun ByteArray.integer(at: Int): Int {
    var value = 0
    for (place in at until at + Int.SIZE_BYTES) value = (value shl Byte.SIZE_BITS) or (this[place].toInt() and 0xFF)
    return value
}

private fun exceptionOf(details: Values): RuntimeException {
    val diagnosis = details.textOrNull("diagnosis") ?: return CounterfoilException(details)
    return WebhookException(details.text("code"), details.text("message"), diagnosis)
}
