package dev.scripta.adapters.http.account;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * The answer to a sign-up or a log-in.
 *
 * @param accessToken to be sent with each request
 * @param tokenType always "bearer"
 * @param user whose token it is
 */
@JsonbPropertyOrder({"accessToken", "tokenType", "user"})
public record TokenResponse(@JsonbProperty("access_token") String accessToken,
        @JsonbProperty("token_type") String tokenType, UserResponse user) {

    /** Prints nothing of the token. */
    @Override
    public String toString() {
        return "TokenResponse[" + user + "]";
    }
}
