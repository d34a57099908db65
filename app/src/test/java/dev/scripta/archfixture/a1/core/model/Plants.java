package dev.scripta.archfixture.a1.core.model;

import dev.scripta.archfixture.a1.adapters.store.Adapter;
import dev.scripta.archfixture.a1.core.port.Neighbour;
import dev.scripta.archfixture.a1.core.tck.Kit;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;

/** The core uses the JDK alone. */
final class Plants {

    private Plants() {}

    record GuiltyOfNetwork(URI where) {}

    record GuiltyOfChance(SecureRandom random) {}

    record GuiltyOfReflection(Method method) {}

    record GuiltyOfKit(Kit kit) {}

    record GuiltyOfAdapter(Adapter adapter) {}

    record Innocent(Path file, Charset charset, Duration time, BigDecimal number, List<long[]> list, InputStream in,
            MessageDigest digest, Neighbour neighbour) {}
}
