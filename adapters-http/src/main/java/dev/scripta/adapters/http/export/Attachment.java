package dev.scripta.adapters.http.export;

import dev.scripta.core.model.SessionId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The name under which a browser keeps a download: the first 8 characters of the session id, and what follows. Existing pages
 * look for {@code filename="…"}; a name that does not fit there is sent as RFC 8187 has it, and only so.
 */
public final class Attachment {

    private static final Pattern PLAIN = Pattern.compile("[0-9A-Za-z._~-]+");

    /** Would name a folder, or show the name in another order than it has. */
    private static final Pattern MISLEADING = Pattern.compile("[/\\\\\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cn}]|^\\.+");

    private Attachment() {}

    /** The header {@code Content-Disposition}: printable ASCII alone, whatever the session id is. */
    public static String disposition(SessionId session, String rest) {
        String name = MISLEADING.matcher(session.abbreviated()).replaceAll("_") + "_" + rest;
        return PLAIN.matcher(name).matches()
                ? "attachment; filename=\"" + name + "\""
                : "attachment; filename*=utf-8''" + encoded(name);
    }

    /** The form encoding, but for its blank and for two characters that it treats the other way round. */
    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
