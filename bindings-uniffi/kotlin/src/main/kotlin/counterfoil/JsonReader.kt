package counterfoil

import java.util.Collections

/**
 * Reads JSON that the native library has written or checked: objects become maps without `null` values, integers become
 * `Long`, and a number with a fraction stays text.
 */
internal class JsonReader(private val bytes: ByteArray, private var at: Int, private val end: Int) {
    constructor(bytes: ByteArray) : this(bytes, 0, bytes.size)

    fun value(): Any? = when (val first = next()) {
        '{' -> members()
        '[' -> items()
        '"' -> text()
        't' -> true.also { at += "true".length }
        'f' -> false.also { at += "false".length }
        'n' -> null.also { at += "null".length }
        else -> if (first == '-' || first.isDigit()) number() else unreadable()
    }

    /** Returns where each item of the list with this name in an object starts and ends. */
    fun places(of: String): List<Pair<Int, Int>> {
        val places = ArrayList<Pair<Int, Int>>()
        if (next() != '{') return places
        at++
        while (next() == '"') {
            val name = text()
            next()
            at++
            if (name == of && next() == '[') {
                items { start -> places += start to at }
            } else {
                value()
            }
            if (!goesOn('}')) break
        }
        return places
    }

    private fun members(): Values {
        at++
        if (next() == '}') return emptyMap<String, Any?>().also { at++ }
        val members = LinkedHashMap<String, Any?>()
        do {
            if (next() != '"') unreadable()
            val name = text()
            if (next() != ':') unreadable()
            at++
            value()?.let { members[name] = it }
        } while (goesOn('}'))
        return Collections.unmodifiableMap(members)
    }

    private inline fun items(read: (Int) -> Unit = {}): List<Any?> {
        at++
        if (next() == ']') return emptyList<Any?>().also { at++ }
        val items = ArrayList<Any?>()
        do {
            next()
            val start = at
            items += value()
            read(start)
        } while (goesOn(']'))
        return Collections.unmodifiableList(items)
    }

    /** Returns whether a comma follows instead of the end. */
    private fun goesOn(close: Char): Boolean {
        val found = next()
        at++
        return when (found) {
            ',' -> true
            close -> false
            else -> unreadable()
        }
    }

    private fun text(): String {
        val start = ++at
        while (at < end) {
            when (bytes[at]) {
                QUOTE -> return String(bytes, start, at++ - start, Charsets.UTF_8)
                BACKSLASH -> return escaped(start)
                else -> at++
            }
        }
        unreadable()
    }

    /** Reads a text from its first escape on. */
    private fun escaped(start: Int): String {
        val text = StringBuilder()
        var from = start
        while (at < end) {
            when (bytes[at]) {
                QUOTE -> {
                    text.append(String(bytes, from, at++ - from, Charsets.UTF_8))
                    return text.toString()
                }
                BACKSLASH -> {
                    text.append(String(bytes, from, at - from, Charsets.UTF_8)).append(escape())
                    from = at
                }
                else -> at++
            }
        }
        unreadable()
    }

    private fun escape(): Char {
        val kind = byte(at + 1)
        at += 2
        return when (kind) {
            'b' -> '\b'
            'f' -> '\u000C'
            'n' -> '\n'
            'r' -> '\r'
            't' -> '\t'
            'u' -> (0 until HEX_DIGITS).fold(0) { code, _ -> code * HEX + byte(at++).digitToInt(HEX) }.toChar()
            else -> kind
        }
    }

    private fun number(): Any {
        val start = at
        while (at < end && (byte(at).isLetterOrDigit() || byte(at) in "+-.")) at++
        val text = String(bytes, start, at - start, Charsets.US_ASCII)
        return text.toLongOrNull() ?: text
    }

    /** Returns the next character that is not white space. */
    private fun next(): Char {
        while (at < end && byte(at) in " \t\r\n") at++
        return byte(at)
    }

    private fun byte(place: Int): Char = if (place < end) bytes[place].toInt().toChar() else unreadable()

    private fun unreadable(): Nothing = error("the native library wrote JSON in an unexpected form")

    private companion object {
        const val QUOTE = '"'.code.toByte()
        const val BACKSLASH = '\\'.code.toByte()
        const val HEX = 16
        const val HEX_DIGITS = 4
    }
}
