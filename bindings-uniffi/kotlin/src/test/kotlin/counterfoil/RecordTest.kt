package counterfoil

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test

/** Records as values: what they hold, how they are compared, and the JSON that they cross as. */
class RecordTest {
    private fun json(value: Any?): String =
        ByteWriter(1).apply { json(value) }.run { String(array, 0, length, Charsets.UTF_8) }

    private fun read(json: String): Any? = JsonReader(json.toByteArray()).value()

    @Test
    fun `a record keeps what it was given, whatever becomes of the list`() {
        val items = mutableListOf(LineItem(price = "price_1", quantity = 2))
        val session = CreateSession(mode = Mode.PAYMENT, lineItems = items)
        val same = CreateSession.builder().mode(Mode.PAYMENT).lineItems(items.toList()).build()
        items += LineItem(price = "price_2")
        assertEquals(listOf("price_1"), session.lineItems.map { it.price })
        assertEquals(same, session)
        assertEquals(same.hashCode(), session.hashCode())
        assertNotEquals(session, session.toBuilder().mode(Mode.SETUP).build())
        assertEquals(Mode.PAYMENT, session.mode)
        assertNull(session.toBuilder().mode(null).build().mode)
        assertThrows(UnsupportedOperationException::class.java) {
            (session.values["line_items"] as MutableList<*>).clear()
        }
    }

    @Test
    fun `what is zero because nobody gave it equals what was not given`() {
        assertEquals(feeFromJson("""{"basis_points":250}"""), Fee(basisPoints = 250))
        assertEquals(feeFromJson("""{"basis_points":250,"max":null}"""), Fee(basisPoints = 250, fixed = 0))
        val facts = PaymentFacts(currency = "eur", gross = 0, feesPayer = "account")
        assertEquals(paymentFactsFromJson("""{"currency":"eur","gross":0,"fees_payer":"account"}"""), facts)
        assertEquals(0L, ledger(facts).customer)
    }

    @Test
    fun `open words take any text, and closed ones are an enum`() {
        val known = CreateSession(uiMode = CreateSession.UiMode.HOSTED_PAGE)
        assertEquals("""{"ui_mode":"hosted_page"}""", json(known))
        assertEquals(known, CreateSession(uiMode = CreateSession.UiMode.of("hosted_page")))
        assertEquals("later", CreateSession(uiMode = CreateSession.UiMode.of("later")).uiMode?.value)
        assertSame(Mode.SETUP, Mode.of("setup"))
        assertNull(Mode.of("later"))
        val types = listOf(CreateSession.AllowedPaymentMethodType.CARD)
        assertEquals(types, CreateSession(allowedPaymentMethodTypes = types).allowedPaymentMethodTypes)
    }

    @Test
    fun `texts are written as JSON has them and read back`() {
        val texts = listOf("", "a\"\\/\b\u000C\n\r\t\u0001", "é注文", "T-shirt \uD83D\uDC55", "\u2028</script>")
        for (text in texts) {
            assertEquals(listOf(text), read(json(listOf(text))))
            assertEquals(mapOf(text to text), read(json(mapOf(text to text))))
        }
        assertEquals(
            """{"a":"\u0001\"","b":[1,true,{}]}""",
            json(
                mapOf(
                    "a" to "\u0001\"",
                    "b" to listOf(1L, true, emptyMap<String, Any>()),
                ),
            ),
        )
    }

    @Test
    fun `JSON is read with its escapes, white space and numbers`() {
        val expected = mapOf(
            "a" to listOf(1L, -2L, Long.MAX_VALUE, "2.50", "1e3", true, false),
            "é\uD83D\uDC55" to "\"\\/\n",
        )
        val numbers = "[ 1, -2 ,9223372036854775807, 2.50,1e3,true, false ]"
        val json = """ { "a" : $numbers ,"n":null,"\u00e9\ud83d\udc55":"\"\\\/\n" } """
        assertEquals(expected, read(json))
        assertEquals(listOf(emptyMap<String, Any>(), emptyList<Any>()), read("[{},[]]"))
        for (broken in listOf("", "{", "[1", "\"a", "{\"a\"}", "[1 2]", "\"\\u00")) {
            assertThrows(IllegalStateException::class.java) { read(broken) }
        }
    }

    @Test
    fun `an object inside of another one has its own JSON`() {
        val json =
            """{"id":"du_1","object":"dispute","x":{"balance_transactions":[7]},"balance_transactions":[ {"id":"txn_1","object":"balance_transaction"} ,{"id":"txn_2","object":"balance_transaction","fee":1}]}"""
        val dispute = RetrieveDispute.read(HttpResponse(200, emptyList(), json.toByteArray()))
        assertEquals(
            listOf(
                """{"id":"txn_1","object":"balance_transaction"}""",
                """{"id":"txn_2","object":"balance_transaction","fee":1}""",
            ),
            dispute.balanceTransactions.map { it.raw },
        )
        assertEquals(json, dispute.raw)
    }

    @Test
    fun `an order's steps are the library's`() {
        @Suppress("UNCHECKED_CAST")
        val steps = Waist("steps").call().json() as List<List<String>>
        assertEquals(steps, TRANSITIONS.toList().chunked(4))
        assertEquals(steps.map { it[1] }.distinct(), OUTCOMES.toList())
    }
}
