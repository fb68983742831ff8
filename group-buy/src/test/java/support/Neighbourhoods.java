package support;

import java.time.Duration;
import java.time.Instant;
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
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.community.Leaders;
import tuanju.community.PickupPlace;
import tuanju.community.PickupPoints;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.teambuy.OfferForm;
import tuanju.teambuy.TeamOfferEditing;

/** Founds communities for tests, each undisturbed by the others. */
@TestComponent
@RequiredArgsConstructor
public class Neighbourhoods {

    public static final long ALONE_FEN = 52_00;
    public static final long TEAM_FEN = 39_90;

    private static final AtomicLong PHONES = new AtomicLong(13_900_000_000L + System.nanoTime() % 90_000_000);

    private final JdbcClient jdbc;
    private final Communities communities;
    private final Leaders leaders;
    private final PickupPoints points;
    private final ProductEditing products;
    private final Stocking stocking;
    private final TeamOfferEditing offers;

    /** A community with this many members, an offer of teams of this size, and as much stock as anybody wants. */
    public Neighbourhood found(int members, int size) {
        var community = communities.found("紫龙路" + UUID.randomUUID().toString().substring(0, 6), "上海市闵行区");
        var people = members(members + 1);
        var leader = people.getFirst();
        leaders.appoint(leader, community.id(), leader);
        var point = points.open(community.id(), leader, new PickupPlace("3号门", "3号门旁", "3号门岗亭", "9:00–20:00", ""));
        var product = products.create(community.id(), new ProductForm("阳光玫瑰葡萄", "当天采摘", "云南", "水果", List.of()), leader);
        var sku = products.addSku(community.id(), product, new SkuForm("2斤", ALONE_FEN, null), leader);
        var offer = offers.create(community.id(), form(sku, TEAM_FEN, size), leader);
        return new Neighbourhood(community, leader, point, sku, offer, people.subList(1, people.size()));
    }

    /** From now on exactly this many pieces are on hand. */
    public void stock(Neighbourhood home, int pieces) {
        stocking.adjust(home.id(), home.sku(), pieces, home.leader());
    }

    /** Another offer of the same goods. */
    public Code offer(Neighbourhood home, long priceFen, int size) {
        return offers.create(home.id(), form(home.sku(), priceFen, size), home.leader());
    }

    public static OfferForm form(SkuId sku, long priceFen, int size) {
        var now = Instant.now();
        return new OfferForm(sku, priceFen, size, 24, 1, now.minusSeconds(60), now.plus(Duration.ofDays(7)));
    }

    /** As if so much time had passed for this team: its deadline comes nearer. One that has ended stays as it is. */
    public void letTimePass(CommunityId community, Code team, Duration time) {
        jdbc.sql("""
            update team set deadline = deadline - make_interval(secs => :seconds)
            where community_id = :community and code = :team and status = 'OPEN'
            """)
                .param("seconds", time.toMillis() / 1000.0)
                .param("community", community.value())
                .param("team", team.value())
                .update();
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
