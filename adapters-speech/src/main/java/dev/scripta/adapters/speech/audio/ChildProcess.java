package dev.scripta.adapters.speech.audio;

import static java.nio.file.StandardOpenOption.WRITE;

import dev.scripta.core.error.TranscriptionFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a program that is not trusted to behave: without environment or input, with its output capped, its complaints
 * cut short and its time limited; it never outlives the call. Thread-safe.
 */
final class ChildProcess {

    private static final int MAX_ERRORS = 4 * 1024;
    /** How long the last output of an ended child may take to be written to disk. */
    private static final int GRACE_SECONDS = 60;
    private static final int BUFFER = 64 * 1024;

    private final Duration timeLimit;
    private final long maxBytes;

    ChildProcess(Duration timeLimit, long maxBytes) {
        this.timeLimit = timeLimit;
        this.maxBytes = maxBytes;
    }

    /**
     * How it ended.
     *
     * @param exitCode its own, or 128 plus the number of the signal that ended it
     * @param errors the beginning of what it complained
     * @param timedOut whether it was ended for taking too long
     */
    record Result(int exitCode, String errors, boolean timedOut) {

        Result {
            Objects.requireNonNull(errors, "errors");
        }
    }

    /**
     * Runs the command in the folder and writes its output to the empty file; output beyond the cap ends it.
     *
     * @throws TranscriptionFailedException when it cannot be started
     * @throws IOException when the file cannot be written
     */
    Result run(List<String> command, Path folder, Path output) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        Process process = started(builder);
        try {
            process.getOutputStream().close();
            FutureTask<Long> copied = inBackground("decoder-output", () -> copy(process.getInputStream(), output));
            FutureTask<String> errors = inBackground("decoder-errors", () -> beginning(process.getErrorStream()));
            boolean ended = process.waitFor(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
            end(process);
            copied.get(GRACE_SECONDS, TimeUnit.SECONDS);
            return new Result(process.waitFor(), errors.get(GRACE_SECONDS, TimeUnit.SECONDS), !ended);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("The child's output could not be read.", e);
        } finally {
            end(process);
        }
    }

    private static Process started(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new TranscriptionFailedException("The audio decoder cannot be started. " + FfmpegDecoder.ADVICE,
                    false, e);
        }
    }

    /** Copies up to the cap; closing the pipe then, or when the disk is full, ends the child. */
    private long copy(InputStream pipe, Path output) throws IOException {
        try (InputStream in = pipe; OutputStream out = Files.newOutputStream(output, WRITE)) {
            byte[] buffer = new byte[BUFFER];
            long total = 0;
            for (int n = in.read(buffer); n >= 0 && total < maxBytes; n = in.read(buffer)) {
                int kept = (int) Math.min(n, maxBytes - total);
                out.write(buffer, 0, kept);
                total += kept;
            }
            return total;
        }
    }

    /** Reads to the end, lest the child wait for a reader, and keeps the beginning. */
    private static String beginning(InputStream in) throws IOException {
        try (in) {
            String kept = new String(in.readNBytes(MAX_ERRORS), StandardCharsets.UTF_8);
            in.transferTo(OutputStream.nullOutputStream());
            return kept;
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        // Not Process.destroyForcibly, which also closes the streams that are still being read.
        process.toHandle().destroyForcibly();
    }

    private static <T> FutureTask<T> inBackground(String name, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name(name).start(task);
        return task;
    }
}
