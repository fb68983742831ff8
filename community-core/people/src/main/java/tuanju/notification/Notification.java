package tuanju.notification;

import java.time.Instant;
import java.util.List;
import tuanju.money.Money;

/**
 * What a member is told. The words are a message of the module that tells, so that they are read in the reader's own
 * language whenever it is read.
 *
 * @param subject what it is about and which step of it: the same member is told about the same subject once
 * @param topic the key of its message
 * @param link the page of ours where more is said
 * @param arguments what the message names: texts, phrases, whole numbers, instants and money
 */
public record Notification(String subject, String topic, String link, List<Object> arguments) {

    /** Refuses arguments that a message of ours does not name, and a link to elsewhere. */
    public Notification {
        arguments = List.copyOf(arguments);
        for (var argument : arguments) {
            switch (argument) {
                case String text -> {}
                case Phrase phrase -> {}
                case Integer count -> {}
                case Instant at -> {}
                case Money amount -> {}
                default -> throw new IllegalArgumentException("Nobody is told a " + argument.getClass());
            }
        }
        if (!link.startsWith("/") || link.startsWith("//")) {
            throw new IllegalArgumentException("Not a page of ours: " + link);
        }
    }

    /** Part of the sentence that is a message itself, such as why something happened. */
    public record Phrase(String key) {}

    /** Whoever tells names the arguments one after the other. */
    public static Notification of(String subject, String topic, String link, Object... arguments) {
        return new Notification(subject, topic, link, List.of(arguments));
    }
}
