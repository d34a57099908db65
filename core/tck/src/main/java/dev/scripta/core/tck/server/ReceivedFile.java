package dev.scripta.core.tck.server;

import dev.scripta.core.model.Sha256;
import java.util.Optional;

/** A file that came in a form. Immutable. */
public final class ReceivedFile {

    private final String field;
    private final Optional<String> name;
    private final Optional<String> type;
    private final long size;
    private final Sha256 sha256;
    private final byte[] kept;

    ReceivedFile(PartHeaders headers, long size, Sha256 sha256, byte[] kept) {
        this.field = headers.field();
        this.name = headers.fileName();
        this.type = headers.type();
        this.size = size;
        this.sha256 = sha256;
        this.kept = kept;
    }

    /** The name of the form's field. */
    public String field() {
        return field;
    }

    /** The file's name, where it was told. */
    public Optional<String> name() {
        return name;
    }

    /** The declared content type, where it was told. */
    public Optional<String> type() {
        return type;
    }

    /** How many bytes came. */
    public long size() {
        return size;
    }

    /** The digest of all bytes. */
    public Sha256 sha256() {
        return sha256;
    }

    /** The first bytes, as many as the server keeps: {@link ScriptedServer#keeping(int)}. */
    public byte[] kept() {
        return kept.clone();
    }

    @Override
    public String toString() {
        return "ReceivedFile[" + field + ", " + name.orElse("no name") + ", " + type.orElse("no type") + ", " + size
                + " bytes]";
    }
}
