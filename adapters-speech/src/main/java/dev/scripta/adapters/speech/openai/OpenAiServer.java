package dev.scripta.adapters.speech.openai;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the engine is, and the key to it.
 *
 * <p>
 * The address may be given as people find it: {@code https://api.openai.com}, the same with {@code /v1} or
 * {@code /v1/}, or the whole {@code …/v1/audio/transcriptions}; behind a prefix such as Groq's {@code /openai/v1} too. A
 * path that ends in {@code /inference}, which is that of whisper.cpp's server, is used as it is.
 *
 * @param url {@code http} or {@code https}, without user, query and fragment
 * @param key sent as bearer token; empty where the server wants none
 */
public record OpenAiServer(URI url, Optional<String> key) {

    private static final Pattern WHOLE = Pattern.compile("(.*/audio)/(?:transcriptions|translations)");
    private static final Pattern VERSION = Pattern.compile(".*/v[0-9]+");
    private static final Pattern KEY = Pattern.compile("[!-~]+");
    private static final String WHISPER_CPP = "/inference";

    /** Checks the address and the key. Messages repeat neither. */
    public OpenAiServer {
        String scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || url.getHost() == null) {
            throw new IllegalArgumentException("the url must begin with http:// or https:// and a host");
        }
        if (url.getRawUserInfo() != null) {
            throw new IllegalArgumentException("the url must not contain a user or a password: use the key");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("the url must not contain ? or #");
        }
        if (key.filter(text -> !KEY.matcher(text).matches()).isPresent()) {
            throw new IllegalArgumentException("the key must be of visible ASCII characters, without spaces");
        }
    }

    /** Where the task is done. */
    URI endpoint(OpenAiTask task) {
        String path = path();
        Matcher whole = WHOLE.matcher(path);
        if (isWhisperCpp()) {
            return withPath(path);
        }
        if (whole.matches()) {
            return withPath(whole.group(1) + "/" + task.resource());
        }
        return withPath(path + (VERSION.matcher(path).matches() ? "" : "/v1") + "/audio/" + task.resource());
    }

    /** Whether it is whisper.cpp's server on its own path, which has other ways than OpenAI. */
    boolean isWhisperCpp() {
        return path().endsWith(WHISPER_CPP);
    }

    private String path() {
        return Optional.ofNullable(url.getRawPath()).orElse("").replaceFirst("/+$", "");
    }

    private URI withPath(String path) {
        return URI.create(url.getScheme() + "://" + url.getRawAuthority() + path);
    }

    /** Prints no key. */
    @Override
    public String toString() {
        return "OpenAiServer[" + url + (key.isPresent() ? ", with a key]" : ", without a key]");
    }
}
