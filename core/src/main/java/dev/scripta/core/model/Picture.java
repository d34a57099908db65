package dev.scripta.core.model;

import java.util.Objects;
import java.util.Optional;

/**
 * The picture of an account's user.
 *
 * @param data the image itself as a {@code data:} URL (RFC 2397); empty when there is none
 * @param url where the image is; only accounts of an older system have one
 */
public record Picture(Optional<String> data, Optional<String> url) {

    /** No picture. */
    public static final Picture NONE = new Picture(Optional.empty(), Optional.empty());

    /** Checks that every store can keep the texts. */
    public Picture {
        Objects.requireNonNull(data, "data").ifPresent(text -> Text.storable("picture", text));
        Objects.requireNonNull(url, "url").ifPresent(text -> Text.storable("picture", text));
    }

    /** The picture in this {@code data:} URL. */
    public static Picture of(String data) {
        return new Picture(Optional.of(data), Optional.empty());
    }

    /** Prints nothing of it: it shows a person. */
    @Override
    public String toString() {
        return "Picture";
    }
}
