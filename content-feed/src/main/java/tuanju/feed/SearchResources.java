package tuanju.feed;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tuanju.card.Viewer;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.member.SignedIn;
import tuanju.note.Notes.Part;

/** Search over the API; today in notes. */
@RestController
@RequiredArgsConstructor
class SearchResources {

    private static final int PAGE = 24;

    private final Feeds feeds;
    private final Communities communities;

    /** Something that was found. */
    record Found(String kind, String code, String title, String start) {}

    /** Newest first; next is to be sent as "after" and null at the end. */
    record Page(List<Found> items, @Nullable String next) {}

    /**
     * What holds all of these words and may be seen by the caller.
     *
     * @param q at most 60 characters
     */
    @GetMapping("/api/v1/search")
    Page search(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String community,
            @RequestParam(required = false) @Nullable String after) {
        if (community.isBlank()) {
            throw new Invalid("community", "field-missing");
        }
        var words = SearchWords.read(q);
        var here = communities.find(community).orElseThrow(NotFound::new).id();
        var found = feeds.holding(words, here, Viewer.of(me), new Part(Code.after(after), PAGE + 1));
        var shown = found.stream().limit(PAGE).toList();
        return new Page(
                shown.stream()
                        .map(it -> new Found("NOTE", it.code().value(), it.title(), it.start()))
                        .toList(),
                found.size() > PAGE ? shown.getLast().code().value() : null);
    }
}
