package dev.scripta.archfixture.a6.app;

import java.io.PrintStream;

/** Innocent: hands its output to whoever answers on it. */
final class Main {

    private Main() {}

    static PrintStream out() {
        return System.out;
    }
}
