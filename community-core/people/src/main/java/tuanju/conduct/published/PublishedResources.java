package tuanju.conduct.published;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was decided in a month, over REST. */
@RestController
@RequiredArgsConstructor
class PublishedResources {

    private final PublishedDecisions decisions;

    /** A page, with what the whole month comes to; next is to be sent as "after" and null at the end. */
    record Month(
            String month,
            List<PublishedDecisions.Published> items,
            List<PublishedDecisions.Count> counts,
            @Nullable UUID next) {}

    /** This month where none is asked for. */
    @GetMapping("/api/v1/decisions")
    Month month(
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable UUID after) {
        var asked = decisions.month(month);
        var page = decisions.page(asked, after);
        return new Month(asked.toString(), page.shown(), decisions.counts(asked), page.next());
    }
}
