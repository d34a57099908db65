package dev.scripta.adapters.http.openapi;

import java.util.Set;
import java.util.TreeSet;

/** What the description says is served. */
public final class DescribedRoutes {

    private static final ApiDocument API = ApiDocument.served();

    private DescribedRoutes() {}

    /** The paths, with variables as {@code {id}}. */
    public static Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        API.paths().forEach(path -> paths.add(path.text()));
        return paths;
    }

    /** The methods of a path that is asked for, in capitals. */
    public static Set<String> methods(String path) {
        return API.methods(path);
    }
}
