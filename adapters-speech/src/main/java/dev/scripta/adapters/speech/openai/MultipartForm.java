package dev.scripta.adapters.speech.openai;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/**
 * A form with fields and one file (RFC 7578). The file is read while it is sent, and again when it is sent again; its
 * length is known before. Not thread-safe.
 */
final class MultipartForm {

    /** Letters and digits alone: what every reader of RFC 2046's grammar takes without quotes. */
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    /** RFC 2046 allows 70; by chance these many (285 bits) are in no file. */
    private static final int BOUNDARY_LENGTH = 48;

    private final String boundary;
    private final StringBuilder fields = new StringBuilder();

    MultipartForm(RandomGenerator random) {
        this.boundary = random.ints(BOUNDARY_LENGTH, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, at) -> text.append(ALPHABET.charAt(at)), StringBuilder::append)
                .toString();
    }

    /** Adds a field after those before. */
    void add(String name, String value) {
        fields.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(escaped(name))
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n");
    }

    /** The value of {@code Content-Type}. */
    String type() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /**
     * The form with the file as its last field.
     *
     * @throws FileNotFoundException when there is no such file
     */
    BodyPublisher with(String name, Path file, String fileName, String fileType) throws FileNotFoundException {
        String head = fields + "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + escaped(name)
                + "\"; filename=\"" + escaped(fileName) + "\"\r\nContent-Type: " + fileType + "\r\n\r\n";
        return BodyPublishers.concat(BodyPublishers.ofString(head), BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    }

    /** As browsers do (HTML standard, "multipart/form-data encoding algorithm"). */
    private static String escaped(String name) {
        return name.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
    }
}
