package dev.scripta.page;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests of the page in a real browser: each may take a {@link Scene}. Without a browser they fail in CI, else are skipped.
 * The time limit ends what hangs, and measures nothing.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Scenes.class)
@Timeout(300)
@interface InBrowser {}
