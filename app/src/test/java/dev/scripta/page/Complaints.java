package dev.scripta.page;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Dialog;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a browser complains of: breaches of the content security policy, errors nobody caught, and boxes that pop up. */
final class Complaints {

    /** Written by the browser itself for each answer that is no success, and for each connection that is cut. */
    private static final String NETWORK = "Failed to load resource";

    private static final String TELL_BREACHES = """
            addEventListener('securitypolicyviolation', breach =>
                console.error('CSP: ' + breach.effectiveDirective + ' ' + breach.blockedURI + ' ' + breach.sample))""";

    private final List<String> heard = new ArrayList<>();

    void listenTo(BrowserContext browser) {
        browser.addInitScript(TELL_BREACHES);
        browser.onConsoleMessage(this::hear);
        browser.onWebError(error -> heard.add("not caught: " + error.error()));
        browser.onDialog(this::hear);
    }

    private void hear(ConsoleMessage message) {
        if (Set.of("error", "warning").contains(message.type()) && !message.text().startsWith(NETWORK)) {
            heard.add(message.type() + ": " + message.text() + " (" + message.location() + ")");
        }
    }

    /** A page that has something to lose may ask before it goes. */
    private void hear(Dialog dialog) {
        if (!dialog.type().equals("beforeunload")) {
            heard.add("dialog: " + dialog.message());
        }
        dialog.accept();
    }

    List<String> heard() {
        return List.copyOf(heard);
    }
}
