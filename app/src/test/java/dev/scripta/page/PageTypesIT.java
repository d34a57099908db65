package dev.scripta.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page's modules mean what their types say: TypeScript's compiler checks them, and writes nothing. */
@Timeout(300)
class PageTypesIT {

    @TempDir
    Path folder;

    @Test
    void every_module_is_what_its_types_say_and_the_check_would_tell_if_not() throws Exception {
        CheckedSources sources = new CheckedSources(folder);
        assertEquals(List.of(), sources.errors());
        for (Path module : sources.modules()) {
            assertTrue(sources.read(module).startsWith("// @ts-check\n"), module + " is also checked by editors");
        }
        Path module = sources.modules().getFirst();
        sources.add(module, "\n/** @type {number} */\nexport const planted = 'no number';\n");
        List<String> told = sources.errors();
        assertEquals(1, told.size(), told::toString);
        assertTrue(told.getFirst().contains(module + "(") && told.getFirst().contains("error TS2322"), told::toString);
    }
}
