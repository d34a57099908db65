package dev.scripta.adapters.http.export;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What media types a client accepts (RFC 9110 section 12.5.1). Parameters other than {@code q} do not count, and neither do
 * elements that are malformed: a header of nothing else is as good as none.
 *
 * @param ranges as sent; empty when everything is welcome
 */
public record Accept(List<Range> ranges) {

    /** Section 12.4.2: at most three digits. */
    private static final Pattern ELEMENT = Pattern.compile(
            "([!#$%&'*+.^_`|~0-9a-z-]+)/([!#$%&'*+.^_`|~0-9a-z-]+)(;.*)?");
    private static final Pattern QUALITY = Pattern.compile(
            ";[ \\t]*q=(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?)[ \\t]*(?:;|$)");
    private static final Pattern ANY_QUALITY = Pattern.compile(";[ \\t]*q=");

    /** Copies the ranges. */
    public Accept {
        ranges = List.copyOf(ranges);
    }

    /**
     * One media range.
     *
     * @param type lower case, or {@code *}
     * @param subtype lower case, or {@code *}
     * @param quality 0 for what is refused, to 1
     */
    public record Range(String type, String subtype, double quality) {

        private int precision() {
            return (type.equals("*") ? 0 : 1) + (subtype.equals("*") ? 0 : 1);
        }

        private boolean covers(String mediaType) {
            String[] offered = mediaType.split("/", 2);
            return (type.equals("*") || type.equals(offered[0])) && (subtype.equals("*") || subtype.equals(offered[1]));
        }
    }

    /** Reads the header; blank for none. */
    public static Accept parse(String header) {
        return new Accept(Stream.of(header.toLowerCase(Locale.ROOT).split(",", -1))
                .flatMap(element -> range(element.strip()).stream())
                .toList());
    }

    /** The one the client likes best of those offered, the earlier one of equals; empty when it refuses all. */
    public Optional<Format> best(List<Format> offered) {
        return best(offered, Format::mediaType);
    }

    /** The same for whatever has a media type, in lower case and without parameters. */
    public <T> Optional<T> best(List<T> offered, Function<T, String> mediaType) {
        if (ranges.isEmpty()) {
            return offered.stream().findFirst();
        }
        double most = offered.stream().map(mediaType).mapToDouble(this::quality).max().orElse(0);
        return offered.stream().filter(one -> most > 0 && quality(mediaType.apply(one)) == most).findFirst();
    }

    /** Told by the range that names it most precisely. */
    private double quality(String mediaType) {
        return ranges.stream()
                .filter(range -> range.covers(mediaType))
                .max(Comparator.comparingInt(Range::precision).thenComparingDouble(Range::quality))
                .map(Range::quality)
                .orElse(0.0);
    }

    private static Optional<Range> range(String element) {
        Matcher parts = ELEMENT.matcher(element);
        if (!parts.matches() || (parts.group(1).equals("*") && !parts.group(2).equals("*"))) {
            return Optional.empty();
        }
        String parameters = Optional.ofNullable(parts.group(3)).orElse("");
        Matcher quality = QUALITY.matcher(parameters);
        if (quality.find()) {
            return Optional.of(new Range(parts.group(1), parts.group(2), Double.parseDouble(quality.group(1))));
        }
        return ANY_QUALITY.matcher(parameters).find()
                ? Optional.empty()
                : Optional.of(new Range(parts.group(1), parts.group(2), 1));
    }
}
