package dev.scripta.app;

import dev.scripta.adapters.http.Callers;
import dev.scripta.adapters.http.HttpSettings;
import dev.scripta.adapters.http.ScriptaServer;
import dev.scripta.adapters.http.Template;
import dev.scripta.adapters.http.Templates;
import dev.scripta.adapters.http.TitlePointers;
import dev.scripta.adapters.http.admin.AdminServer;
import dev.scripta.adapters.http.admin.AdminSettings;
import dev.scripta.adapters.speech.template.AnalysisTemplate;
import dev.scripta.app.metrics.Meters;
import dev.scripta.core.port.SaveBacklog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Scripta as a service: the data directory taken, the database running if it is ours, the API served. */
final class Service {

    private static final System.Logger LOG = System.getLogger(Service.class.getName());

    private final URI address;
    private final boolean ready;

    private Service(URI address, boolean ready) {
        this.address = address;
        this.ready = ready;
    }

    /**
     * Starts everything. The database starts while the server is being built; one that is away is waited for by the
     * running service.
     *
     * @param engines closed in the end, with everything else
     * @param resources gets all that has to be closed in the end, also when this fails half-way
     */
    static Service start(Settings settings, Engines engines, Clock clock, Resources resources) throws IOException {
        DataDirectory data = resources.add(DataDirectory.take(settings.dataDirectory())
                .orElseThrow(() -> new StartupException("The data directory " + settings.dataDirectory()
                        + " is in use by another Scripta: stop that one, or set SCRIPTA_DATA_DIR.")));
        data.folder("audio");
        data.clear("audio/work");
        Path spool = data.folder("spool");
        SaveBacklog backlog = data.backlog(settings.backlog());
        Store store = resources.add(Store.of(settings, Optional.of(data)));
        CompletableFuture<Void> database = CompletableFuture.runAsync(store::start);
        // What is still starting cannot be stopped yet.
        resources.add(() -> database.handle((done, failure) -> true).join());
        Application application = resources.add(new Application(settings, store.url(),
                backlog, engines, clock));
        ServiceReadiness readiness = new ServiceReadiness(application, settings.backlog(), spool,
                data.folder(DataDirectory.BACKLOG));
        // What is closed last is opened first: health is told, and claims last, as long as requests run.
        SecureRandom random = new SecureRandom();
        AdminServer admin = resources.add(admin(settings.server(), readiness, application, random));
        resources.add(application.upkeep().renewal());
        ScriptaServer server = resources.add(server(settings, spool, application,
                ConfiguredCallers.of(settings, data, application.accounts(), clock, random), clock, random));
        show(server, application.meters());
        join(database);
        application.schema().migrateIfReachable();
        listen(server::start, settings.server().host(), settings.server().port(), "SERVER_PORT");
        listen(admin::start, settings.server().adminHost(), settings.server().adminPort(), "SERVER_ADMIN_PORT");
        LOG.log(System.Logger.Level.INFO, "Health and metrics: {0}",
                address(settings.server().adminHost(), admin.port()));
        ConfiguredCallers.warn(settings.auth(), settings.server().host());
        application.warmUp();
        keepUp(settings, application, server, resources);
        resources.add(readiness.serving());
        return new Service(address(settings.server().host(), server.port()), application.schema().isUpToDate());
    }

    private static AdminServer admin(Settings.Server settings, ServiceReadiness readiness, Application application,
            RandomGenerator random) {
        AdminSettings admin = StartupException.unlessRefused("SERVER_ADMIN_HOST or SERVER_ADMIN_PORT",
                () -> new AdminSettings(settings.adminHost(), settings.adminPort()));
        return StartupException.unlessRefused("SERVER_ADMIN_HOST",
                () -> new AdminServer(admin, readiness, application.meters()::text, random));
    }

    private static ScriptaServer server(Settings settings, Path spool, Application application, Callers callers,
            Clock clock, RandomGenerator random) {
        HttpSettings http = StartupException.unlessRefused("The SERVER_ or SCRIPTA_UPLOAD_ settings",
                () -> new HttpSettings(settings.server().host(), settings.server().port(), spool,
                        settings.upload().retention(), settings.upload().limit(), settings.upload().field(),
                        settings.upload().patience(), settings.server().connections(), settings.server().grace(),
                        settings.browsers().origins(), settings.browsers().pages()));
        return StartupException.unlessRefused("SERVER_HOST",
                () -> new ScriptaServer(http, application.useCases(), callers, application::health,
                        templates(settings.analysis().template()), application.meters()::processed, clock, random));
    }

    /** The one in force first; a user's own takes the place of a built-in one of its name. */
    private static Templates templates(AnalysisTemplate inForce) {
        return new Templates(Stream.concat(Stream.of(inForce), AnalysisTemplate.BUILT_IN.stream()
                .filter(name -> !name.equals(inForce.name()))
                .map(AnalysisTemplate::named)).map(Service::told).toList());
    }

    private static Template told(AnalysisTemplate template) {
        return new Template(template.name(), template.description(),
                new TitlePointers(template.titleName(), template.titleSubject()), template.schema());
    }

    private static void show(ScriptaServer server, Meters meters) {
        meters.gauge("scripta_accepted_recordings", "Recordings in the spool: in work, unfinished, or kept.",
                server::accepted);
        meters.gauge("scripta_given_up_recordings", "Recordings that were given up and wait for a person.",
                server::givenUp);
        meters.gauge("scripta_background_recordings", "Recordings in work or in line that no request waits for.",
                server::inBackground);
        meters.gauge("scripta_followers", "Event streams that follow a recording.", server::followed);
    }

    private static void keepUp(Settings settings, Application application, ScriptaServer server,
            Resources resources) {
        Upkeep upkeep = application.upkeep();
        resources.add(upkeep.migration(application.schema()));
        resources.add(upkeep.drain());
        resources.add(upkeep.search(application.schema(), application::completeSearch));
        resources.add(upkeep.sweep(server::sweep));
        resources.add(upkeep.purge(settings.journal().retention()));
    }

    private static void join(CompletableFuture<Void> database) {
        try {
            database.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartupException known ? known : e;
        }
    }

    private static void listen(Runnable start, String host, int port, String setting) {
        try {
            start.run();
        } catch (UncheckedIOException e) {
            throw new StartupException("Cannot listen on " + host + " port " + port + ": set " + setting
                    + " to a free port.", e);
        }
    }

    private static URI address(String host, int port) {
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }

    /** What to tell the person who started it: where the API is. */
    String greeting() {
        return (ready ? "Scripta is ready: " : "Scripta works, but its database is away: ") + address;
    }
}
