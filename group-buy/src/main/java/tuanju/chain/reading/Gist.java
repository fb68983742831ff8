package tuanju.chain.reading;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tuanju.chain.reading.ReadChainList.Reason;
import tuanju.chain.reading.ReadChainList.Why;
import tuanju.chain.reading.Sentence.Act;
import tuanju.chain.reading.Sentence.Fault;

/** Decides whether a line is about ordering at all. */
final class Gist {

    private static final Set<Reason> ABOUT_GOODS = EnumSet.of(
            Reason.NO_QUANTITY,
            Reason.NO_PRODUCT,
            Reason.SEVERAL_PRODUCTS,
            Reason.UNKNOWN_PRODUCT,
            Reason.ODD_QUANTITY,
            Reason.UNSURE);

    private Gist() {}

    static boolean isAboutGoods(Fault fault) {
        return ABOUT_GOODS.contains(fault.reason());
    }

    /** 张三 21:03, or 张三: alone on a line. */
    static boolean isHeader(Sentence said) {
        boolean colon = said.text().endsWith(":")
                && said.guest().isNamed()
                && said.text().length() <= 20;
        boolean quiet = said.manner().note().isEmpty() && !said.manner().priced();
        return quiet
                && (said.manner().timed() || colon)
                && !said.manner().asking()
                && !said.manner().talk();
    }

    /** Why a line that speaks of goods still orders nothing; null when it may. */
    static @Nullable Why ofNoConcern(Sentence said, Guest speaker) {
        if (said.isNumbered() && !isPriceList(said, speaker)) {
            return null;
        }
        if (isPriceList(said, speaker)) {
            return Why.PRICE;
        }
        boolean order = said.goods().act() == Act.ORDER;
        boolean hedged = said.manner().asking() || said.manner().talk() && order;
        return hedged || order && isMentionOnly(said) ? Why.CHATTER : null;
    }

    /** Talk that names goods, pieces and a door or 我 is asked about rather than passed over. */
    static boolean mayStillOrder(Sentence said) {
        return !said.manner().asking()
                && !said.goods().items().isEmpty()
                && (said.hasDoor() || said.self() || Names.isPutAside(said.text()));
    }

    /** A price with a product, and nobody who wants it. */
    private static boolean isPriceList(Sentence said, Guest speaker) {
        boolean one = said.goods().items().stream().allMatch(item -> item.quantity() == 1)
                && said.goods().pieces() <= 1;
        boolean nobody = !said.guest().isNamed() && !said.self();
        return said.manner().priced()
                && !said.manner().paid()
                && nobody
                && one
                && said.goods().act() == Act.ORDER
                && (!speaker.isNamed() || said.goods().items().isEmpty());
    }

    /** Names of products without a number, said by nobody in particular or in a longer text. */
    private static boolean isMentionOnly(Sentence said) {
        boolean bare = said.goods().items().isEmpty()
                && said.goods().pieces() == 0
                && !said.goods().bare().isEmpty();
        boolean odd = said.faults().stream().anyMatch(fault -> fault.reason() == Reason.ODD_QUANTITY);
        boolean name = said.guest().isNamed()
                && Names.isNameLike(said.guest().name())
                && said.manner().note().isEmpty();
        return bare && !odd && !name && !said.hasDoor() && !said.self();
    }
}
