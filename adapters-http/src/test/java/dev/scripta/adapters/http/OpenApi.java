package dev.scripta.adapters.http;

import dev.scripta.adapters.http.page.Origins;
import dev.scripta.adapters.http.page.PageSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/** The API as browsers and other strangers see it: over bare sockets, with settings that the other tests leave alone. */
final class OpenApi implements AutoCloseable {

    final Backend backend = new Backend();
    private final ScriptaServer server;

    private OpenApi(Path folder, Callers callers, Origins origins, PageSettings pages) {
        HttpSettings settings = new HttpSettings("127.0.0.1", 0, folder.resolve("spool"), Duration.ZERO, 1 << 20,
                1 << 16, Duration.ofSeconds(10), 50, Duration.ofSeconds(1), origins, pages);
        server = new ScriptaServer(settings, backend.process(), callers,
                () -> new Health(!backend.storeAway, "ready"), Templates.NONE, result -> {}, backend.clock,
                new Random(1));
        server.start();
    }

    static OpenApi signedIn(Path folder, Origins origins) {
        return new OpenApi(folder, new SelfDeclaredCallers(), origins, PageSettings.NONE);
    }

    static OpenApi withoutSignIn(Path folder, Origins origins) {
        return new OpenApi(folder, Callers.local(), origins, PageSettings.NONE);
    }

    static OpenApi withPages(Path folder, PageSettings pages) {
        return new OpenApi(folder, new SelfDeclaredCallers(), Origins.OWN, pages);
    }

    Reply send(String request, String... lines) throws IOException {
        return Reply.to(server.port(), request, lines);
    }

    /** A save such as any page may send without asking the browser. */
    Reply save(String... lines) throws IOException {
        String[] all = new String[lines.length + 1];
        System.arraycopy(lines, 0, all, 0, lines.length);
        all[lines.length] = "Content-Type: application/x-www-form-urlencoded";
        return Reply.to(server.port(), "POST /api/save-analysis",
                "session_id=s1&transcript=hello&analysis={}".getBytes(java.nio.charset.StandardCharsets.US_ASCII), all);
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}
