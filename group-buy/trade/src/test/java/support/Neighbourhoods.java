package support;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import tuanju.catalog.ProductEditing;
import tuanju.catalog.ProductForm;
import tuanju.catalog.SkuForm;
import tuanju.catalog.SkuId;
import tuanju.catalog.Stocking;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.Leaders;
import tuanju.community.PickupPlace;
import tuanju.community.PickupPointCard;
import tuanju.community.PickupPoints;
import tuanju.database.Ids;
import tuanju.member.MemberId;

/** Founds communities for tests, each undisturbed by the others. */
@TestComponent
@RequiredArgsConstructor
public class Neighbourhoods {

    public static final long ALONE_FEN = 52_00;

    private static final AtomicLong PHONES = new AtomicLong(13_900_000_000L + System.nanoTime() % 90_000_000);

    private final JdbcClient jdbc;
    private final Communities communities;
    private final Leaders leaders;
    private final PickupPoints points;
    private final ProductEditing products;
    private final Stocking stocking;

    /** A community as founded. */
    private record Founded(
            CommunityCard card, MemberId leader, PickupPointCard point, SkuId sku, List<MemberId> members)
            implements Neighbourhood {}

    /** A community with this many members beside its leader, and as much stock as anybody wants. */
    public Neighbourhood found(int members) {
        var community = communities.found("紫龙路" + UUID.randomUUID().toString().substring(0, 6), "上海市闵行区");
        var people = members(members + 1);
        var leader = people.getFirst();
        leaders.appoint(leader, community.id(), leader);
        var point = points.open(community.id(), leader, new PickupPlace("3号门", "3号门旁", "3号门岗亭", "9:00–20:00", ""));
        var product = products.create(community.id(), new ProductForm("阳光玫瑰葡萄", "当天采摘", "云南", "水果", List.of()), leader);
        var sku = products.addSku(community.id(), product, new SkuForm("2斤", ALONE_FEN, null), leader);
        return new Founded(community, leader, point, sku, people.subList(1, people.size()));
    }

    /** From now on exactly this many pieces are on hand. */
    public void stock(Neighbourhood home, int pieces) {
        stocking.adjust(home.id(), home.sku(), pieces, home.leader());
    }

    /** Members by the row: hashing a password for each would take minutes. */
    public List<MemberId> members(int number) {
        var members = new ArrayList<MemberId>();
        for (int i = 0; i < number; i++) {
            var id = Ids.next();
            jdbc.sql("insert into member (id, phone, name, hue, phone_proven_at) values (?, ?, ?, ?, now())")
                    .params(id, String.valueOf(PHONES.incrementAndGet()), "邻居" + i, i % 360)
                    .update();
            members.add(new MemberId(id));
        }
        return members;
    }
}
