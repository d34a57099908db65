package dev.scripta.archfixture.a5.adapters.x;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Chance comes from a generator that is given. */
final class Chance {

    private Chance() {}

    static final class GuiltyOfMath {
        final double value = Math.random();
    }

    static final class GuiltyOfRandom {
        final Random value = new Random();
    }

    static final class GuiltyOfSecureRandom {
        final Random value = new SecureRandom();
    }

    static final class GuiltyOfSplittableRandom {
        final RandomGenerator value = new SplittableRandom();
    }

    static final class GuiltyOfThreadLocalRandom {
        final RandomGenerator value = ThreadLocalRandom.current();
    }

    static final class GuiltyOfDefaultGenerator {
        final RandomGenerator value = RandomGenerator.getDefault();
    }

    static final class GuiltyOfNamedGenerator {
        final RandomGenerator value = RandomGenerator.of("L64X128MixRandom");
    }

    static final class GuiltyOfRandomId {
        final UUID value = UUID.randomUUID();
    }

    static final class GuiltyOfRandomIdByReference {
        final Supplier<UUID> value = UUID::randomUUID;
    }

    static final class GuiltyOfStrongRandom {
        Random value() throws NoSuchAlgorithmException {
            return SecureRandom.getInstanceStrong();
        }
    }

    static final class Innocent {
        final Random random = new Random(1);
        final RandomGenerator generator = new SplittableRandom(1);
        final UUID id = new UUID(generator.nextLong(), random.nextLong());
    }
}
