package tuanju.complaint;

import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.modulith.NamedInterface;
import tuanju.money.Money;
import tuanju.money.Percentage;

/**
 * What a leader may give back without asking: for a cycle this share of its amount, but at least so much; for orders
 * outside a cycle that least amount a day.
 *
 * @param allowanceBasisPoints share of the cycle's amount
 * @param allowanceAtLeastFen in fen, however small the cycle
 * @param leaderTurn how long a buyer's complaint is its leader's to answer before it is the operator's
 */
@ConfigurationProperties("tuanju.complaint")
@NamedInterface("rooms")
public record ComplaintSettings(
        @DefaultValue("300") int allowanceBasisPoints,
        @DefaultValue("5000") long allowanceAtLeastFen,
        @DefaultValue("2d") Duration leaderTurn) {

    Money allowanceOf(Money cycleAmount) {
        var share = cycleAmount.share(new Percentage(allowanceBasisPoints));
        return share.isMoreThan(atLeast()) ? share : atLeast();
    }

    Money atLeast() {
        return Money.ofFen(allowanceAtLeastFen);
    }

    /** The share in per cent for the page that states the rule: 3. */
    String percent() {
        return new BigDecimal(allowanceBasisPoints)
                .movePointLeft(2)
                .stripTrailingZeros()
                .toPlainString();
    }
}
