package dev.scripta.app;

import dev.scripta.core.error.ScriptaException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a person what to do when a command fails: one sentence for what can be expected, all details for what cannot. */
final class FailureHandler implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        String sentence = switch (failure) {
            case StartupException startup -> startup.getMessage();
            case ScriptaException expected -> expected.detail();
            case NoSuchFileException missing -> "There is no file " + missing.getFile() + ".";
            case IOException io -> "That could not be read or written: " + io.getMessage() + ".";
            default -> throw failure;
        };
        command.getErr().println(sentence);
        return CommandLine.ExitCode.SOFTWARE;
    }
}
