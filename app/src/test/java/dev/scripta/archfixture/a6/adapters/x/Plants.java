package dev.scripta.archfixture.a6.adapters.x;

/** Failures are our own. */
final class Plants {

    private Plants() {}

    static final class GuiltyOfPrinting {

        void print() {
            System.out.println();
        }
    }

    static final class GuiltyOfComplaining {

        void print() {
            System.err.println();
        }
    }

    static final class GuiltyOfStackTrace {

        void print(Exception failure) {
            failure.printStackTrace();
        }
    }

    static final class GuiltyOfRuntimeException {

        void fail() {
            throw new RuntimeException("what?");
        }
    }

    static final class GuiltyOfException {

        void fail() throws Exception {
            throw new Exception("what?");
        }
    }

    static final class GuiltyOfThrowable {

        void fail() throws Throwable {
            throw new Throwable("what?");
        }
    }

    static final class GuiltyOfOmission extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    public static final class GuiltyOfLeavingException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    static final class InnocentException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    static final class Innocent {

        void fail() {
            throw new IllegalStateException("that", new InnocentException());
        }
    }
}
