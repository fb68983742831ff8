package tuanju.purchasing;

import java.util.Locale;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tuanju.purchasing.PurchaseList.Item;
import tuanju.purchasing.PurchaseList.Supplier;

/** What a leader sends to a supplier: products and numbers, and nothing about who ordered or what it costs. */
@Component
@RequiredArgsConstructor
class PurchaseText {

    private final MessageSource messages;

    String of(PurchaseList list, Supplier supplier, Locale locale) {
        var lines = supplier.items().stream()
                .map(it -> "· " + it.name() + " " + it.spec() + "  " + howMany(it, locale))
                .collect(Collectors.joining("\n"));
        return say("text.head", locale, list.cycle().title()) + "\n" + lines + "\n"
                + say("text.sum", locale, supplier.items().size(), supplier.pieces());
    }

    /** Cases and loose pieces, as one would say them. */
    String howMany(Item item, Locale locale) {
        if (!item.isCased()) {
            return say("pieces", locale, item.pieces());
        }
        if (item.loose() == 0) {
            return say("cases", locale, item.cases(), item.caseSize(), item.pieces());
        }
        return item.cases() == 0
                ? say("loose", locale, item.loose(), item.caseSize())
                : say("cases-loose", locale, item.cases(), item.caseSize(), item.loose(), item.pieces());
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage("purchasing." + key, arguments, locale);
    }
}
