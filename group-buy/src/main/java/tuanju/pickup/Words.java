package tuanju.pickup;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** The words of one reader's language, for documents that no template renders. */
record Words(MessageSource messages, Locale locale) {

    String say(String key, Object... arguments) {
        return messages.getMessage("pickup." + key, arguments, locale);
    }

    String of(Building building) {
        return building.known() ? building.label() : say("building.unknown");
    }

    String of(CheckSum sum) {
        return say("checksum", sum.lines(), sum.pieces(), sum.amount().yuan());
    }
}
