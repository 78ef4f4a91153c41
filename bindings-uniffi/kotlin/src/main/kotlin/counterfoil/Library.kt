package counterfoil

import com.sun.jna.Native
import com.sun.jna.NativeLibrary
import com.sun.jna.Platform as JnaPlatform

/**
 * The native library's C functions, by JNA's direct mapping: numbers and byte arrays alone. A structure of
 * JNA's would leave an object behind in every call, which one thread has to free for all others.
 */
internal object Library {
    private const val NAME = "counterfoil_uniffi"
    private const val UNUSABLE = "the one that was found cannot be used"

    @Volatile private var isReady = false

    /** The first reason why it could not be loaded; the JVM tells it only once. */
    private var reason: LinkageError? = null

    /**
     * Loads the library if that was not done yet. Every call of the library goes through here.
     *
     * @throws UnsatisfiedLinkError the same each time, if it is missing or another one
     */
    fun ready(): Library {
        if (!isReady) load()
        return this
    }

    @Synchronized
    private fun load() {
        if (isReady) return
        val found = try {
            Native.register(Library::class.java, NativeLibrary.getInstance(NAME, Library::class.java.classLoader))
            Waist("version").callLoaded(0).text()
        } catch (error: LinkageError) {
            val first = reason ?: error.also { reason = it }
            throw refusal(if (isInJar()) "$UNUSABLE: ${first.message}" else "there is none in the jar", first)
        } catch (error: IllegalStateException) {
            throw refusal("$UNUSABLE: ${error.message}", error)
        }
        if (found != VERSION) throw refusal("the one that was found is of version $found", null)
        isReady = true
    }

    private fun isInJar(): Boolean = try {
        val file = "${JnaPlatform.RESOURCE_PREFIX}/${System.mapLibraryName(NAME)}"
        Library::class.java.classLoader.getResource(file) != null
    } catch (_: LinkageError) {
        false
    }

    private fun refusal(what: String, cause: Throwable?): UnsatisfiedLinkError {
        val platform = "${System.getProperty("os.name")} ${System.getProperty("os.arch")}"
        val text = "counterfoil $VERSION needs its native library `${System.mapLibraryName(NAME)}` for $platform, " +
            "and $what. The jar has it for Linux amd64, and JNA unpacks it into `java.io.tmpdir`, from where " +
            "it must be allowed to run."
        return UnsatisfiedLinkError(text).apply { initCause(cause) }
    }

    @JvmStatic
    @Suppress("ktlint:standard:function-naming")
    external fun counterfoil_call(
        handle: Long,
        arguments: ByteArray,
        argumentsLength: Long,
        out: ByteArray,
        capacity: Long,
    ): Long

    @JvmStatic
    @Suppress("ktlint:standard:function-naming")
    external fun counterfoil_free(handle: Long)

    @JvmStatic
    @Suppress("ktlint:standard:function-naming")
    external fun counterfoil_verify_event(
        handle: Long,
        body: ByteArray,
        bodyLength: Long,
        signature: ByteArray?,
        signatureLength: Long,
        now: Long,
        out: ByteArray,
        capacity: Long,
    ): Long
}
