package dev.scripta.core.simulation;

import dev.scripta.core.model.Claim;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.EngineFailure.Stage;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.Sha256;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What truly happened to one recording. */
final class Story {

    /** A result, as the journal has it. */
    record Result(Order order, Content content, Sha256 fingerprint) {}

    final Map<Stage, Integer> calls = new EnumMap<>(Stage.class);
    final List<Result> results = new ArrayList<>();
    final Set<Sha256> answers = new HashSet<>();
    Optional<Claim> newest = Optional.empty();
    boolean transcribed;
    boolean done;
    int granted;
    int unclaimed;

    /** The result the journal would give now. */
    Optional<Result> result() {
        return done ? Optional.of(results.get(results.size() - 1)) : Optional.empty();
    }

    boolean isNewest(Claim claim) {
        return newest.filter(last -> last.fence() == claim.fence() && last.order().equals(claim.order())).isPresent();
    }
}
