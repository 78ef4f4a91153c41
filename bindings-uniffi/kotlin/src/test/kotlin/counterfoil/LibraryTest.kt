package counterfoil

import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.io.File
import java.lang.reflect.InvocationTargetException
import java.net.URL
import java.net.URLClassLoader
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption

private const val PROPERTY = "counterfoil.library"
private const val FILE = "linux-x86-64/libcounterfoil_uniffi.so"

/** What a jar says whose native library is missing, or is another one. */
class LibraryTest {
    /** The classes once more, with another resource in the place of the native library, or with none. */
    private class Other(private val resource: String?) : URLClassLoader(classPath(), getPlatformClassLoader()) {
        override fun getResource(name: String): URL? {
            val other = if (name == FILE) resource else name
            return other?.let { super.getResource(it) }
        }
    }

    /** What three calls say. */
    private fun texts(resource: String?, call: (ClassLoader) -> Unit): List<String> = Other(resource).use { loader ->
        List(3) {
            val thrown = assertThrows(InvocationTargetException::class.java) { call(loader) }.targetException
            assertInstanceOf(UnsatisfiedLinkError::class.java, thrown).message.orEmpty()
        }
    }

    private fun parse(loader: ClassLoader) {
        val money = loader.loadClass("counterfoil.Money")
        money.getMethod("parseAmount", String::class.java, String::class.java).invoke(null, "1", "eur")
    }

    private fun construct(loader: ClassLoader) {
        loader.loadClass("counterfoil.Platform").getConstructor(String::class.java).newInstance("sk_test_example")
    }

    @Test
    fun `a missing library is the same clear error each time`() {
        for (call in listOf(::parse, ::construct)) {
            val text = texts(null, call).toSet().single()
            val platform = "${System.getProperty("os.name")} ${System.getProperty("os.arch")}"
            for (part in listOf("libcounterfoil_uniffi.so", platform, "not contain it")) assertTrue(part in text, text)
        }
    }

    @Test
    fun `a library elsewhere is loaded by its name, and no file stays behind`() {
        val library = Files.createTempFile("elsewhere-", ".so")
        try {
            checkNotNull(javaClass.classLoader.getResourceAsStream(FILE)).use {
                Files.copy(it, library, StandardCopyOption.REPLACE_EXISTING)
            }
            System.setProperty(PROPERTY, "$library")
            Other(null).use { loader -> parse(loader) }
            System.setProperty(PROPERTY, "$library.gone")
            assertTrue("$library.gone" in texts(FILE, ::parse).toSet().single())
        } finally {
            System.clearProperty(PROPERTY)
            Files.delete(library)
        }
        Other(FILE).use { loader -> parse(loader) }
        val loaded = Files.readAllLines(Path.of("/proc/self/maps")).filter { "/counterfoil-" in it }
        assertTrue(loaded.isNotEmpty() && loaded.all { it.endsWith("(deleted)") }, "$loaded")
    }

    @Test
    fun `another library is told apart from a missing one`() {
        val text = texts("counterfoil/Fee.class", ::parse).toSet().single()
        assertTrue("cannot be used" in text, text)
    }

    private companion object {
        fun classPath(): Array<URL> {
            val path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
            return path.split(File.pathSeparator).map { File(it).toURI().toURL() }.toTypedArray()
        }
    }
}
