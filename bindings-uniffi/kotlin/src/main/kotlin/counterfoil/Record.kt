package counterfoil

import java.util.Collections

/** The values of a record under Stripe's names: texts, integers, booleans, lists of these, and nested values. */
internal typealias Values = Map<String, Any?>

/**
 * A record: two are equal if they have the same class and values. `toString` shows the values that are neither personal
 * nor secret.
 */
public abstract class StripeRecord internal constructor(@get:JvmSynthetic internal val values: Values) {
    override fun equals(other: Any?): Boolean =
        other is StripeRecord && other.javaClass == javaClass && other.values == values

    override fun hashCode(): Int = values.hashCode()
}

/**
 * One of Stripe's objects.
 *
 * @property replayed whether this is Stripe's stored response to an earlier request with the same idempotency key, so
 * that nothing happened this time; `false` for an object in an event or inside another object. `==` ignores it
 */
public abstract class StripeObject internal constructor(
    values: Values,
    private val source: Raw,
    public val replayed: Boolean,
) : StripeRecord(values) {
    /** The object's JSON text as it was received. */
    public val raw: String get() = source.text

    /** Returns the objects of a nested list, each with its own JSON. */
    internal fun <T> objects(name: String, make: (Values, Raw) -> T): List<T> {
        val values = values.list<Values>(name)
        if (values.isEmpty()) return emptyList()
        val items = source.items(name)
        return values.mapIndexed { at, item -> make(item, items.getOrElse(at) { Raw.NONE }) }
    }

    final override fun equals(other: Any?): Boolean = super.equals(other) && other is StripeObject && other.raw == raw

    final override fun hashCode(): Int = super.hashCode()
}

/** An object's JSON, which is converted to text when it is first read. */
internal class Raw private constructor(private var bytes: ByteArray?, private val start: Int, private val end: Int) {
    constructor(bytes: ByteArray) : this(bytes, 0, bytes.size)

    constructor(text: String) : this(null, 0, 0) {
        decoded = text
    }

    @Volatile private var decoded: String? = null

    val text: String
        get() = decoded ?: String(checkNotNull(bytes), start, end - start, Charsets.UTF_8).also { decoded = it }

    /** Returns the items of the list with this name. */
    fun items(name: String): List<Raw> = text.toByteArray().let { json ->
        JsonReader(json).places(name).map { (start, end) -> Raw(json, start, end) }
    }

    companion object {
        /** For an outcome without an object. */
        val NONE = Raw("")

        fun part(bytes: ByteArray, start: Int, end: Int) = Raw(bytes, start, end)
    }
}

/** Builds a record. */
public abstract class RecordBuilder internal constructor(values: Values) {
    private val filled = LinkedHashMap(values)

    /** Sets a value; an empty one means that it was not given. */
    internal fun put(name: String, value: Any?) {
        val isEmpty =
            value == null || (value is Collection<*> && value.isEmpty()) || (value is Map<*, *> && value.isEmpty())
        if (isEmpty) filled.remove(name) else keep(name, value)
    }

    /** Sets a value even if it is empty; a collection is copied, since it could change. */
    internal fun keep(name: String, value: Any?) {
        filled[name] = when (value) {
            is Collection<*> -> Collections.unmodifiableList(ArrayList(value))
            is Map<*, *> -> Collections.unmodifiableMap(LinkedHashMap(value))
            else -> value
        }
    }

    internal fun built(): Values = LinkedHashMap(filled)
}

/** A word of one of Stripe's lists. */
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

/** A number with a fraction, which is passed as text. */
internal fun Values.decimalOrNull(name: String): String? = get(name)?.toString()

internal fun Values.integer(name: String): Long = get(name) as Long? ?: 0

internal fun Values.integerOrNull(name: String): Long? = get(name) as Long?

internal fun Values.flag(name: String): Boolean = get(name) as Boolean? ?: false

internal fun Values.flagOrNull(name: String): Boolean? = get(name) as Boolean?

internal fun Values.texts(name: String): List<String> = list(name)

internal fun Values.integers(name: String): List<Long> = list(name)

/** Pairs of texts; a number or a boolean in `extra` is shown as it is sent. */
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

/** Returns a record's name with its fields: names and values in turn. */
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
