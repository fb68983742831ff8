package tuanju.link.click;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.money.Money;

/**
 * What came of a link, as who shares it sees it.
 *
 * @param path of the page it leads to
 * @param withdrawn when it stopped to count; null while it counts
 * @param clicks how often people opened it
 * @param orders placed by it, whatever became of them
 * @param paid those of them that somebody paid
 * @param sum what they paid, less what went back
 * @param earned what it earned who shares it, also what is not theirs yet
 */
public record LinkResult(
        Code code,
        String kind,
        Code page,
        String path,
        String channel,
        @Nullable Instant withdrawn,
        long clicks,
        int orders,
        int paid,
        Money sum,
        Money earned) {}
