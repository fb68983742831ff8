package tuanju.cycle.planning;

import static tuanju.cycle.planning.CycleForm.text;

import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.cycle.LeaderDiscount;
import tuanju.money.Money;

/** What a leader gives off orders, as two amounts of yuan typed on a page; both empty for nothing. */
final class CycleFormDiscount {

    private CycleFormDiscount() {}

    static @Nullable LeaderDiscount read(@Nullable String from, @Nullable String off) {
        if (text(from).isEmpty() && text(off).isEmpty()) {
            return null;
        }
        return new LeaderDiscount(yuan(text(from)), yuan(text(off)));
    }

    private static Money yuan(String typed) {
        if (!typed.matches("\\d{1,6}(\\.\\d{1,2})?")) {
            throw new Invalid("discount", "cycle-discount-unreadable");
        }
        return Money.ofYuan(typed);
    }
}
