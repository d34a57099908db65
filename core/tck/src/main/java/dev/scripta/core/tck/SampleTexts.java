package dev.scripta.core.tck;

import java.util.List;

/** Text that gets damaged on the way where something is wrong. */
final class SampleTexts {

    /** One text for each script or kind of character that is handled apart somewhere. */
    static final List<String> SCRIPTS = List.of(
            "Zażółć gęślą jaźń, łódź; Ærøskøbing, smörgåsbord, façade, ŒUVRE, ẞ",
            "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία; Съешь ещё этих мягких французских булок",
            "\u200fمرحبا بالعالم\u200e (123) \u202bقال: نعم\u202c \u2067أهلا\u2069",
            "שָׁלוֹם עֲלֵיכֶם", "नमस्ते, क्षत्रिय ज्ञान", "สวัสดีครับ น้ำใจ", "გამარჯობა Բարեւ ሰላም",
            "你好，世界。 こんにちは、カタカナ ｶﾅ 안녕하세요 각", "supplementary \ud842\udfb7\ud83c\udc00 \ud835\udd38",
            "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d\udc66 \ud83d\udc4d\ud83c\udffd "
                    + "\ud83c\udde8\ud83c\udded \u2764\ufe0f \ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc7f",
            "combining: e\u0301 o\u0308\u0323 Z\u0351\u036b\u0343 \u0301leading", "NFC \u00e9\u1e9b\u0323 NFD e\u0301",
            "private \ue000\uf8ff\udb80\udc00\udbff\udffd", "\ufeffbyte order mark\ufeff",
            "separators \u2028\u2029\u0085",
            "replacement \ufffd and noncharacters \uffff\ufffe\ufdd0\ud83f\udfff",
            "blanks \u00a0\u2003\u200b\u3000\u00ad",
            "controls \u0001\u0002\u0007\b\u000b\f\u000e\u001a\u001b\u001f\u007f\u0080\u009f", "tab\tand\nlines\n\n",
            " \t ", "line ends \r\n and \r",
            " leading and trailing ", "null", "&amp; <b> %41");

    /** Text that means something to some parser between a program and its store. Also fit for session ids. */
    static final List<String> HOSTILE = List.of("'", "''", "\"", "'; DROP TABLE conversation; --", "\\", "\\'", "\\\\",
            "?", "??", "a ? b ?| c ?& d", ":name", ":1", "::text", "x::jsonb", "@name", "#{name}", "${name}", "$1",
            "$$",
            "$tag$", "{fn now()}", "{d '2024-01-01'}", "{call x()}", "-- comment", "/* comment */", "/*", ";", "%", "_",
            "%s",
            "%n", "{0}", "<owner>", "\u2019 OR 1=1", "\uff07", "NULL", "null", "{}", "[]", "{\"a\":1}", "\\u0041",
            "\\x41",
            "\\000", "N'x'", "E'\\n'", "0x27", "`", "^", "~");

    private SampleTexts() {}
}
