package dev.scripta.adapters.http.account;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells from which network a request comes. Thread-safe. */
final class Networks {

    private static final HeaderName FORWARDED_FOR = HeaderNames.X_FORWARDED_FOR;
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern IPV4 = Pattern.compile("(" + OCTET + "(\\." + OCTET + "){3})(:\\d+)?");
    private static final Pattern IPV6 = Pattern.compile("\\[?([0-9a-fA-F.]*:[0-9a-fA-F:.]*)(\\]|\\]:\\d+)?");

    /** Whoever has one address of IPv6 usually has the 64 bits behind it as well (RFC 6177). */
    private static final int NETWORK_BYTES = 8;

    private final boolean behindProxy;

    Networks(boolean behindProxy) {
        this.behindProxy = behindProxy;
    }

    /** An address of IPv4, or the first half of one of IPv6. */
    String of(ServerRequest request) {
        return Optional.of(request)
                .filter(any -> behindProxy)
                .flatMap(Networks::forwarded)
                .orElseGet(() -> request.remotePeer().address() instanceof InetSocketAddress socket
                        ? network(socket.getAddress())
                        : "");
    }

    /** Callers can send such a header themselves: what the proxy before us added stands last. */
    private static Optional<String> forwarded(ServerRequest request) {
        List<String> values = request.headers().all(FORWARDED_FOR, List::of);
        return values.isEmpty()
                ? Optional.empty()
                : literal(Arrays.asList(values.getLast().split(",", -1)).getLast().strip()).map(Networks::network);
    }

    /** The address that the text is; never looked up as a name. */
    private static Optional<InetAddress> literal(String text) {
        return Stream.of(IPV4, IPV6)
                .map(form -> form.matcher(text))
                .filter(Matcher::matches)
                .findFirst()
                .map(matcher -> matcher.group(1))
                .flatMap(Networks::address);
    }

    private static Optional<InetAddress> address(String literal) {
        try {
            return Optional.of(InetAddress.getByName(literal));
        } catch (UnknownHostException none) {
            return Optional.empty();
        }
    }

    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return HexFormat.of()
                .formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
    }
}
