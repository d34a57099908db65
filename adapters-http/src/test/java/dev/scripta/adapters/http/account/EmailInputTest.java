package dev.scripta.adapters.http.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailInputTest {

    @ParameterizedTest
    @CsvSource({"ann@example.com,ann@example.com", "' Ann@Example.COM ',Ann@example.com",
            "Ann Lee <ann@example.com>,ann@example.com", "<ann@example.com>,ann@example.com",
            "'\"Lee, Ann\" < ann@example.com >',ann@example.com", "x@y.example,x@y.example",
            "o'neil+tag_{x}@a-b.co.uk,o'neil+tag_{x}@a-b.co.uk", "grün@example.com,grün@example.com",
            "安@example.com,安@example.com", "gru\u0308n@example.com,gr\u00fcn@example.com",
            "ann@BÜCHER.example,ann@bücher.example",
            "ann@xn--bcher-kva.example,ann@bücher.example", "a@b.c,a@b.c"})
    void what_people_type_becomes_an_address(String typed, String address) {
        assertEquals(address, EmailInput.parse(typed).value());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"ann|An email address must have an @-sign.",
            "''|An email address must have an @-sign.", "@example.com|There must be something before the @-sign.",
            "ann@|There must be something after the @-sign.",
            "a@b|The part after the @-sign is not valid. It should have a period.",
            "a@localhost|The part after the @-sign is not valid. It should have a period.",
            "a..b@example.com|An email address cannot have two periods in a row.",
            "a@example..com|An email address cannot have two periods in a row.",
            ".a@example.com|A part of an email address cannot start or end with a period.",
            "a@example.com.|A part of an email address cannot start or end with a period.",
            "a@x.test|The part after the @-sign is a special-use or reserved name that cannot be used with email.",
            "a@x.LOCAL|The part after the @-sign is a special-use or reserved name that cannot be used with email.",
            "a@x.invalid|The part after the @-sign is a special-use or reserved name that cannot be used with email.",
            "a@127.0.0.1|The part after the @-sign is not valid. It is not within a valid top-level domain.",
            "a b@example.com|The email address contains characters before the @-sign that are not allowed.",
            "a@b@example.com|The email address contains characters before the @-sign that are not allowed.",
            "a@exa mple.com|The part after the @-sign contains characters that are not allowed.",
            "a@-x.com|The part after the @-sign contains characters that are not allowed.",
            "a@x_y.com|The part after the @-sign contains characters that are not allowed.",
            "a@[127.0.0.1]|The part after the @-sign contains characters that are not allowed."})
    void what_is_none_is_refused_with_the_reason(String typed, String reason) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> EmailInput.parse(typed));
        assertEquals("value is not a valid email address: " + reason, refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000@example.com", "a\u202e@example.com", "a\n@example.com", "a\u00a0b@example.com",
            "a@exam\u0000ple.com", "\ud800@example.com", "<a@b.c> x", "a@b.c>"})
    void what_could_deceive_is_refused(String typed) {
        assertThrows(IllegalArgumentException.class, () -> EmailInput.parse(typed));
    }

    @Test
    void a_megabyte_is_refused_at_once() {
        assertThrows(IllegalArgumentException.class, () -> EmailInput.parse("a@" + "ü".repeat(1 << 20) + ".com"));
    }

    @ParameterizedTest
    @CsvSource({"64,3,true", "65,3,false", "64,4,false", "1,4,true"})
    void lengths_are_those_of_the_standard(int local, int labels, boolean fits) {
        String address = "a".repeat(local) + "@" + ("b".repeat(58) + ".").repeat(labels) + "example.com";
        if (fits) {
            assertEquals(address, EmailInput.parse(address).value());
        } else {
            assertTrue(assertThrows(IllegalArgumentException.class, () -> EmailInput.parse(address)).getMessage()
                    .contains("too long"));
        }
    }
}
