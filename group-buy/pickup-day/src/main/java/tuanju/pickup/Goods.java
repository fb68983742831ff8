package tuanju.pickup;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import tuanju.money.Money;

/**
 * All pieces of one product on a list.
 *
 * @param caseSize pieces in one case; one where it comes by the piece
 * @param grams what those of them weigh that were weighed; null where none was
 */
@NamedInterface("rooms")
public record Goods(
        String title,
        long pieces,
        Money amount,
        int caseSize,
        @Nullable Integer grams) {

    /** Products by sound, each once. */
    public static List<Goods> of(Collection<PickupLine> lines, ToIntFunction<PickupLine> caseSize) {
        Map<String, Goods> goods = new TreeMap<>(ProductOrder.BY_SOUND);
        for (var line : lines) {
            var one = new Goods(
                    line.title(), line.quantity(), line.amount(), Math.max(1, caseSize.applyAsInt(line)), line.grams());
            goods.merge(one.title(), one, Goods::plus);
        }
        return List.copyOf(goods.values());
    }

    private Goods plus(Goods other) {
        return new Goods(
                title,
                Math.addExact(pieces, other.pieces),
                amount.plus(other.amount),
                caseSize,
                PickupLine.together(grams, other.grams));
    }

    /** What it is and what it weighs. */
    public String said() {
        return PickupLine.said(title, grams);
    }

    public boolean isCased() {
        return caseSize > 1;
    }

    /** Full cases; none where it comes by the piece. */
    public long cases() {
        return isCased() ? pieces / caseSize : 0;
    }

    /** Pieces beside the full cases. */
    public long loose() {
        return isCased() ? pieces % caseSize : pieces;
    }
}
