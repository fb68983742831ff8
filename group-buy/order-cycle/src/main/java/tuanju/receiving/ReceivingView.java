package tuanju.receiving;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import tuanju.cycle.CycleCard;
import tuanju.member.MemberCard;
import tuanju.member.MemberId;

/**
 * A cycle's goods on their way to the shelf, as the leader looks at them.
 *
 * @param history every count of each product, the latest first
 * @param people who counted
 */
record ReceivingView(
        CycleCard cycle,
        List<ReceivedGoods> goods,
        Map<UUID, List<ReceiptRows.Entry>> history,
        Map<MemberId, MemberCard> people) {

    /** What there is to do; the words are {@code receiving.next.<next>}. */
    enum Next {
        /** Orders are still taken, or there is nothing to receive. */
        NOTHING,
        /** Something is not counted yet. */
        COUNT,
        /** Everything is counted and something is short. */
        SHARE,
        /** Everything is here: people may come. */
        ARRIVED,
        /** The shelf is full. */
        DONE
    }

    public Next next() {
        if (!Receiving.isReceiving(cycle) || goods.isEmpty()) {
            return Next.NOTHING;
        }
        if (uncounted() > 0) {
            return Next.COUNT;
        }
        if (isShort()) {
            return Next.SHARE;
        }
        return cycle.status().isOnItsWay() ? Next.ARRIVED : Next.DONE;
    }

    public long uncounted() {
        return goods.stream().filter(it -> !it.isCounted()).count();
    }

    public boolean isShort() {
        return goods.stream().anyMatch(ReceivedGoods::isShort);
    }

    public int expected() {
        return goods.stream().mapToInt(ReceivedGoods::expected).sum();
    }

    public int arrived() {
        return goods.stream().mapToInt(ReceivedGoods::arrived).sum();
    }

    public int damaged() {
        return goods.stream().mapToInt(ReceivedGoods::damaged).sum();
    }

    public int missing() {
        return goods.stream().mapToInt(ReceivedGoods::missing).sum();
    }

    public int surplus() {
        return goods.stream().mapToInt(ReceivedGoods::surplus).sum();
    }

    public List<ReceiptRows.Entry> historyOf(UUID product) {
        return history.getOrDefault(product, List.of());
    }

    public String nameOf(MemberId member) {
        var card = people.get(member);
        return card == null ? "" : card.name();
    }
}
