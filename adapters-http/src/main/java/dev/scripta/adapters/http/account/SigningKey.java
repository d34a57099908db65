package dev.scripta.adapters.http.account;

import dev.scripta.core.model.Sha256;
import io.helidon.security.jwt.jwk.JwkOctet;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A secret as the token library takes it, with a name by which tokens tell what signed them. Immutable. */
final class SigningKey {

    private final JwkOctet jwk;

    SigningKey(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        this.jwk = JwkOctet.create(Json.createObjectBuilder()
                .add("kty", "oct")
                .add("kid", Sha256.of(("scripta token key " + secret).getBytes(StandardCharsets.UTF_8)).abbreviated())
                .add("alg", JwkOctet.ALG_HS256)
                .add("k", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
                .build());
    }

    /** The same for the same secret, everywhere; whoever knows it is no closer to the secret than by a token. */
    String id() {
        return jwk.keyId();
    }

    JwkOctet jwk() {
        return jwk;
    }
}
