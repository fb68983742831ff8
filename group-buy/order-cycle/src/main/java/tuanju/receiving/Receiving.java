package tuanju.receiving;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;
import tuanju.command.NotFound;
import tuanju.cycle.CycleCard;
import tuanju.live.LiveTopics;
import tuanju.member.MemberId;
import tuanju.picture.Pictures;

/** Counts what the lorry brought. */
@Component
@RequiredArgsConstructor
class Receiving {

    private final Receipts receipts;
    private final ReceiptRows rows;
    private final Pictures pictures;
    private final LiveTopics live;

    /**
     * Writes down what came of one product; the same again changes nothing. Refuses with CannotReceive before the cut-off,
     * after a shortage of it was given out, or when somebody else has counted it since; with NotFound other goods.
     */
    @Transactional
    public ReceivedGoods count(MemberId by, CycleCard cycle, UUID product, Count count) {
        if (!isReceiving(cycle)) {
            throw CannotReceive.notNow();
        }
        rows.lock(cycle);
        var goods = goods(cycle, product);
        var receipt = goods.receipt();
        if (count.repeats(receipt)) {
            return goods;
        }
        if (goods.allocated() != null) {
            throw CannotReceive.givenOut(goods.title());
        }
        if (count.version() != null && count.version() != (receipt == null ? 0 : receipt.version())) {
            throw CannotReceive.countedMeanwhile(goods.title());
        }
        rows.write(cycle, goods, count, by);
        live.changed("cycle:" + cycle.id());
        return goods(cycle, product);
    }

    /** The same with a photo, if there is one, which is kept only with its count. Refuses also what is no picture. */
    @Transactional
    public void count(MemberId by, CycleCard cycle, UUID product, Count count, @Nullable MultipartFile photo) {
        count(
                by,
                cycle,
                product,
                photo == null || photo.isEmpty() ? count : count.shownOn(pictures.store(by.value(), photo)));
    }

    /** Whether goods of this cycle may come now. */
    static boolean isReceiving(CycleCard cycle) {
        return cycle.status().isOnItsWay() || cycle.status().isCollectable();
    }

    ReceivedGoods goods(CycleCard cycle, UUID product) {
        return receipts.of(cycle).stream()
                .filter(it -> it.product().equals(product))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
