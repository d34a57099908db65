package dev.scripta.adapters.http;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A token as a stranger may make one: a real one of which something was changed, signed anew.
 *
 * @param header the first part
 * @param claims the second
 */
record CraftedToken(JsonObject header, JsonObject claims) {

    static CraftedToken from(String token) {
        String[] parts = token.split("\\.", -1);
        return new CraftedToken(decoded(parts[0]), decoded(parts[1]));
    }

    CraftedToken header(String name, String value) {
        return new CraftedToken(with(header, name, Json.createValue(value)), claims);
    }

    CraftedToken withoutHeader(String name) {
        return new CraftedToken(Json.createObjectBuilder(header).remove(name).build(), claims);
    }

    CraftedToken claim(String name, JsonValue value) {
        return new CraftedToken(header, with(claims, name, value));
    }

    CraftedToken claim(String name, String value) {
        return claim(name, Json.createValue(value));
    }

    CraftedToken claim(String name, long value) {
        return claim(name, Json.createValue(value));
    }

    CraftedToken without(String name) {
        return new CraftedToken(header, Json.createObjectBuilder(claims).remove(name).build());
    }

    long number(String name) {
        return claims.getJsonNumber(name).longValueExact();
    }

    String signed(String secret) {
        return signed("HS256", "HmacSHA256", secret);
    }

    /** By another algorithm, and saying so. */
    String signed(String algorithm, String mac, String secret) {
        try {
            Mac hmac = Mac.getInstance(mac);
            hmac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), mac));
            String content = header("alg", algorithm).content();
            return content + "." + encoded(hmac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String signedByRsa() {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate());
            String content = header("alg", "RS256").content();
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String unsigned() {
        return header("alg", "none").content() + ".";
    }

    private String content() {
        return encoded(header.toString().getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObject with(JsonObject object, String name, JsonValue value) {
        JsonObjectBuilder builder = Json.createObjectBuilder(object);
        return builder.add(name, value).build();
    }

    private static JsonObject decoded(String part) {
        return Json.createReader(
                new StringReader(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8))).readObject();
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
