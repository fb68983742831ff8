package tuanju.taster;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.member.SignedIn;

/** Tasters over the API: who they are, what they found, and for themselves what of their category is wanted and comes back. */
@RestController
@RequiredArgsConstructor
class TasterResources {

    private final Tasters tasters;
    private final Tastings tastings;
    private final CategoryFigures figures;
    private final Communities communities;
    private final Commands commands;

    /**
     * Who looks after what.
     *
     * @param by their name as strangers read it
     * @param ended null while they do
     */
    record OneTaster(
            String code,
            String community,
            String category,
            String by,
            int mostAMonth,
            Instant appointed,
            @Nullable Instant ended) {

        static OneTaster of(Tasters.View view) {
            var taster = view.taster();
            return new OneTaster(
                    taster.code().value(),
                    view.community().shortCode(),
                    taster.category(),
                    view.who().publicName(),
                    taster.mostAMonth(),
                    taster.appointed(),
                    taster.ended());
        }
    }

    /** In the order of their categories. */
    record TasterList(List<OneTaster> items) {}

    /** A find; the product as which it is sold, null before it is listed. */
    record Find(
            UUID id,
            String title,
            String words,
            Tasting.State state,
            String verdict,
            @Nullable UUID product,
            Instant scouted,
            Instant changed) {

        static Find of(Tasting it) {
            var product = it.product();
            return new Find(
                    it.id(),
                    it.title(),
                    it.words(),
                    it.state(),
                    it.verdict(),
                    product == null ? null : product.value(),
                    it.scouted(),
                    it.changed());
        }
    }

    /** A taster and twenty of their finds, the newest first; next is to be sent as "after". */
    record TasterFinds(
            OneTaster taster, List<Find> items, @Nullable UUID next) {}

    /** What somebody found, and why it may be good. */
    record NewFind(@Nullable String title, @Nullable String words) {}

    /** The one that was made. */
    record MadeFind(UUID id) {}

    /** How one product goes: pieces kept, orders, how often some came back for how it was, and what went back. */
    record Goes(String name, int pieces, int orders, int complaints, long backFen) {}

    /** How the category goes: the last thirty days, pieces in the thirty before, questions that wait, finds left this month. */
    record CategoryNow(
            int pieces, int before, int complaints, long backFen, int waiting, int left, List<Goes> products) {}

    @GetMapping("/api/v1/communities/{code}/tasters")
    TasterList in(@PathVariable String code) {
        var here = communities.find(code).orElseThrow(NotFound::new);
        return new TasterList(tasters.in(here.id()).stream().map(OneTaster::of).toList());
    }

    @GetMapping("/api/v1/tasters")
    TasterList own(@AuthenticationPrincipal SignedIn me) {
        return new TasterList(
                tasters.of(me.member()).stream().map(OneTaster::of).toList());
    }

    @GetMapping("/api/v1/tasters/{code}")
    TasterFinds one(@PathVariable Code code, @RequestParam(required = false) @Nullable UUID after) {
        var taster = tasters.any(code);
        var page = tastings.page(taster, after);
        return new TasterFinds(
                OneTaster.of(tasters.view(taster)),
                page.items().stream().map(Find::of).toList(),
                page.next());
    }

    /** For the taster alone. */
    @GetMapping("/api/v1/tasters/{code}/figures")
    CategoryNow figures(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        return now(tasters.own(me.member(), code));
    }

    @PostMapping("/api/v1/tasters/{code}/finds")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<MadeFind> scout(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestBody NewFind wanted,
            CommandKey key) {
        return commands.once(
                        key.with(wanted),
                        MadeFind.class,
                        () -> new MadeFind(tastings.scout(me.member(), code, wanted.title(), wanted.words())))
                .with(HttpStatus.CREATED);
    }

    @PutMapping("/api/v1/tasters/{code}/finds/{find}/state")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void become(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID find,
            @RequestBody Tastings.Step step) {
        tastings.become(me.member(), code, find, step);
    }

    CategoryNow now(Taster taster) {
        var found = figures.of(taster);
        return new CategoryNow(
                found.pieces(),
                found.before(),
                found.complaints(),
                found.back().fen(),
                found.waiting(),
                tastings.left(taster),
                found.products().stream()
                        .map(it -> new Goes(
                                it.name(),
                                it.pieces(),
                                it.orders(),
                                it.complaints(),
                                it.back().fen()))
                        .toList());
    }
}
