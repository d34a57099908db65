package dev.scripta.adapters.http.account;

import dev.scripta.adapters.http.FormFields;
import dev.scripta.adapters.http.Messages;
import dev.scripta.adapters.http.account.AccountFields.Changes;
import dev.scripta.adapters.http.transport.Audit;
import dev.scripta.adapters.http.transport.FormShape;
import dev.scripta.adapters.http.transport.RefusedException;
import dev.scripta.adapters.http.transport.SpooledFile;
import dev.scripta.adapters.http.transport.UploadForm;
import dev.scripta.core.model.Account;
import dev.scripta.core.model.AccountChange;
import dev.scripta.core.model.AccountResult;
import dev.scripta.core.model.PasswordHash;
import dev.scripta.core.model.Picture;
import dev.scripta.core.usecase.Accounts;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;
import java.util.Set;

/** {@code /api/user/profile} and {@code /api/user/profile-picture}: what users told of themselves. Thread-safe. */
final class ProfileRoutes {

    private static final String PROFILE = "/api/user/profile";
    private static final String PICTURE = "/api/user/profile-picture";
    private static final String FILE = "file";
    private static final FormShape PICTURE_FORM = new FormShape(Set.of(), Optional.of(FILE));

    private final Accounts accounts;
    private final Authentication authentication;
    private final Passwords passwords;
    private final Doors doors;
    private final Audit audit;
    private final ProfilePictures pictures = new ProfilePictures();

    ProfileRoutes(Accounts accounts, Authentication authentication, Passwords passwords, Doors doors,
            Audit audit) {
        this.accounts = accounts;
        this.authentication = authentication;
        this.passwords = passwords;
        this.doors = doors;
        this.audit = audit;
    }

    void register(HttpRouting.Builder routing, Messages messages) {
        routing.get(PROFILE, (request, response) -> answer(response, messages, authentication.account(request)));
        routing.put(PROFILE, (request, response) -> change(request, response, messages));
        routing.post(PICTURE, (request, response) -> putPicture(request, response, messages));
        routing.delete(PICTURE, (request, response) -> answer(response, messages,
                changed(request, AccountChange.of(Picture.NONE))));
        messages.problems().onlyMethods(routing, PROFILE, Method.GET, Method.PUT);
        messages.problems().onlyMethods(routing, PICTURE, Method.POST, Method.DELETE);
    }

    private void change(ServerRequest request, ServerResponse response, Messages messages) {
        Account before = authentication.account(request);
        Changes changes = new AccountFields(messages.json().fields(request)).changes();
        Optional<PasswordHash> password = changes.password().map(chosen -> {
            doors.enterToChangePassword(before.id());
            return passwords.hash(chosen);
        });
        Account after = changed(request, new AccountChange(changes.name(), changes.email(), changes.age(), password,
                Optional.empty()));
        if (password.isPresent()) {
            audit.tell(Doors.PASSWORD_CHANGE, after.id().value(), "accepted");
        }
        if (!after.profile().email().equals(before.profile().email())) {
            audit.tell("address-change", after.id().value(), "accepted");
        }
        answer(response, messages, after);
    }

    private void putPicture(ServerRequest request, ServerResponse response, Messages messages) {
        authentication.id(request);
        try (UploadForm form = messages.forms().read(request, PICTURE_FORM)) {
            FormFields fields = new FormFields(form);
            Optional<SpooledFile> file = fields.file(FILE);
            fields.check();
            Picture picture = pictures.picture(form.fileName().orElse(""), file.orElseThrow());
            answer(response, messages, changed(request, AccountChange.of(picture)));
        }
    }

    /**
     * Changes the caller's account. Who calls is asked now, though it was before: between the first byte of a body and the
     * last one minutes may go by, in which the owner ends a stolen token by another password.
     */
    private Account changed(ServerRequest request, AccountChange change) {
        return switch (accounts.change(authentication.id(request), change)) {
            case AccountResult.Kept kept -> kept.after();
            case AccountResult.AddressTaken taken -> throw new RefusedException(400, "Email already taken");
            case AccountResult.Unknown unknown -> throw BearerToken.notValid();
        };
    }

    private static void answer(ServerResponse response, Messages messages, Account account) {
        messages.answers().send(response, UserResponse.of(account));
    }
}
