package tuanju.member.code;

import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.NotFound;
import tuanju.member.Phone;

/** The latest code to a phone, for programs that are tried out where no text is really sent. There is none in production. */
@RestController
@Profile("!production")
@ConditionalOnProperty(name = "tuanju.sms", havingValue = "outbox")
@RequiredArgsConstructor
class OutboxResource {

    private static final Pattern SIX_DIGITS = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");

    private final OutboxSmsSender outbox;

    record WaitingCode(String code) {}

    @GetMapping("/api/v1/outbox")
    WaitingCode latest(@RequestParam String phone) {
        return outbox.latestTo(Phone.of(phone)).stream()
                .flatMap(it -> SIX_DIGITS.matcher(it.text()).results())
                .map(it -> new WaitingCode(it.group()))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
