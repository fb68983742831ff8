package tuanju.cycle.closing;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import tuanju.command.Refusal;
import tuanju.cycle.OpenEnds.OpenEnd;

/** So much of this cycle is open (409): it ends when its leader has heard how much, and says so once more. */
public final class CycleNotOver extends Refusal {

    private static final int MOST = 5;

    CycleNotOver(List<OpenEnd> open) {
        super(409, "cycle-not-over", words(open));
    }

    /** 还有 164 袋没交付、3 单没付 ¥80.00: as many as there are, in the reader's words. */
    private static MessageSourceResolvable words(List<OpenEnd> open) {
        var all = open.stream().limit(MOST).map(CycleNotOver::word).toArray();
        return new DefaultMessageSourceResolvable(new String[] {"cycle.open." + all.length}, all);
    }

    private static MessageSourceResolvable word(OpenEnd end) {
        var arguments = Stream.of(end.count(), end.amount().toString()).toArray();
        return new DefaultMessageSourceResolvable(new String[] {end.key()}, arguments);
    }
}
