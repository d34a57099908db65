package dev.scripta.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The engine's bill: one line for each answer it gave, written by all processes to one file, in one write each. */
public record EngineCalls(Path file) {

    /**
     * One answer of an engine.
     *
     * @param millis when
     * @param process whose answer it was
     * @param stage {@code speech} or {@code analysis}
     * @param recording digest of the audio
     */
    public record Call(long millis, long process, String stage, String recording) {

        static Call of(String line) {
            String[] parts = line.split(" ", -1);
            return new Call(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2], parts[3]);
        }
    }

    public void add(Call call) {
        try {
            Files.writeString(file, call.millis() + " " + call.process() + " " + call.stage() + " " + call.recording()
                    + "\n",
                    StandardCharsets.US_ASCII, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Call> all() throws IOException {
        return Files.exists(file) ? Files.readAllLines(file).stream().map(Call::of).toList() : List.of();
    }
}
