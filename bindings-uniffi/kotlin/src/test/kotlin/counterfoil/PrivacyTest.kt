package counterfoil

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.lang.reflect.Modifier
import java.lang.reflect.ParameterizedType
import java.lang.reflect.Type
import java.nio.file.Files
import java.nio.file.Path

/** What records print of themselves: every field is filled with its own name, which must not turn up. */
class PrivacyTest {
    /** Every class of a record that was filled. */
    private val filled = mutableSetOf<String>()

    /** The fields that take a few words and no others, so that they cannot say where they stand. */
    private val closed = mutableSetOf<String>()

    /** The JSON of a value of the type, in which every text says where it stands. */
    private fun fill(type: Type, at: String): Any = when (type) {
        String::class.java -> "<$at>"
        Long::class.java, Long::class.javaObjectType -> 7L
        Boolean::class.java, Boolean::class.javaObjectType -> true
        is ParameterizedType ->
            if (type.rawType == Map::class.java) {
                mapOf("key" to "<$at>")
            } else {
                listOf(fill(type.actualTypeArguments.single(), at))
            }
        is Class<*> -> when {
            StripeObject::class.java.isAssignableFrom(type) && at.startsWith("MerchantMethods") -> record(type)
            type.isEnum -> (type.enumConstants.first() as Word).value.also { closed += at }
            Word::class.java.isAssignableFrom(type) -> "<$at>"
            else -> values(type)
        }
        else -> error("no value is known for $type, of $at")
    }

    private fun values(type: Class<*>): Values {
        filled += type.simpleName
        val getters = type.declaredMethods.filter { method ->
            method.parameterCount == 0 && Regex("(get|is)[A-Z][A-Za-z0-9]*").matches(method.name) &&
                !OperationType::class.java.isAssignableFrom(method.returnType)
        }
        return getters.associate { getter ->
            val name = getter.name.removePrefix("get").replaceFirstChar { it.lowercase() }
            val snake = name.replace(Regex("[A-Z]")) { "_" + it.value.lowercase() }
            snake to fill(getter.genericReturnType, "${type.simpleName}.$name")
        }
    }

    private fun record(type: Class<*>): StripeRecord {
        val values = values(type)
        if (!StripeObject::class.java.isAssignableFrom(type)) {
            return type.getDeclaredConstructor(Map::class.java).newInstance(values) as StripeRecord
        }
        val constructor = type.getDeclaredConstructor(Map::class.java, Raw::class.java, Boolean::class.java)
        return constructor.newInstance(values, Raw("<${type.simpleName}.raw>"), false) as StripeRecord
    }

    /** Every class of a record, by the resources that were compiled. */
    private fun records(): List<Class<*>> {
        val folder = Path.of(
            StripeRecord::class.java.protectionDomain.codeSource.location.toURI(),
        ).resolve("counterfoil")
        val names = Files.list(folder).use { files -> files.map { it.fileName.toString() }.toList() }
        val classes = names.filter { Regex("\\w+\\.class").matches(it) }.map {
            Class.forName("counterfoil." + it.removeSuffix(".class"))
        }
        return classes.filter { StripeRecord::class.java.isAssignableFrom(it) && !Modifier.isAbstract(it.modifiers) }
    }

    private fun marked(text: String) = Regex("<(\\w+\\.\\w+)>").findAll(text).map { it.groupValues[1] }.toSet()

    private fun listed(): Set<String> {
        val lines = Files.readAllLines(Path.of("../../core/shown.txt")).filter { !it.startsWith("#") }
        return lines.flatMap { line ->
            val (record, fields) = line.split(": ")
            fields.split(" ").map { field ->
                "$record." + field.replace(Regex("_(\\w)")) { it.groupValues[1].uppercase() }
            }
        }.toSet()
    }

    @Test
    fun `records print the texts that are listed and no others`() {
        val things = records().map(::record)
        assertTrue(things.size > 200, "${things.size}")
        // A percentage is a number that crosses as a text.
        val shown = things.flatMap { marked("$it ${listOf(it)}") }.toSet() - "SubscriptionData.applicationFeePercent"
        assertEquals(emptySet<String>(), shown - listed())
        assertEquals(emptySet<String>(), listed() - shown - closed)
        assertTrue(filled.containsAll(listOf("Address", "Missing", "Session", "MerchantMethods")), "$filled")
        assertEquals("Address(country=AT)", Address(country = "AT", postalCode = "1010", line1 = "hidden").toString())
    }
}
