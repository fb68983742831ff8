package tuanju.member.signing;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tuanju.member.Sessions;
import tuanju.member.code.OneTimeCodes;
import tuanju.member.code.OutboxSmsSender;

/** The page that asks for the six digits, or offers new ones where they are spent; in development it also shows them. */
@Component
@RequiredArgsConstructor
class CodePage {

    private final OneTimeCodes codes;
    private final ObjectProvider<OutboxSmsSender> outbox;

    String show(Sessions.Progress progress, Model model) {
        model.addAttribute("maskedPhone", progress.phone().masked());
        model.addAttribute("next", progress.next());
        model.addAttribute("name", progress.name());
        model.addAttribute(
                "spent", codes.state(OneTimeCodes.Asked.byBrowser(progress)).isSpent());
        model.addAttribute("waitSeconds", OneTimeCodes.BETWEEN.toSeconds());
        var sender = outbox.getIfAvailable();
        model.addAttribute("outbox", sender == null ? List.of() : sender.latestTo(progress.phone()));
        return "member/code";
    }
}
