package tuanju.receiving;

import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tuanju.receiving.ShortagePlan.Part;

/** Says to a household in one sentence what it gets of a product and why. */
@Component
@RequiredArgsConstructor
class ShortageWords {

    private final MessageSource messages;

    String of(Part part, Locale locale) {
        var policy = part.policy() == SharePolicy.BY_NEED && part.isInNeed()
                ? "BY_NEED.first"
                : part.policy().name();
        return messages.getMessage(
                "receiving.sentence." + kind(part),
                new Object[] {
                    part.ordered(),
                    part.goods().usable(),
                    part.goods().expected(),
                    messages.getMessage("receiving.by." + policy, null, locale),
                    part.given(),
                    part.refund().toString()
                },
                locale);
    }

    private static String kind(Part part) {
        if (part.isKept()) {
            return "kept";
        }
        return part.given() == part.ordered() ? "all" : part.given() == 0 ? "none" : "some";
    }
}
