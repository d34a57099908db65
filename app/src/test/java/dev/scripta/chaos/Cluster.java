package dev.scripta.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Several instances of the application on one database, each behind a network of its own. */
final class Cluster implements AutoCloseable {

    private static final int ONE_IN = 12;

    private final List<Instance> instances = new ArrayList<>();
    private final List<CuttingProxy> networks = new ArrayList<>();
    private volatile boolean calm;

    Cluster(Path folder, Database database, EngineCalls calls, int size, Random random) throws IOException {
        for (int i = 0; i < size; i++) {
            Instance instance = new Instance(folder.resolve("instance-" + i), database.url(), calls);
            instances.add(instance);
            networks.add(new CuttingProxy(instance.port(), () -> !calm && random.nextInt(ONE_IN) == 0));
        }
    }

    /** Where clients find them. */
    List<Integer> ports() {
        return networks.stream().map(CuttingProxy::port).toList();
    }

    Instance instance(int number) {
        return instances.get(number);
    }

    CuttingProxy network(int number) {
        return networks.get(number);
    }

    int size() {
        return instances.size();
    }

    Set<Long> pids() {
        return instances.stream().map(Instance::pid).collect(Collectors.toSet());
    }

    int cuts() {
        return networks.stream().mapToInt(CuttingProxy::cuts).sum();
    }

    /** From now on the network is good. */
    void calm() {
        calm = true;
    }

    long backlog() throws IOException {
        long all = 0;
        for (Instance instance : instances) {
            all += instance.backlog();
        }
        return all;
    }

    /** Recordings that wait to be finished. */
    long accepted() throws IOException {
        long all = 0;
        for (Instance instance : instances) {
            all += instance.accepted();
        }
        return all;
    }

    /** Lets the instances work off the saves that wait; looks at their folders, for nothing tells a process beside them. */
    void awaitCalm(Duration patience) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (backlog() > 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    @Override
    public void close() throws IOException {
        for (CuttingProxy network : networks) {
            network.close();
        }
        instances.forEach(Instance::close);
    }
}
