package tuanju.earning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.SignedIn;
import tuanju.secondword.SecondWords;

/** For operators over REST: the leaders' share of a community; another one is proposed, and waits for another operator's word. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/operator/communities/{community}/service-fee")
class ServiceFeeResources {

    private final ServiceFees fees;
    private final FeeChanging changing;
    private final SecondWords words;
    private final Communities communities;
    private final Commands commands;
    private final MessageSource messages;

    /**
     * The leaders' share.
     *
     * @param percent what holds for an order placed now: "10" or "7.5"
     * @param waiting whether another share waits for a second word
     * @param newestFirst every share that was set, and since when; empty where it is the usual one
     */
    record ServiceFee(String percent, boolean waiting, List<Rate> newestFirst) {}

    /** A share and the moment from which it holds. */
    record Rate(Instant since, String percent) {}

    /** Another share, at most two decimals: "7.5". */
    record Wanted(@Nullable String percent) {}

    /**
     * What waits now.
     *
     * @param secondWord which another operator says at /api/v1/second-words
     * @param note what happens next, in the reader's language
     */
    record Proposed(UUID secondWord, String note) {}

    @GetMapping
    ServiceFee now(@PathVariable String community) {
        var home = home(community);
        var rates = fees.of(home);
        return new ServiceFee(
                ServiceFees.percentOf(rates.now()),
                words.waitingAmong(FeeChanging.KIND, List.of(home.value())).contains(home.value()),
                rates.newestFirst().stream()
                        .map(it -> new Rate(it.since(), it.percent()))
                        .toList());
    }

    /** Holds for orders placed once another operator has confirmed it. */
    @PutMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<Proposed> propose(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String community,
            @RequestBody Wanted wanted,
            CommandKey key) {
        var home = home(community);
        var percent = wanted.percent();
        var answer = commands.once(
                key.with(wanted),
                UUID.class,
                () -> changing.propose(home, ServiceFees.typed(percent == null ? "" : percent), me.member()));
        var note = messages.getMessage(words.told(answer.value()), null, LocaleContextHolder.getLocale());
        return answer.with(HttpStatus.ACCEPTED, new Proposed(answer.value(), note));
    }

    private CommunityId home(String community) {
        return communities.find(community).orElseThrow(NotFound::new).id();
    }
}
