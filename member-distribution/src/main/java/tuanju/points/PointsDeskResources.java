package tuanju.points;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.member.SignedIn;

/** For those who lead a community, over the API: what points are for there, what is promised, and who has some. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/communities/{code}/points-terms")
class PointsDeskResources {

    private final PointsDesk desk;

    /** What points are for, and what is promised by now, in fen. */
    record Said(int perYuan, int perCheckIn, boolean spends, long promisedFen) {}

    /** What terms would cost at most, in fen. */
    record Cost(long ofThousandYuanFen, long ofThirtyCheckInsFen, long ofHundredYuanFen) {}

    /** Whose points. */
    record Held(UUID member, int balance, int pending, int debt) {}

    /** Next is to be sent as "after"; null at the end. */
    record Holders(List<Held> items, @Nullable String next) {}

    @GetMapping
    Said terms(@AuthenticationPrincipal SignedIn me, @PathVariable String code) {
        var community = desk.steered(me.member(), code);
        var terms = desk.terms(community.id());
        return new Said(
                terms.perYuan(),
                terms.perCheckIn(),
                terms.spends(),
                desk.promised(community.id()).fen());
    }

    /** Of what happens from now on; what was got stays. */
    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void say(@AuthenticationPrincipal SignedIn me, @PathVariable String code, @RequestBody TermsWish wanted) {
        desk.say(me.member(), desk.steered(me.member(), code), wanted.read());
    }

    /** What these would cost; nothing is changed. */
    @GetMapping("/cost")
    Cost cost(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String code,
            @RequestParam(defaultValue = "0") int perYuan,
            @RequestParam(defaultValue = "0") int perCheckIn,
            @RequestParam(defaultValue = "false") boolean spends) {
        desk.steered(me.member(), code);
        var cost = TermsCost.of(new Terms(perYuan, perCheckIn, spends));
        return new Cost(
                cost.ofThousand().fen(), cost.ofMonth().fen(), cost.ofHundred().fen());
    }

    @GetMapping("/holders")
    Holders holders(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable UUID after) {
        var found = desk.members(desk.steered(me.member(), code).id(), after);
        return new Holders(
                found.shown().stream()
                        .map(it -> new Held(it.member().value(), it.usable(), it.pending(), it.debt()))
                        .toList(),
                found.next());
    }
}
