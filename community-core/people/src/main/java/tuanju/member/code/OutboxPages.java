package tuanju.member.code;

import lombok.RequiredArgsConstructor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The text messages that were not really sent; exists only where they are kept in the outbox. */
@Controller
@Profile("!production")
@ConditionalOnProperty(name = "tuanju.sms", havingValue = "outbox")
@RequiredArgsConstructor
class OutboxPages {

    private final OutboxSmsSender outbox;

    @GetMapping("/outbox")
    String outbox(Model model) {
        model.addAttribute("messages", outbox.latest());
        return "member/outbox";
    }
}
