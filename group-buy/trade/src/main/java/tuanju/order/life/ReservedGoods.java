package tuanju.order.life;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import tuanju.catalog.Reservation;
import tuanju.catalog.SkuId;
import tuanju.catalog.Stock;
import tuanju.community.CommunityId;
import tuanju.order.LockedOrder;

/** Sets the goods of orders aside and gives them back, SKU by SKU in a fixed order so that no two orders wait for each other. */
@Component
@RequiredArgsConstructor
@NamedInterface("rows")
public class ReservedGoods {

    private final Stock stock;

    /** Refuses with SoldOut or OverLimit. */
    public void reserve(NewOrder order) {
        var pieces = new TreeMap<UUID, Integer>();
        for (var line : order.lines()) {
            if (line.sku() != null) {
                pieces.merge(line.sku().value(), line.quantity(), Math::addExact);
            }
        }
        pieces.forEach((sku, quantity) -> stock.reserve(
                order.community(), new SkuId(sku), order.recipient().member(), quantity));
    }

    /** Sets the goods of an order aside again, all or none. */
    public boolean tryReserve(CommunityId community, LockedOrder order) {
        var reserved = new ArrayList<LockedOrder.Goods>();
        for (var goods : order.goods()) {
            var outcome = stock.tryReserve(community, goods.sku(), order.buyer(), goods.pieces());
            if (outcome != Reservation.RESERVED) {
                release(community, order, reserved);
                return false;
            }
            reserved.add(goods);
        }
        return true;
    }

    public void release(CommunityId community, LockedOrder order) {
        release(community, order, order.goods());
    }

    public void handOver(CommunityId community, LockedOrder order) {
        order.goods().forEach(goods -> stock.handOver(community, goods.sku(), goods.pieces()));
    }

    public void handBack(CommunityId community, LockedOrder order) {
        order.goods().forEach(goods -> stock.handBack(community, goods.sku(), goods.pieces()));
    }

    /** Some of its goods only. */
    public void release(CommunityId community, LockedOrder order, List<LockedOrder.Goods> goods) {
        goods.forEach(some -> stock.release(community, some.sku(), order.buyer(), some.pieces()));
    }
}
