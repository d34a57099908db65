package dev.scripta.page;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** What the libraries of these tests bring along: a Node.js, and the versions of what lies in jars. */
final class Tools {

    /** Playwright drives the browser that is installed, and fetches none. */
    static final Map<String, String> NO_DOWNLOAD = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    private Tools() {}

    /** A command that begins with Playwright's own Node.js. */
    static ProcessBuilder node(List<String> arguments) {
        ProcessBuilder node = Driver.ensureDriverInstalled(NO_DOWNLOAD, false).createProcessBuilder();
        node.command(Stream.concat(node.command().stream().limit(1), arguments.stream()).toList());
        return node;
    }

    /** The version of a library on the class path. */
    static String version(String group, String artifact) throws IOException {
        Properties told = new Properties();
        try (InputStream file = Tools.class.getResourceAsStream(
                "/META-INF/maven/" + group + "/" + artifact + "/pom.properties")) {
            told.load(file);
        }
        return told.getProperty("version");
    }
}
