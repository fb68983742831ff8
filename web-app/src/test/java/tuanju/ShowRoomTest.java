package tuanju;

import java.nio.file.*;
import java.time.*;
import java.util.*;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import support.TestDatabase;
import tuanju.catalog.*;
import tuanju.community.*;
import tuanju.member.*;
import tuanju.order.*;
import tuanju.payment.*;
import tuanju.picture.PictureRef;
import tuanju.teambuy.*;

@SpringBootTest(
        classes = TuanjuApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"server.port=18090", "spring.thymeleaf.cache=false"})
@Import(TestDatabase.class)
@ActiveProfiles("test")
class ShowRoomTest {
    @Autowired
    Communities communities;

    @Autowired
    Leaders leaders;

    @Autowired
    PickupPoints points;

    @Autowired
    ProductEditing products;

    @Autowired
    Stocking stocking;

    @Autowired
    TeamOfferEditing offers;

    @Autowired
    TeamOpening opening;

    @Autowired
    TeamJoining joining;

    @Autowired
    OrderPaying paying;

    @Autowired
    OfflinePayments cash;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Payments payments;

    @Autowired
    TeamLeaving leaving;

    @Autowired
    org.springframework.context.ApplicationContext ctx;

    MemberId someone(String name, int hue) {
        var id = tuanju.database.Ids.next();
        jdbc.sql("insert into member (id, phone, name, hue) values (?,?,?,?)")
                .params(id, "139" + String.format("%08d", new Random().nextInt(99999999)), name, hue)
                .update();
        return new MemberId(id);
    }

    CommunityCard c;
    MemberId leader;

    void pay(MemberId m, Code order) {
        paying.pay(m, order, "offline");
        var p = jdbc.sql(
                        "select p.code from payment p join orders o on o.id = p.order_id where o.code=? and p.provider='offline'")
                .param(order.value())
                .query(String.class)
                .single();
        cash.received(c.id(), p, leader, "");
    }

    @Test
    void show() throws Exception {
        leader = someone("王团长", 20);
        c = communities.found("紫龙路500弄", "上海市闵行区紫龙路500弄");
        leaders.appoint(leader, c.id(), leader);
        var point =
                points.open(c.id(), leader, new PickupPlace("3号门岗亭", "3号门旁", "紫龙路500弄3号门岗亭，找王团长", "9:00–20:00", ""));
        points.open(c.id(), leader, new PickupPlace("北门快递柜旁", "北门", "紫龙路500弄北门快递柜右侧", "8:00–21:00", ""));
        var product = products.create(
                c.id(),
                new ProductForm(
                        "阳光玫瑰葡萄",
                        "云南宾川当天采摘，冷链直达。\n颗颗饱满，皮薄无籽，带玫瑰香。\n到货请冷藏，三天内吃完最好。",
                        "云南宾川",
                        "水果",
                        List.of(
                                new PictureRef("art:grapes"),
                                new PictureRef("art:cherries"),
                                new PictureRef("art:mango"))),
                leader);
        var sku = products.addSku(c.id(), product, new SkuForm("2斤装", 5200, 3), leader);
        stocking.adjust(c.id(), sku, 60, leader);
        var now = Instant.now();
        var offer = offers.create(
                c.id(), new OfferForm(sku, 3990, 3, 24, 1, now.minusSeconds(60), now.plus(Duration.ofDays(7))), leader);
        var out = new StringBuilder("offer=" + offer + "\n");
        var ms = new ArrayList<MemberId>();
        for (var n : List.of("小李", "王姐", "陈阿姨", "Mia", "老张", "赵小妹", "孙浩", "周周", "吴妈妈", "郑先生", "冯", "褚"))
            ms.add(someone(n, ms.size() * 47 % 360));
        SeatRequest one = new SeatRequest(1, WhenFull.REFUND, point.id(), "", null);
        var open = opening.open(ms.get(0), offer, one);
        pay(ms.get(0), open.order().code());
        var j = joining.join(ms.get(1), open.team().code(), one);
        pay(ms.get(1), j.order().code());
        out.append("open=" + open.team().code() + "\n");
        var full = opening.open(ms.get(2), offer, one);
        pay(ms.get(2), full.order().code());
        j = joining.join(ms.get(3), full.team().code(), one);
        pay(ms.get(3), j.order().code());
        joining.join(ms.get(4), full.team().code(), one);
        out.append("full=" + full.team().code() + "\n");
        var formed = opening.open(ms.get(5), offer, one);
        pay(ms.get(5), formed.order().code());
        for (int i : new int[] {6, 7}) {
            j = joining.join(ms.get(i), formed.team().code(), one);
            pay(ms.get(i), j.order().code());
        }
        out.append("formed=" + formed.team().code() + "\n");
        var big = offers.create(
                c.id(),
                new OfferForm(
                        products.addSku(
                                c.id(),
                                products.create(
                                        c.id(),
                                        new ProductForm(
                                                "爱媛三十八号果冻橙新鲜现摘现发坏果包赔五斤装大果礼盒",
                                                "",
                                                "四川眉山",
                                                "水果",
                                                List.of(new PictureRef("art:oranges"))),
                                        leader),
                                new SkuForm("5斤装", 6880, null),
                                leader),
                        4590,
                        10,
                        24,
                        2,
                        now.minusSeconds(60),
                        now.plus(Duration.ofDays(7))),
                leader);
        var bigTeam = opening.open(ms.get(8), big, one);
        pay(ms.get(8), bigTeam.order().code());
        out.append("big=" + bigTeam.team().code() + "\nbigoffer=" + big + "\n");
        out.append("members\n");
        for (var m : ms)
            out.append(jdbc.sql("select phone from member where id=?")
                            .param(m.value())
                            .query(String.class)
                            .single())
                    .append("\n");
        Files.writeString(Path.of("/tmp/shopper/seed.txt"), out.toString());
        while (!Files.exists(Path.of("/tmp/shopper/stop")))
            java.util.concurrent.locks.LockSupport.parkNanos(500_000_000L);
    }
}
