package dev.scripta.archfixture.a5.adapters.x;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.TimeZone;

/** Zone, locale and charset are named. */
@SuppressWarnings({"DefaultCharset", "StringCaseLocaleUsage"}) // Error Prone knows these offences too.
final class Place {

    private Place() {}

    static final class GuiltyOfZone {
        final ZoneId value = ZoneId.systemDefault();
    }

    static final class GuiltyOfTimeZone {
        final TimeZone value = TimeZone.getDefault();
    }

    static final class GuiltyOfLocale {
        final Locale value = Locale.getDefault();
    }

    static final class GuiltyOfLowerCase {
        final String value = "I".toLowerCase();
    }

    static final class GuiltyOfUpperCase {
        final String value = "i".toUpperCase();
    }

    static final class GuiltyOfFormat {
        final String value = String.format("%d", 1);
    }

    static final class GuiltyOfFormatted {
        final String value = "%d".formatted(1);
    }

    static final class GuiltyOfPattern {
        final DateTimeFormatter value = DateTimeFormatter.ofPattern("MMM");
    }

    static final class GuiltyOfFormatter {
        final DateTimeFormatter value = new DateTimeFormatterBuilder().toFormatter();
    }

    static final class GuiltyOfCharset {
        final Charset value = Charset.defaultCharset();
    }

    static final class GuiltyOfBytes {
        final byte[] value = "".getBytes();
    }

    static final class GuiltyOfText {
        final String value = new String(new byte[0]);
    }

    static final class GuiltyOfReader {
        final Reader value = new InputStreamReader(InputStream.nullInputStream());
    }

    static final class GuiltyOfWriter {
        final Writer value = new OutputStreamWriter(OutputStream.nullOutputStream());
    }

    static final class GuiltyOfFile {
        Reader value(String name) throws IOException {
            return new FileReader(name);
        }
    }

    static final class Innocent {
        final String lower = "I".toLowerCase(Locale.ROOT);
        final String number = String.format(Locale.ROOT, "%d", 1);
        final String copied = new String(new char[0]);
        final String decoded = new String("".getBytes(UTF_8), UTF_8);
        final Reader reader = new InputStreamReader(InputStream.nullInputStream(), UTF_8.newDecoder());
        final DateTimeFormatter pattern = DateTimeFormatter.ofPattern("MMM", Locale.ROOT);
    }
}
