package tuanju.memberday;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.community.Code;
import tuanju.member.SignedIn;
import tuanju.memberday.MemberDayAnswers.DayList;
import tuanju.memberday.MemberDayAnswers.DayPreview;
import tuanju.memberday.MemberDays.Maker;

/** For operators over the API: member days of whole communities, and everybody's to look at and to end. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/operator/member-days")
class MemberDayDeskResources {

    private final MemberDayAnswers answers;
    private final MemberDays days;

    @GetMapping
    DayList all(@AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable UUID after) {
        return answers.page(maker(me), after);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<MemberDayResource> make(
            @AuthenticationPrincipal SignedIn me, @RequestBody MemberDayDraft wanted, CommandKey key) {
        return answers.make(maker(me), wanted, key);
    }

    /** What it would do; nothing is made, so it needs no key. */
    @PostMapping("/previews")
    DayPreview preview(@AuthenticationPrincipal SignedIn me, @RequestBody MemberDayDraft wanted) {
        return answers.preview(maker(me), wanted);
    }

    /** It comes no more; orders that were placed keep their price. */
    @DeleteMapping("/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        days.end(maker(me), code);
    }

    private static Maker maker(SignedIn me) {
        return new Maker(me.member(), true);
    }
}
