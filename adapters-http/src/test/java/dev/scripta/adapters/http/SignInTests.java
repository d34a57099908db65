package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.scripta.adapters.http.account.SignIn;
import dev.scripta.adapters.http.account.SignInLimits;
import dev.scripta.adapters.http.account.SignInSettings;
import dev.scripta.adapters.http.account.SigningSecrets;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the API with sign-in, each on a server and stores of its own. */
abstract class SignInTests {

    static final String SIGN_UP = "/api/auth/signup";
    static final String LOG_IN = "/api/auth/login";
    static final String ME = "/api/auth/me";
    static final String PROFILE = "/api/user/profile";
    static final String PICTURE = "/api/user/profile-picture";
    static final String PASSWORD = "correct horse";
    static final String SECRET = "a secret of the tests, long enough";
    static final long MAX_UPLOAD = 8 << 20;
    static final Duration LIFETIME = Duration.ofDays(7);

    @TempDir
    Path folder;

    RunningApi api;

    @BeforeEach
    void start() {
        api = running(settings(Optional.empty(), true));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    static SignInSettings settings(Optional<String> previous, boolean guests) {
        return new SignInSettings(new SigningSecrets(SECRET, previous), LIFETIME, guests, false);
    }

    static SignInSettings settings(SignInLimits limits, boolean behindProxy) {
        return new SignInSettings(new SigningSecrets(SECRET, Optional.empty()), LIFETIME, true, true, behindProxy,
                limits);
    }

    RunningApi running(SignInSettings settings) {
        return running(settings, new Backend());
    }

    RunningApi running(SignInSettings settings, Backend backend) {
        return new RunningApi(folder, backend,
                new SignIn(backend.accounts, settings, backend.clock, new SecureRandom()), MAX_UPLOAD);
    }

    /** The same accounts under other settings. */
    void restart(SignInSettings settings) {
        Backend backend = api.backend;
        api.close();
        api = running(settings, backend);
    }

    HttpResponse<String> json(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        return api.send(method, path, Optional.of("application/json"), BodyPublishers.ofString(body), headers);
    }

    HttpResponse<String> send(String method, String path, String... headers) throws IOException, InterruptedException {
        return api.send(method, path, Optional.empty(), BodyPublishers.noBody(), headers);
    }

    static String newcomer(String address) {
        return "{\"name\":\"Ann\",\"email\":\"" + address + "\",\"medical_id\":\"N/A\",\"national_id\":\"N/A\","
                + "\"age\":null,\"password\":\"" + PASSWORD + "\"}";
    }

    static String credentials(String address, String password) {
        return "{\"email\":\"" + address + "\",\"password\":\"" + password + "\"}";
    }

    HttpResponse<String> logIn(String address, String password, String... headers)
            throws IOException, InterruptedException {
        return json("POST", LOG_IN, credentials(address, password), headers);
    }

    /** Signs somebody up; their token. */
    String token(String address) throws IOException, InterruptedException {
        HttpResponse<String> answer = json("POST", SIGN_UP, newcomer(address));
        assertEquals(201, answer.statusCode(), answer.body());
        return object(answer).getString("access_token");
    }

    /** The headers of somebody signed in. */
    static String[] bearer(String token) {
        return new String[]{"Authorization", "Bearer " + token};
    }

    static JsonObject object(HttpResponse<String> answer) {
        return Json.createReader(new StringReader(answer.body())).readObject();
    }
}
