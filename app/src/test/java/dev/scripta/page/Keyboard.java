package dev.scripta.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Optional;

/** Somebody who uses no mouse. */
final class Keyboard {

    private static final int MOST_STEPS = 60;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /** Presses Tab until the focus is there, which must be seen. */
    void to(Locator target) {
        target.waitFor();
        for (int step = 0; step < MOST_STEPS; step++) {
            page.keyboard().press("Tab");
            if ((boolean) target.evaluate("target => target === document.activeElement")) {
                assertSeen(target);
                return;
            }
        }
        throw new AssertionError("out of reach of the keyboard: " + target);
    }

    private static void assertSeen(Locator target) {
        Optional<Object> style = Optional.ofNullable(target.evaluate("""
                target => {
                    const { outlineStyle, boxShadow } = getComputedStyle(target);
                    return outlineStyle !== 'none' || boxShadow !== 'none';
                }"""));
        if (!style.equals(Optional.of(true))) {
            throw new AssertionError("the focus cannot be seen: " + target);
        }
    }

    void write(String text) {
        page.keyboard().type(text);
    }

    void press(String key) {
        page.keyboard().press(key);
    }
}
