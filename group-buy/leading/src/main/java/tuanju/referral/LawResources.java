package tuanju.referral;

import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For operators over REST: each rule of the law with what keeps to it, and how that stands. */
@RestController
@RequiredArgsConstructor
class LawResources {

    private final LawChecks checks;

    /**
     * A rule.
     *
     * @param lookedAt null where nothing is looked at, or not yet
     */
    record One(
            String id,
            List<String> constraints,
            boolean refuses,
            String claim,
            boolean broken,
            @Nullable Instant lookedAt) {}

    record All(List<One> items) {}

    @GetMapping("/api/v1/operator/law")
    All all() {
        return new All(checks.all().stream()
                .map(it ->
                        new One(it.rule().getId(), it.constraints(), it.refuses(), it.claim(), it.broken(), it.seen()))
                .toList());
    }
}
