package tuanju.receiving;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tuanju.money.Money;
import tuanju.order.aftersale.OwedByHand.Owed;
import tuanju.receiving.ShortagePlan.Back;
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
                    back(part.back(), locale)
                },
                locale);
    }

    /** Whom the leader gives how much back by hand, a line each, to be copied. */
    String of(List<Owed> owed, Locale locale) {
        var all = owed.stream().map(Owed::amount).reduce(Money.ZERO, Money::plus);
        var lines = owed.stream()
                .map(it -> (it.door() + " " + it.recipient() + " " + it.maskedPhone() + "  " + it.amount()).strip())
                .collect(Collectors.joining("\n"));
        return lines + "\n" + messages.getMessage("receiving.owed.all", new Object[] {all.toString()}, locale);
    }

    /** What goes back by itself, and what the leader gives back, each where there is something. */
    private String back(Back back, Locale locale) {
        var kind = back.byHand().isZero()
                ? back.refund().isZero() && !back.unasked().isZero() ? "unasked" : "here"
                : back.refund().isZero() ? "by-hand" : "both";
        return messages.getMessage(
                "receiving.back." + kind,
                new Object[] {
                    back.refund().toString(),
                    back.byHand().toString(),
                    back.unasked().toString()
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
