package dev.scripta.archfixture.a6.core.error;

abstract class ScriptaException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
