package dev.scripta.archfixture.a6.app;

/** Main alone may. */
final class GuiltyOfPrinting {

    void print() {
        System.out.println();
    }
}
