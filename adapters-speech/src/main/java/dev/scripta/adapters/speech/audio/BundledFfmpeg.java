package dev.scripta.adapters.speech.audio;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The ffmpeg that comes as a library, run by a small JVM of its own: its {@code ffmpeg} program needs desktop libraries
 * that a server lacks, and in this JVM a crash would take the service along.
 */
final class BundledFfmpeg implements Ffmpeg {

    /** Mostly what a JVM reserves and never uses; decoding takes some 100 MB. */
    private static final long MEMORY = 4L << 30;

    /** One resource of each jar the child needs; naming classes would load the libraries here. */
    private static final List<String> NEEDED = List.of("dev/scripta/adapters/speech/audio/DecoderMain.class",
            "org/bytedeco/ffmpeg/global/avformat.class", "org/bytedeco/ffmpeg/linux-x86_64/libjniavformat.so",
            "org/bytedeco/javacpp/Loader.class", "org/bytedeco/javacpp/linux-x86_64/libjnijavacpp.so");

    private final Path java;
    private final String classPath;
    private final Path cacheFolder;

    private BundledFfmpeg(Path java, String classPath, Path cacheFolder) {
        this.java = java;
        this.classPath = classPath;
        this.cacheFolder = cacheFolder;
    }

    /** The bundled build, if it is on the class path as ordinary jars or folders. */
    static Optional<BundledFfmpeg> find(Path javaHome, Path cacheFolder) {
        List<Path> places = NEEDED.stream().map(BundledFfmpeg::place).flatMap(Optional::stream).toList();
        if (places.size() < NEEDED.size()) {
            return Optional.empty();
        }
        String classPath = places.stream()
                .distinct()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        return Optional.of(new BundledFfmpeg(javaHome.resolve("bin").resolve("java"), classPath,
                cacheFolder.toAbsolutePath()));
    }

    /** The jar or folder that holds the resource. */
    private static Optional<Path> place(String resource) {
        URL url = Objects.requireNonNullElseGet(BundledFfmpeg.class.getClassLoader(), ClassLoader::getSystemClassLoader)
                .getResource(resource);
        if (url == null) {
            return Optional.empty();
        }
        String place = url.toString()
                .replaceFirst("^jar:", "")
                .replace("!/" + resource, "")
                .replace("/" + resource, "/");
        return place.startsWith("file:") && !place.contains("!")
                ? Optional.of(Path.of(URI.create(place)))
                : Optional.empty();
    }

    /** Set up to start fast, stay small and leave nothing behind. */
    @Override
    public List<String> command(AudioFormat format, Path file, long maxSamples) {
        return List.of(java.toString(), "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto",
                "-XX:-UsePerfData", "-XX:+DisableAttachMechanism", "-XX:CompressedClassSpaceSize=64m",
                "-XX:ReservedCodeCacheSize=32m", "--enable-native-access=ALL-UNNAMED",
                "-Dorg.bytedeco.javacpp.cachedir=" + cacheFolder, "-Djava.io.tmpdir=.", "-cp", classPath,
                DecoderMain.class.getName(), format.demuxer(), file.toString(), String.valueOf(maxSamples));
    }

    @Override
    public long memory() {
        return MEMORY;
    }

    @Override
    public Outcome outcome(ChildProcess.Result result) {
        return switch (result.exitCode()) {
            case DecoderMain.DECODED -> Outcome.DECODED;
            case DecoderMain.NO_AUDIO -> Outcome.NO_AUDIO;
            case DecoderMain.DAMAGED -> Outcome.DAMAGED;
            default -> Outcome.FAILED;
        };
    }
}
