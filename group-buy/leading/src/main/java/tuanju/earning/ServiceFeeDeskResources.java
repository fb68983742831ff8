package tuanju.earning;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tuanju.community.Communities;
import tuanju.secondword.SecondWords;

/** For operators over REST: the leaders' share in every community at one look. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/operator/service-fees")
class ServiceFeeDeskResources {

    private final ServiceFees fees;
    private final SecondWords words;
    private final Communities communities;

    /**
     * The leaders' share in one community.
     *
     * @param community its short code
     * @param percent what holds for an order placed now: "10" or "7.5"
     * @param waiting whether another share waits for a second word
     */
    record Share(String community, String name, String percent, boolean waiting) {}

    /** By name. */
    @GetMapping
    List<Share> all() {
        var all = communities.all();
        var waiting = words.waitingAmong(
                FeeChanging.KIND, all.stream().map(it -> it.id().value()).toList());
        return all.stream()
                .map(it -> new Share(
                        it.shortCode(),
                        it.name(),
                        ServiceFees.percentOf(fees.of(it.id()).now()),
                        waiting.contains(it.id().value())))
                .toList();
    }
}
