package counterfoil

import counterfoil.internal.FfiConverterOptionalLong
import counterfoil.internal.FfiConverterSequenceTypeSecretEntry
import counterfoil.internal.FfiConverterTypeToleranceSetting
import counterfoil.internal.SecretEntry
import counterfoil.internal.ToleranceSetting
import java.lang.ref.Cleaner
import java.lang.ref.Reference
import java.nio.ByteBuffer

/** The library's keyring, freed once nobody can reach this. */
internal class Keyring(secrets: List<SecretEntry>, tolerance: ToleranceSetting, maxBody: Long?) {
    val address: Long = Waist("keyring_new")
        .value("secrets", secrets, FfiConverterSequenceTypeSecretEntry)
        .value("tolerance", tolerance, FfiConverterTypeToleranceSetting)
        .value("max_body", maxBody, FfiConverterOptionalLong)
        .call { it.getLong() }

    init {
        CLEANER.register(this, Freeing(address))
    }

    /** Must not hold the keyring itself. */
    private class Freeing(private val address: Long) : Runnable {
        override fun run() = Library.counterfoil_free_keyring(address)
    }

    private companion object {
        val CLEANER: Cleaner = Cleaner.create()
    }
}

/** The hot call: the delivery's bytes as they are, and one packed row out. */
internal class VerifyLane(private val keyring: Keyring) {
    fun verify(delivered: ByteArray, signature: String?, now: Long): Event {
        // What is proven must stay as it is, whatever the server does with its buffer afterwards.
        val body = delivered.clone()
        val header = signature?.toByteArray()
        var answer = ByteArray(ROOM)
        var length = call(body, header, now, answer)
        if (length > answer.size) {
            answer = ByteArray(length)
            length = call(body, header, now, answer)
        }
        check(length in 1..answer.size) { "the native library failed" }
        val row = Row(answer, start = 1)
        if (answer[0] == REJECTED) throw WebhookRejectedException(row.text(0), row.text(1), row.text(2))
        return Event(row, body, Delivery("webhook", body, keyring, header, now))
    }

    private fun call(body: ByteArray, header: ByteArray?, now: Long, answer: ByteArray): Int = try {
        val headerSize = header?.size ?: 0
        Library.counterfoil_verify(
            keyring.address,
            body,
            body.size.toLong(),
            header,
            headerSize.toLong(),
            now,
            answer,
            answer.size.toLong(),
        ).toInt()
    } finally {
        Reference.reachabilityFence(keyring)
    }

    private companion object {
        /** Enough for most answers; a longer one takes a second call. */
        const val ROOM = 1024
        const val REJECTED: Byte = 1
    }
}

/** What was delivered, and by whom: enough to verify it again, for what is rarely asked of an event. */
internal class Delivery(
    private val by: String,
    private val body: ByteArray,
    private val keyring: Keyring? = null,
    private val signature: ByteArray? = null,
    private val now: Long = 0,
) {
    /** Calls a function that takes a delivery and then what [more] adds. */
    fun <T> ask(function: String, more: Waist.() -> Unit, read: (ByteBuffer) -> T): T = try {
        val call = Waist(function).text("", by).bytes(body)
        if (keyring != null) call.optional(signature) { bytes(it) }.long(now)
        call.apply(more).call(keyring?.address ?: 0, read)
    } finally {
        Reference.reachabilityFence(keyring)
    }
}
