package counterfoil

/** Returns a JSON text with all lone surrogates as escapes, which only a JSON reader can take. */
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

/** Returns where a record's value has cut texts, by Stripe's paths. */
internal fun cutTexts(path: String, value: Any?): List<String> = when (value) {
    is String -> if (firstHalf(value, 0) < 0) emptyList() else listOf(path)
    is Iterable<*> -> value.flatMapIndexed { index, item -> cutTexts("$path[$index]", item) }
    is Map<*, *> -> value.flatMap { (key, item) ->
        val place = if (path.isEmpty()) "$key" else "$path.$key"
        (cutTexts(place, key) + cutTexts(place, item)).distinct()
    }
    is StripeObject -> cutTexts(path, value.raw)
    is StripeRecord -> cutTexts(path, value.values)
    else -> emptyList()
}
