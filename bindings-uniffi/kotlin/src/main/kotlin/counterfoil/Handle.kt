package counterfoil

import java.lang.ref.Cleaner
import java.lang.ref.Reference

/** Something that the library keeps, such as a keyring; it is freed when it is no longer reachable. */
internal class Handle(private val address: Long) {
    init {
        CLEANER.register(this, Freeing(address))
    }

    /** Calls the library with the handle, which is not freed meanwhile. */
    inline fun <T> use(call: (Long) -> T): T = try {
        call(address)
    } finally {
        Reference.reachabilityFence(this)
    }

    /** Must not reference the handle itself. */
    private class Freeing(private val address: Long) : Runnable {
        override fun run() = Library.free(address)
    }

    private companion object {
        val CLEANER: Cleaner = Cleaner.create()
    }
}
