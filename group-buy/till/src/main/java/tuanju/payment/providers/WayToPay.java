package tuanju.payment.providers;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * How one payment can be paid, as its provider offers: at least one of these.
 *
 * @param address where a browser goes
 * @param qrContent what a phone scans, beside whoever sits at another screen
 * @param inChat what a chat's own payment is called with, inside its browser; empty where it cannot be
 */
@NamedInterface("ways")
public record WayToPay(@Nullable String address, @Nullable String qrContent, Map<String, String> inChat) {

    public WayToPay {
        inChat = Map.copyOf(inChat);
        if (address == null && qrContent == null && inChat.isEmpty()) {
            throw new IllegalArgumentException("There is no way to pay");
        }
    }

    /** Only by going there. */
    public static WayToPay at(String address) {
        return new WayToPay(address, null, Map.of());
    }

    /** A line for each parameter of a chat, as it is stored: name=value. */
    public String inChatLines() {
        return new TreeMap<>(inChat)
                .entrySet().stream()
                        .map(it -> it.getKey() + "=" + it.getValue())
                        .collect(Collectors.joining("\n"));
    }

    /** As it was stored: parameters a line each. */
    public static WayToPay stored(@Nullable String address, @Nullable String qrContent, @Nullable String inChatLines) {
        var parameters = inChatLines == null || inChatLines.isEmpty()
                ? Map.<String, String>of()
                : inChatLines.lines().map(it -> it.split("=", 2)).collect(Collectors.toMap(it -> it[0], it -> it[1]));
        return new WayToPay(address, qrContent, parameters);
    }
}
