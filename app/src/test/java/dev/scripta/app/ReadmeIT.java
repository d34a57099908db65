package dev.scripta.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonPatchBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs what the README and docs/http-api.md tell people to run and compares what it prints with what they say. */
@Timeout(300)
class ReadmeIT {

    private static final Pattern CONSOLE = Pattern.compile("```console\n\\$ (.*)\n((?:.*\n)*?)```");
    private static final Pattern JAVA = Pattern.compile("```java\n((?:.*\n)*?)```");
    private static final Pattern CLASS = Pattern.compile("^class (\\w+)", Pattern.MULTILINE);

    @TempDir
    static Path folder;

    private static String readme;
    private static RunningScripta scripta;

    @BeforeAll
    static void start() throws Exception {
        readme = read("README.md");
        scripta = new RunningScripta(folder);
        for (String source : sources()) {
            Files.writeString(folder.resolve(className(source) + ".java"), source);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        scripta.close();
    }

    private static String read(String file) throws IOException {
        return Files.readString(RunningScripta.PROJECT.resolve(file));
    }

    /** A command and what it prints. */
    record Example(String command, String output) {}

    private static List<Example> examples() throws IOException {
        return CONSOLE.matcher(read("README.md") + read("docs/http-api.md"))
                .results()
                .map(block -> new Example(block.group(1), block.group(2).strip()))
                .toList();
    }

    private static List<String> sources() {
        return JAVA.matcher(readme).results().map(block -> block.group(1)).toList();
    }

    private static String className(String source) {
        Matcher name = CLASS.matcher(source);
        assertTrue(name.find(), source);
        return name.group(1);
    }

    @Test
    void the_two_commands_stand_at_the_top_and_ci_runs_the_second() throws Exception {
        assertEquals(List.of(new Example("./scripta", "Scripta is ready: http://127.0.0.1:8080"),
                new Example("mvn verify", "")), examples().subList(0, 2));
        assertTrue(read(".ci/run").contains("mvn -B verify"));
    }

    static Stream<Example> printed() throws IOException {
        return examples().stream().skip(2);
    }

    @ParameterizedTest
    @MethodSource("printed")
    void a_command_prints_what_the_documents_say(Example example) throws Exception {
        String command = example.command()
                .replace("http://127.0.0.1:8080", scripta.address())
                .replace("java -cp", Path.of(System.getProperty("java.home"), "bin", "java") + " -cp")
                .replace("Embed.java", folder.resolve("Embed.java").toString());
        Process shell = RunningScripta.command(scripta.data(), folder.resolve("readme-log"))
                .command("sh", "-c", command)
                .start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, shell.waitFor(), Files.readString(folder.resolve("readme-log")));
        if (output.startsWith("{")) {
            assertEquals(comparable(example.output()), comparable(output));
        } else {
            assertEquals(example.output(), output);
        }
    }

    /** Without what differs from one run to the next. */
    private static JsonObject comparable(String json) {
        JsonObject answer = Answer.parse(json);
        JsonPatchBuilder without = Json.createPatchBuilder();
        remove(without, "", answer);
        if (answer.containsKey("result")) {
            remove(without, "/result", answer.getJsonObject("result"));
        }
        return without.build().apply(answer);
    }

    private static void remove(JsonPatchBuilder without, String place, JsonObject from) {
        Stream.of("timestamp", "conversation_id", "traceId")
                .filter(from::containsKey)
                .forEach(member -> without.remove(place + "/" + member));
    }

    @Test
    void the_adapter_test_compiles_and_its_contract_passes() throws Exception {
        String classPath = System.getProperty("java.class.path");
        Path classes = Files.createDirectories(folder.resolve("classes"));
        assertEquals("", run("javac", "-d", classes.toString(), "-cp", classPath,
                folder.resolve("MyRepositoryTest.java").toString()));
        String report = run("java", "-cp", classes + System.getProperty("path.separator") + classPath,
                ContractRun.class.getName(), "MyRepositoryTest");
        assertTrue(report.matches("(?s).*[1-9][0-9]+ passed, 0 failed.*"), report);
    }

    private static String run(String tool, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.add(0, Path.of(System.getProperty("java.home"), "bin", tool).toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    @Test
    void every_setting_is_in_a_table_with_its_default() throws Exception {
        Map<String, String> settings = Config.builder(ConfigSources.classpath("application.yaml"))
                .disableEnvironmentVariablesSource()
                .disableSystemPropertiesSource()
                .build()
                .asMap()
                .get();
        assertTrue(settings.size() >= 14, settings.toString());
        String tables = readme + Files.readString(RunningScripta.PROJECT.resolve("docs/engines.md"));
        settings.forEach((key, value) -> assertTrue(
                tables.contains("| `" + key.toUpperCase(Locale.ROOT).replace('.', '_') + "` | "
                        + (value.isEmpty() ? "" : "`" + value + "` ") + "| "),
                key + " " + value));
    }

    @Test
    void every_link_leads_to_a_file() {
        List<String> links = Pattern.compile("]\\(([^)#][^)]*)\\)")
                .matcher(readme)
                .results()
                .map(link -> link.group(1))
                .toList();
        assertTrue(links.size() > 5);
        links.forEach(link -> assertTrue(Files.exists(RunningScripta.PROJECT.resolve(link)), link));
    }
}
