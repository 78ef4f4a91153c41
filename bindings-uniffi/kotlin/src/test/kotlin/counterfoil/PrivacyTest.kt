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

    /** A value of the type with all its fields, in which every text says where it stands. */
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
        is Class<*> -> if (type.isEnum) type.enumConstants.first() else record(type)
        else -> error("no value is known for $type, of $at")
    }

    private fun record(type: Class<*>): Any {
        filled += type.simpleName
        val fields = type.declaredFields.filter { !Modifier.isStatic(it.modifiers) }
        val constructor = type.declaredConstructors.single { !it.isSynthetic && it.parameterCount == fields.size }
        constructor.isAccessible = true
        return constructor.newInstance(
            *fields.map { fill(it.genericType, "${type.simpleName}.${it.name}") }.toTypedArray(),
        )
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
        val variants = listOf(AnyOperation::class, AnyObject::class).flatMap { it.java.declaredClasses.toList() }
        val others = listOf(
            Readiness::class, Offer::class, Review::class, MerchantMethods::class, Ledger::class, PaymentFacts::class,
            Expected::class, Difference::class, Subject::class, Purchase::class, WantedMethod::class,
            MethodStanding::class,
        )
        val things = variants.filter { it.simpleName != "Companion" }.map(::record) + others.map { record(it.java) }
        // A percentage is a number that crosses as a text.
        val shown = things.flatMap { marked("$it ${listOf(it)}") }.toSet() - "SubscriptionData.applicationFeePercent"
        assertEquals(emptySet<String>(), shown - listed())
        assertEquals(emptySet<String>(), listed() - shown)
        assertTrue("Address" in filled && "Missing" in filled && "Session" in filled, "$filled")
        assertEquals("Address(country=AT)", Address(country = "AT", postalCode = "1010", line1 = "hidden").toString())
    }
}
