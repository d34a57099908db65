package dev.scripta.adapters.http;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the API, each on a server and stores of its own. */
abstract class ApiTests {

    static final String UPLOAD = "/api/upload-audio";
    static final String SAVE = "/api/save-analysis";
    static final String CONVERSATIONS = "/api/user/conversations";

    @TempDir
    Path folder;

    RunningApi api;

    @BeforeEach
    void start() {
        api = new RunningApi(folder);
    }

    @AfterEach
    void stop() {
        api.close();
    }
}
