package counterfoil

import java.util.Collections

/** What a record holds under Stripe's names: texts, integers, flags, lists of these, and values inside of values. */
internal typealias Values = Map<String, Any?>

/**
 * A record: two are equal if they are of one class and hold the same. `toString` shows what is there, and
 * nothing that is personal or secret.
 */
public abstract class StripeRecord internal constructor(@get:JvmSynthetic internal val values: Values) {
    override fun equals(other: Any?): Boolean =
        other is StripeRecord && other.javaClass == javaClass && other.values == values

    override fun hashCode(): Int = values.hashCode()
}

/**
 * One of Stripe's objects.
 *
 * @property replayed whether this is Stripe's stored response to an earlier request with the same idempotency
 * key, so that nothing was done this time; `false` for what came in an event or inside of another object.
 * `==` does not look at it
 */
public abstract class StripeObject internal constructor(
    values: Values,
    private val source: Raw,
    public val replayed: Boolean,
) : StripeRecord(values) {
    /** The object as it came, as JSON text. */
    public val raw: String get() = source.text

    /** The objects of a list inside of this one, each with its own JSON. */
    internal fun <T> objects(name: String, make: (Values, Raw) -> T): List<T> {
        val values = values.list<Values>(name)
        if (values.isEmpty()) return emptyList()
        val items = source.items(name)
        return values.mapIndexed { at, item -> make(item, items.getOrElse(at) { Raw.NONE }) }
    }

    final override fun equals(other: Any?): Boolean = super.equals(other) && other is StripeObject && other.raw == raw

    final override fun hashCode(): Int = super.hashCode()
}

/** An object's JSON, which becomes a text when somebody asks for it. */
internal class Raw private constructor(private var bytes: ByteArray?, private val start: Int, private val end: Int) {
    constructor(bytes: ByteArray) : this(bytes, 0, bytes.size)

    constructor(text: String) : this(null, 0, 0) {
        decoded = text
    }

    @Volatile private var decoded: String? = null

    val text: String
        get() = decoded ?: String(checkNotNull(bytes), start, end - start, Charsets.UTF_8).also { decoded = it }

    /** The items of the list with this name in it. */
    fun items(name: String): List<Raw> = text.toByteArray().let { json ->
        JsonReader(json).places(name).map { (start, end) -> Raw(json, start, end) }
    }

    companion object {
        /** Of what carries no object. */
        val NONE = Raw("")

        fun part(bytes: ByteArray, start: Int, end: Int) = Raw(bytes, start, end)
    }
}

/** Fills a record. */
public abstract class RecordBuilder internal constructor(values: Values) {
    private val filled = LinkedHashMap(values)

    /** Keeps a value; what is empty stands for what was never given. */
    internal fun put(name: String, value: Any?) {
        val isEmpty =
            value == null || (value is Collection<*> && value.isEmpty()) || (value is Map<*, *> && value.isEmpty())
        if (isEmpty) filled.remove(name) else keep(name, value)
    }

    /** Keeps a value also where it is empty: a copy of what could change. */
    internal fun keep(name: String, value: Any?) {
        filled[name] = when (value) {
            is Collection<*> -> Collections.unmodifiableList(ArrayList(value))
            is Map<*, *> -> Collections.unmodifiableMap(LinkedHashMap(value))
            else -> value
        }
    }

    internal fun built(): Values = LinkedHashMap(filled)
}

/** A word of a list that Stripe has. */
public interface Word {
    /** The word as Stripe writes it. */
    public val value: String
}

/** A word of a list that Stripe may extend: two with the same text are equal. */
public abstract class OpenWord internal constructor(final override val value: String) : Word {
    final override fun equals(other: Any?): Boolean =
        other is OpenWord && other.javaClass == javaClass && other.value == value

    final override fun hashCode(): Int = value.hashCode()

    final override fun toString(): String = value
}

internal fun Values.text(name: String): String = get(name) as String? ?: ""

internal fun Values.textOrNull(name: String): String? = get(name) as String?

/** A number with a fraction, which crosses as a text. */
internal fun Values.decimalOrNull(name: String): String? = get(name)?.toString()

internal fun Values.integer(name: String): Long = get(name) as Long? ?: 0

internal fun Values.integerOrNull(name: String): Long? = get(name) as Long?

internal fun Values.flag(name: String): Boolean = get(name) as Boolean? ?: false

internal fun Values.flagOrNull(name: String): Boolean? = get(name) as Boolean?

internal fun Values.texts(name: String): List<String> = list(name)

internal fun Values.integers(name: String): List<Long> = list(name)

/** Pairs of texts; what is a number or a flag in `extra` is shown as it is sent. */
internal fun Values.pairs(name: String): Map<String, String> {
    val pairs = inner(get(name)) ?: return emptyMap()
    @Suppress("UNCHECKED_CAST")
    return if (pairs.values.all { it is String }) pairs as Map<String, String> else pairs.mapValues { "${it.value}" }
}

internal inline fun <T> Values.record(name: String, make: (Values) -> T): T? = inner(get(name))?.let(make)

internal inline fun <T> Values.recordOrEmpty(name: String, make: (Values) -> T): T =
    make(inner(get(name)) ?: emptyMap())

internal inline fun <T> Values.records(name: String, make: (Values) -> T): List<T> = list<Values>(name).map(make)

@Suppress("UNCHECKED_CAST")
internal fun inner(value: Any?): Values? = value as Values?

@Suppress("UNCHECKED_CAST")
internal fun <T> Values.list(name: String): List<T> = get(name) as List<T>? ?: emptyList()

/** A record's name with those of the fields that are there: names and values in turn. */
internal fun describe(name: String, vararg fields: Any?): String = buildString {
    append(name).append('(')
    var separator = ""
    for (at in fields.indices step 2) {
        val value = fields[at + 1]
        if (value == null || (value is Collection<*> && value.isEmpty())) continue
        append(separator).append(fields[at]).append('=').append(value)
        separator = ", "
    }
    append(')')
}
