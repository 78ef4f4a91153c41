package counterfoil

/** Builds bytes: UTF-8, JSON and length-prefixed parts. */
internal class ByteWriter(size: Int) {
    var array = ByteArray(size)
        private set
    var length = 0
        private set

    /** Whether a text had a lone surrogate, as a text that was cut in the middle of a character has. */
    var isCut = false
        private set

    fun forgetCut() {
        isCut = false
    }

    fun byte(value: Int) {
        room(1)
        array[length++] = value.toByte()
    }

    fun bytes(value: ByteArray) {
        room(value.size)
        value.copyInto(array, length)
        length += value.size
    }

    /** Writes a part with its length in front: 32 bits, big-endian. */
    inline fun part(write: ByteWriter.() -> Unit) {
        val start = length
        number(0)
        write()
        number(length - start - Int.SIZE_BYTES, start)
    }

    /** The mark of a part that is absent. */
    fun absent() {
        number(-1)
    }

    fun text(value: String) {
        room(UTF_8 * value.length)
        var at = 0
        while (at < value.length) at = character(value, at)
    }

    /** Writes any value that a record can hold, as JSON. */
    fun json(value: Any?) {
        when (value) {
            null -> text("null")
            is String -> quoted(value)
            is Long, is Int, is Boolean -> text(value.toString())
            is Map<*, *> -> {
                var separator = '{'.code
                for ((name, inner) in value) {
                    byte(separator)
                    quoted(name as String)
                    byte(':'.code)
                    json(inner)
                    separator = ','.code
                }
                if (value.isEmpty()) byte('{'.code)
                byte('}'.code)
            }
            is Iterable<*> -> {
                byte('['.code)
                value.forEachIndexed { at, item ->
                    if (at > 0) byte(','.code)
                    json(item)
                }
                byte(']'.code)
            }
            // As text inside the text: the library reads the object's JSON as it was received.
            is StripeObject -> quoted(value.raw)
            is StripeRecord -> json(value.values)
            is Word -> quoted(value.value)
            else -> error("${value.javaClass} is not a value of a record")
        }
    }

    private fun quoted(value: String) {
        room(ESCAPE * value.length + 2)
        array[length++] = '"'.code.toByte()
        var at = 0
        while (at < value.length) {
            val code = value[at].code
            when {
                code == '"'.code || code == '\\'.code -> {
                    array[length++] = '\\'.code.toByte()
                    array[length++] = code.toByte()
                    at++
                }
                code < ' '.code -> {
                    text("\\u00")
                    array[length++] = HEX[code shr HALF_BYTE].code.toByte()
                    array[length++] = HEX[code and LOW_HALF].code.toByte()
                    at++
                }
                else -> at = character(value, at)
            }
        }
        array[length++] = '"'.code.toByte()
    }

    /** Writes the character at an index, for which there must be room, and returns the next index. */
    private fun character(value: String, at: Int): Int {
        val code = value[at].code
        when {
            code < TWO_BYTES -> array[length++] = code.toByte()
            code < THREE_BYTES -> {
                array[length++] = (0xC0 or (code shr SIX_BITS)).toByte()
                continuation(code)
            }
            !value[at].isSurrogate() -> {
                array[length++] = (0xE0 or (code shr 2 * SIX_BITS)).toByte()
                continuation(code shr SIX_BITS)
                continuation(code)
            }
            value[at].isHighSurrogate() && at + 1 < value.length && value[at + 1].isLowSurrogate() -> {
                val point = value.codePointAt(at)
                array[length++] = (0xF0 or (point shr 3 * SIX_BITS)).toByte()
                continuation(point shr 2 * SIX_BITS)
                continuation(point shr SIX_BITS)
                continuation(point)
                return at + 2
            }
            else -> {
                isCut = true
                array[length++] = '?'.code.toByte()
            }
        }
        return at + 1
    }

    private fun continuation(code: Int) {
        array[length++] = (0x80 or (code and 0x3F)).toByte()
    }

    private fun number(value: Int) {
        room(Int.SIZE_BYTES)
        length += Int.SIZE_BYTES
        number(value, length - Int.SIZE_BYTES)
    }

    private fun number(value: Int, at: Int) {
        for (place in 0 until Int.SIZE_BYTES) {
            array[at + place] = (value shr (Int.SIZE_BITS - Byte.SIZE_BITS * (place + 1))).toByte()
        }
    }

    private fun room(size: Int) {
        if (array.size - length < size) array = array.copyOf(Math.addExact(array.size, maxOf(array.size, size)))
    }

    private companion object {
        /** The most bytes that a character of a text takes, and those that it takes between quotes. */
        const val UTF_8 = 3
        const val ESCAPE = 6
        const val TWO_BYTES = 0x80
        const val THREE_BYTES = 0x800
        const val SIX_BITS = 6
        const val HALF_BYTE = 4
        const val LOW_HALF = 0xF
        const val HEX = "0123456789abcdef"
    }
}
