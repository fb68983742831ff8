package tuanju.card;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.member.SignedIn;
import tuanju.picture.Pictures;

/** Cards by their names, for programs that keep names beside what they show. */
@RestController
@RequiredArgsConstructor
class CardResources {

    private static final int MOST = 50;

    private final Showcase showcase;
    private final Pictures pictures;

    /** The cards that are there and that the caller may see. */
    record CardList(List<CardResource> items) {}

    /**
     * Each card once, in the order asked for; what is not there is left out.
     *
     * @param ref names such as offer-JYSA0123456789, at most 50
     */
    @GetMapping("/api/v1/cards")
    CardList cards(@AuthenticationPrincipal @Nullable SignedIn me, @RequestParam(defaultValue = "") List<String> ref) {
        if (ref.size() > MOST) {
            throw new Invalid("ref", "card-too-many", MOST);
        }
        var refs = ref.stream().map(CardResources::read).toList();
        return new CardList(showcase.cards(Viewer.of(me), refs).stream()
                .map(it -> CardResource.of(it, pictures))
                .toList());
    }

    private static CardRef read(String name) {
        int dash = name.indexOf('-');
        return kind(name.substring(0, Math.max(0, dash)))
                .map(it -> new CardRef(it, code(name.substring(dash + 1))))
                .orElseThrow(() -> new Invalid("ref", "card-ref"));
    }

    private static Optional<CardRef.Kind> kind(String text) {
        return Arrays.stream(CardRef.Kind.values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(text))
                .findAny();
    }

    private static Code code(String text) {
        try {
            return Code.read(text);
        } catch (NotFound none) {
            throw new Invalid("ref", "card-ref");
        }
    }
}
