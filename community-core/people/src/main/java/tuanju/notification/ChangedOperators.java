package tuanju.notification;

import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.member.OperatorAppointed;
import tuanju.member.OperatorDismissed;
import tuanju.member.operators.Operators;

/** Tells whom it is about, and every operator there is, who became one and who is one no more. */
@Component
@RequiredArgsConstructor
class ChangedOperators {

    private final Notifications notifications;
    private final Operators operators;
    private final Members members;

    @ApplicationModuleListener
    void on(OperatorAppointed event) {
        tellAll("appointed", event.member(), event.at(), "/operate");
    }

    @ApplicationModuleListener
    void on(OperatorDismissed event) {
        tellAll("dismissed", event.member(), event.at(), "/me");
    }

    private void tellAll(String what, MemberId whom, Instant at, String theirPage) {
        var subject = "operator-" + what + ":" + whom.value() + ":" + at.toEpochMilli();
        notifications.tell(whom, Notification.of(subject, "member.told.operator-" + what, theirPage));
        var topic = "member.told.colleague-" + what;
        var name = members.card(whom).name();
        operators.all().stream()
                .map(it -> it.card().id())
                .filter(it -> !it.equals(whom))
                .forEach(it -> notifications.tell(it, Notification.of(subject, topic, "/operate/operators", name)));
    }
}
