package tuanju.feed;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tuanju.card.Viewer;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.member.SignedIn;
import tuanju.note.NoteTile;
import tuanju.note.Notes.Part;
import tuanju.picture.Pictures;

/** Feeds over the API. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/feeds")
class FeedResources {

    private static final int USUAL = 24;
    private static final int MOST = 50;
    private static final int WIDE = 400;

    private final Feeds feeds;
    private final Communities communities;
    private final Pictures pictures;

    /**
     * A note in a feed.
     *
     * @param author the code of who wrote it
     * @param cover null where it has no picture
     * @param reactions how many said something with one tap
     * @param why it stands here: "newest" or "following"; of those for you "known", "had", "liked", "recent" or "explore"
     */
    record Item(
            String code,
            String title,
            String start,
            @Nullable String cover,
            String author,
            String name,
            int reactions,
            boolean promoted,
            Instant written,
            String why) {}

    /** Newest first; next is to be sent as "after" and null at the end. */
    record Feed(List<Item> items, @Nullable String next) {}

    @GetMapping("/community")
    Feed community(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String community,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var most = most(limit);
        if (community.isBlank()) {
            throw new Invalid("community", "field-missing");
        }
        var here = communities.find(community).orElseThrow(NotFound::new).id();
        var part = new Part(Code.after(after), most + 1);
        return feed(feeds.community(here, topic, Viewer.of(me), part), most, "newest");
    }

    @GetMapping("/following")
    Feed following(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var most = most(limit);
        return feed(feeds.following(me.member(), Code.after(after), most + 1), most, "following");
    }

    /** What is for the caller, by the formula in docs/feed.md; "community" and "following" are plain time order. */
    @GetMapping("/for-you")
    Feed forYou(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var page = feeds.forYou(me.member(), ForYou.Place.read(after), most(limit));
        var next = page.next();
        return new Feed(
                page.tiles().stream()
                        .map(it -> item(
                                it,
                                Objects.requireNonNull(page.why().get(it.code()))
                                        .word()))
                        .toList(),
                next == null ? null : next.text());
    }

    private static int most(@Nullable Integer limit) {
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw new Invalid("limit", "feed-limit", MOST);
        }
        return limit == null ? USUAL : limit;
    }

    private Feed feed(List<NoteTile> found, int most, String why) {
        var shown = found.stream().limit(most).toList();
        return new Feed(
                shown.stream().map(it -> item(it, why)).toList(),
                found.size() > most ? shown.getLast().code().value() : null);
    }

    private Item item(NoteTile it, String why) {
        var cover = it.cover();
        return new Item(
                it.code().value(),
                it.title(),
                it.start(),
                cover == null ? null : pictures.url(cover, it.title(), WIDE),
                it.author().code(),
                it.author().name(),
                it.reactions(),
                it.promoted(),
                it.written(),
                why);
    }
}
