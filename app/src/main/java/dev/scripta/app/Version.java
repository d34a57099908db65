package dev.scripta.app;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version in the manifest of the jar. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[]{"Scripta " + Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)")};
    }
}
