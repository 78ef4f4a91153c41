package counterfoil

import java.nio.ByteBuffer

/**
 * A packed row: how many cells there are, the length in bytes of each (-1 for an absent one), then
 * their UTF-8 bytes. A cell is decoded when it is asked for.
 */
internal class Row(private val bytes: ByteArray, private val start: Int) {
    private val numbers = ByteBuffer.wrap(bytes)
    private val count = numbers.getInt(start)

    fun text(cell: Int): String = checkNotNull(optional(cell)) { "cell $cell is absent" }

    fun optional(cell: Int): String? {
        val length = length(cell)
        return if (length < 0) null else String(bytes, place(cell), length, Charsets.UTF_8)
    }

    fun boolean(cell: Int): Boolean = text(cell) == "true"

    fun long(cell: Int): Long? = optional(cell)?.toLong()

    /** A row inside of a cell. */
    fun nested(cell: Int): Row? = if (length(cell) < 0) null else Row(bytes, place(cell))

    /** A cell that is no text. */
    fun buffer(cell: Int): ByteBuffer = ByteBuffer.wrap(bytes, place(cell), length(cell))

    /** All cells, taken as keys and values in turn. */
    fun pairs(): Map<String, String> = (0 until count step 2).associate { text(it) to text(it + 1) }

    private fun length(cell: Int) = numbers.getInt(start + 4 + 4 * cell)

    private fun place(cell: Int) = (0 until cell).fold(start + 4 + 4 * count) { at, before ->
        at + length(before).coerceAtLeast(0)
    }
}
