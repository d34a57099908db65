package dev.scripta.archfixture.a6.core.error;

final class Plants {

    private Plants() {}

    static final class InnocentException extends ScriptaException {

        private static final long serialVersionUID = 1L;
    }

    static final class GuiltyOfAnotherRootException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
