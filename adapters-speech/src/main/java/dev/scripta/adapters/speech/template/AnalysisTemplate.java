package dev.scripta.adapters.speech.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.scripta.adapters.speech.json.JsonTrees;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonPointer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to ask of a conversation, and the shape of the answer. Immutable, thread-safe.
 *
 * @see <a href="https://json-schema.org/draft/2020-12">JSON Schema 2020-12</a>
 */
public final class AnalysisTemplate {

    /** The names of the templates that come with Scripta. */
    public static final List<String> BUILT_IN = List.of("general", "field-report");

    private final TemplateFile file;
    private final AnswerSchema schema;

    private AnalysisTemplate(TemplateFile file) {
        this.file = file;
        this.schema = file.schema();
    }

    /** The template for any conversation: title, summary, topics, decisions, action items, questions, mood. */
    public static AnalysisTemplate general() {
        return builtIn("general");
    }

    /** The template for the report of a medical team in the field. */
    public static AnalysisTemplate fieldReport() {
        return builtIn("field-report");
    }

    /**
     * The built-in template of that name, or else the one in the file of that path.
     *
     * @throws IllegalArgumentException when there is none, or it has a fault; the message names the file and its member
     */
    public static AnalysisTemplate named(String nameOrPath) {
        return BUILT_IN.contains(nameOrPath) ? builtIn(nameOrPath) : load(Path.of(nameOrPath));
    }

    /**
     * The template in this file, YAML in UTF-8.
     *
     * @throws IllegalArgumentException when it cannot be read, or has a fault; the message names the file and its member
     */
    public static AnalysisTemplate load(Path path) {
        try (InputStream yaml = Files.newInputStream(path)) {
            return new AnalysisTemplate(TemplateFile.read(path.toString(), yaml));
        } catch (IOException e) {
            throw new IllegalArgumentException("analysis template " + path + " cannot be read; built in are: "
                    + String.join(", ", BUILT_IN), e);
        }
    }

    private static AnalysisTemplate builtIn(String name) {
        try (InputStream yaml = AnalysisTemplate.class.getResourceAsStream(name + ".yaml")) {
            if (yaml == null) {
                throw new IllegalStateException("the built-in template " + name + " is missing from this build");
            }
            return new AnalysisTemplate(TemplateFile.read(name + ".yaml", yaml));
        } catch (IOException e) {
            throw new IllegalStateException("the built-in template " + name + " cannot be read", e);
        }
    }

    /** Its name, 1 to 64 letters, digits, underscores and hyphens. */
    public String name() {
        return file.name();
    }

    /** What it is for, where the file says so. */
    public Optional<String> description() {
        return file.description();
    }

    /** What to tell a language model to do. */
    public String prompt() {
        return file.prompt();
    }

    /** The JSON Schema of the answer, an object. */
    public JsonObject schema() {
        return JsonTrees.object(schema.node());
    }

    /** Where an analysis has the name for the list of conversations (on the wire {@code patient_name}). */
    public Optional<JsonPointer> titleName() {
        return file.titleName();
    }

    /** Where an analysis has the subject for the list of conversations (on the wire {@code chief_complaint}). */
    public Optional<JsonPointer> titleSubject() {
        return file.titleSubject();
    }

    /** Where the object does not fit the schema; empty when it fits. */
    public List<Misfit> misfits(JsonObject analysis) {
        return misfits(JsonTrees.node(analysis));
    }

    /** Where the node does not fit the schema; empty when it fits. */
    public List<Misfit> misfits(JsonNode analysis) {
        return schema.misfits(analysis);
    }

    /** Its name. */
    @Override
    public String toString() {
        return "AnalysisTemplate[" + name() + "]";
    }
}
