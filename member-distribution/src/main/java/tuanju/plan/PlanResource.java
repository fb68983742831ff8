package tuanju.plan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A plan over the API, amounts in fen.
 *
 * @param pointsPercent of the usual points; 100 where those stay
 * @param paysOffAtFen goods for so much save what it costs by the price alone; 0 where there is none
 * @param endedAt since when nobody takes it any more; else null
 */
record PlanResource(
        String code,
        String title,
        long priceFen,
        int days,
        int basisPoints,
        int pointsPercent,
        @Nullable String campaign,
        boolean servedFirst,
        boolean ownCyclesOnly,
        long paysOffAtFen,
        @Nullable Instant endedAt) {

    static PlanResource of(Plan plan) {
        var terms = plan.terms();
        return new PlanResource(
                plan.code().value(),
                terms.title(),
                terms.price().fen(),
                terms.days(),
                terms.less().basisPoints(),
                terms.pointsPercent(),
                terms.campaign() == null ? null : terms.campaign().value(),
                terms.servedFirst(),
                plan.leader() != null,
                terms.paysOffAt().fen(),
                plan.endedAt());
    }
}
