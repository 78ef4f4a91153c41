package counterfoil

import com.sun.jna.Native
import com.sun.jna.NativeLibrary
import counterfoil.internal.NativeKeyring
import java.lang.ref.Reference
import java.nio.ByteBuffer

/**
 * The hot call, past UniFFI: bytes in, one packed row out. Lifting and lowering a record field by field
 * would cost more than the work itself.
 */
internal class VerifyLane(private val keyring: NativeKeyring) {
    private val address = keyring.address().toLong()

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
        return Event(row, body) { guard { keyring.verify(direct(body), direct(header ?: ByteArray(0)), now) } }
    }

    private fun call(body: ByteArray, header: ByteArray?, now: Long, answer: ByteArray): Int = try {
        val headerSize = header?.size ?: 0
        Direct.counterfoil_verify(
            address,
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

/** JNA's direct mapping of the one C function. */
@Suppress("ktlint:standard:function-naming")
private object Direct {
    init {
        Native.register(Direct::class.java, NativeLibrary.getInstance("counterfoil_uniffi"))
    }

    @JvmStatic
    external fun counterfoil_verify(
        keyring: Long,
        body: ByteArray,
        bodyLength: Long,
        signature: ByteArray?,
        signatureLength: Long,
        now: Long,
        out: ByteArray,
        capacity: Long,
    ): Long
}

/** Bytes as UniFFI borrows them. */
internal fun direct(bytes: ByteArray): ByteBuffer = ByteBuffer.allocateDirect(bytes.size).apply {
    put(bytes)
    flip()
}
