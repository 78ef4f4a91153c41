package counterfoil

import java.lang.reflect.Modifier

/** Whether a text has no half of a surrogate pair, as one has that was cut inside of a character. */
internal fun isWhole(text: String): Boolean = firstHalf(text, 0) < 0

/** A JSON text with the escapes of all halves, which only a JSON reader can take. */
internal fun withEscapes(json: String): String {
    var half = firstHalf(json, 0)
    if (half < 0) return json
    return buildString {
        var start = 0
        while (half >= 0) {
            append(json, start, half).append("\\u").append(Integer.toHexString(json[half].code))
            start = half + 1
            half = firstHalf(json, start)
        }
        append(json, start, json.length)
    }
}

private fun firstHalf(text: String, from: Int): Int {
    var at = from
    while (at < text.length) {
        val character = text[at]
        when {
            !character.isSurrogate() -> at += 1
            character.isHighSurrogate() && at + 1 < text.length && text[at + 1].isLowSurrogate() -> at += 2
            else -> return at
        }
    }
    return -1
}

/**
 * Where a value of this library's records has cut texts, by Stripe's paths. Only asked once one was found,
 * so that it may look at the fields by reflection.
 */
internal fun cutTexts(path: String, value: Any?): List<String> = when (value) {
    null, is Number, is Boolean, is Enum<*> -> emptyList()
    is String -> if (isWhole(value)) emptyList() else listOf(path)
    is Iterable<*> -> value.flatMapIndexed { index, item -> cutTexts("$path[$index]", item) }
    is Map<*, *> -> value.flatMap { (key, item) ->
        val place = inside(path, "$key")
        (cutTexts(place, key) + cutTexts(place, item)).distinct()
    }
    else -> value.javaClass.declaredFields.filter { !Modifier.isStatic(it.modifiers) }.flatMap { field ->
        field.isAccessible = true
        cutTexts(inside(path, snake(field.name)), field.get(value))
    }
}

private fun inside(path: String, name: String) = if (path.isEmpty()) name else "$path.$name"

/** `unitAmount` as `unit_amount`. */
private fun snake(name: String) = name.replace(Regex("[A-Z]")) { "_" + it.value.lowercase() }
