package tuanju.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import support.Together;
import tuanju.card.CardRef;
import tuanju.card.CardRef.Kind;
import tuanju.card.Viewer;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.commission.CommissionExample;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.link.Target;
import tuanju.membership.Memberships;
import tuanju.moderation.RefusedWords;
import tuanju.shop.ShopKeeping.Choice;
import tuanju.shop.ShopKeeping.Wish;

@DisplayName("Members' shops")
class ShopKeepingTest extends CommissionExample {

    @Autowired
    ShopKeeping keeping;

    @Autowired
    ShopViews views;

    @Autowired
    ShopSharing sharing;

    @Autowired
    ShopWatching watching;

    @Autowired
    Shops shops;

    @Autowired
    Memberships memberships;

    @Autowired
    Communities communities;

    @Autowired
    RefusedWords words;

    @BeforeEach
    void join() {
        memberships.join(me(), home.id());
    }

    @Test
    @DisplayName(
            "C-03 whoever belongs somewhere opens one there, once, with a link of their own; who does not belong joins"
                    + " first")
    void isOpenedByWhoBelongs() {
        var shop = opened();

        assertThat(shop.isShown()).isTrue();
        assertThat(links.of(me(), Shop.KIND, shop.code())).isPresent();
        refused(this::opened, "shop-had");
        refused(
                () -> keeping.open(home.member(1), communities.get(home.id()), new Wish("店", "", null)),
                "shop-of-members");
        assertThat(catchThrowable(() -> keeping.show(home.member(1), shop.code(), false)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    @DisplayName("of two tabs that open one, one has it")
    void isOpenedOnceByTwoTabs() {
        var answers = Together.run(List.<Callable<String>>of(this::tryToOpen, this::tryToOpen));

        assertThat(answers).extracting(Together.Outcome::value).containsExactlyInAnyOrder("opened", "shop-had");
    }

    @Test
    @DisplayName("it shows what is on offer there, as it is sold now, in its owner's order and with their words")
    void showsWhatIsOnOffer() {
        var eggs = round.open(home, null, CycleRound.eggs(20_00));
        var more = round.open(home, null, CycleRound.eggs(30_00));
        var shop = opened();
        put(shop, eggs, "我家每周都买", null);
        put(shop, more, "", null);
        put(shop, more, "量大", 1);

        var view = views.of(shop, Viewer.STRANGER);
        assertThat(view.goods()).extracting(it -> it.ref().code()).containsExactly(more.code(), eggs.code());
        assertThat(view.goods()).extracting(ShopView.Item::words).containsExactly("量大", "我家每周都买");
        assertThat(view.goods().getFirst().card().isBuyable()).isTrue();
        assertThat(views.offered(view)).isEmpty();

        keeping.put(me(), shop.code(), new Choice(new CardRef(Kind.CYCLE, more.code()), null, null, null));
        assertThat(views.of(shop, Viewer.STRANGER).goods())
                .extracting(ShopView.Item::words)
                .containsExactly("量大", "我家每周都买");
        keeping.remove(me(), shop.code(), new CardRef(Kind.CYCLE, more.code()));
        assertThat(views.of(shop, Viewer.STRANGER).goods()).hasSize(1);
        assertThat(views.offered(views.of(shop, Viewer.STRANGER))).hasSize(1);
    }

    @Test
    @DisplayName("what is of another community, is not there, or is one too many is not put in")
    void refusesWhatIsNotOnOffer() {
        var shop = opened();
        var elsewhere = round.open(neighbourhoods.found(2), null, CycleRound.eggs(20_00));

        refused(() -> put(shop, elsewhere, "", null), "shop-no-goods");
        var gone = new Choice(new CardRef(Kind.CYCLE, communities.nextCode(home.id())), "", null, null);
        refused(() -> keeping.put(me(), shop.code(), gone), "shop-no-goods");
        jdbc.sql("""
            insert into member_shop_goods (community_id, shop_id, kind, code, place, words)
            select community_id, id, 'OFFER', left(code, 4) || '00000000' || lpad(n::text, 2, '0'), n, ''
            from member_shop, generate_series(1, 20) n where code = ?
            """).param(shop.code().value()).update();
        var here = round.open(home, null, CycleRound.eggs(20_00));
        refused(() -> put(shop, here, "", null), "shop-full");
    }

    @Test
    @DisplayName(
            "what its owner does not see any more is named to them alone and taken out; places are those of what they see")
    void whatIsGoneIsTakenOut() {
        var shop = opened();
        var gone = new CardRef(Kind.OFFER, communities.nextCode(home.id()));
        jdbc.sql("""
            insert into member_shop_goods (community_id, shop_id, kind, code, place, words)
            select community_id, id, 'OFFER', ?, 1, '从前的' from member_shop where code = ?
            """).params(gone.code().value(), shop.code().value()).update();
        var eggs = round.open(home, null, CycleRound.eggs(20_00));
        var more = round.open(home, null, CycleRound.eggs(30_00));
        put(shop, eggs, "", null);
        put(shop, more, "", null);

        put(shop, more, "量大", 2);
        assertThat(inOrder(shop)).containsExactly(eggs.code(), more.code());
        put(shop, more, "量大", 1);
        assertThat(inOrder(shop)).containsExactly(more.code(), eggs.code());
        assertThat(rowsOf(shop)).containsExactly(gone.code(), more.code(), eggs.code());
        put(shop, more, "量大", 99);
        assertThat(inOrder(shop)).containsExactly(eggs.code(), more.code());

        assertThat(views.of(shop, new Viewer(me())).missing())
                .extracting(ShopGoods::ref)
                .containsExactly(gone);
        keeping.remove(me(), shop.code(), gone);
        assertThat(views.of(shop, new Viewer(me())).missing()).isEmpty();
    }

    @Test
    @DisplayName("what is over is not put in; what was there before stays and is advertised no more")
    void whatIsOver() {
        var shop = opened();
        var eggs = round.open(home, null, CycleRound.eggs(20_00));
        var over = round.open(home, null, CycleRound.eggs(30_00));
        put(shop, eggs, "", null);
        for (var cycle : List.of(eggs, over)) {
            round.letTheCutOffCome(cycle);
            round.decide(cycle);
        }

        refused(() -> put(shop, over, "", null), "shop-no-goods");
        put(shop, eggs, "吃完了还想吃", null);
        var view = views.of(shop, Viewer.STRANGER);
        assertThat(view.goods()).hasSize(1);
        assertThat(view.onOffer()).isEmpty();
        assertThat(sharing.openGraph(view).description()).doesNotContain("鸡蛋");
    }

    private List<Code> inOrder(Shop shop) {
        return views.of(shop, new Viewer(me())).goods().stream()
                .map(it -> it.ref().code())
                .toList();
    }

    private List<Code> rowsOf(Shop shop) {
        return jdbc.sql("""
            select g.code from member_shop_goods g join member_shop s using (community_id)
            where s.id = g.shop_id and s.code = ? order by g.place
            """)
                .param(shop.code().value())
                .query((row, number) -> new Code(row.getString("code")))
                .list();
    }

    @ParameterizedTest
    @ValueSource(strings = {"发展下线，躺赚", "二级 分 销 返 佣", "交 300 元成为店主", "看团队业绩给团队奖", "转发即领红包", "earn by your downline"})
    @DisplayName("C-10 its texts pass the law: what promises pay for people is refused with rule, law and what would be"
            + " fine")
    void refusesWhatPromisesPay(String text) {
        var refusal = catchThrowable(() -> keeping.open(me(), communities.get(home.id()), new Wish("店", text, null)));

        assertThat(refusal).asInstanceOf(type(Refusal.class)).satisfies(it -> {
            assertThat(it.getType()).startsWith("against-the-law-c-");
            assertThat(it.getStatus()).isEqualTo(422);
        });
        assertThat(shops.of(me())).isEmpty();
    }

    @Test
    @DisplayName("its texts pass the list of refused words, also those of one thing in it")
    void refusesRefusedWords() {
        words.refuse("加微信号", false, home.leader().value());
        var shop = opened();
        var eggs = round.open(home, null, CycleRound.eggs(20_00));

        refused(() -> put(shop, eggs, "先加微信号再买", null), "word-in-text");
        refused(() -> keeping.change(me(), shop.code(), new Wish("加微信号", "", null), true), "word-in-text");
        words.allow("加微信号", home.leader().value());
    }

    @Test
    @DisplayName("C-01 who bought from a shop came by its owner, who earns on that sale alone; the owner's own purchase"
            + " earns nothing")
    void itsOwnerEarnsOnWhatIsBought() {
        var eggs = round.open(home, null, CycleRound.eggs(20_00));
        var shop = opened();
        put(shop, eggs, "", null);
        var link = links.of(me(), Shop.KIND, shop.code()).orElseThrow();

        paid(eggs, 0, link, 1);
        paid(eggs, 1, link, 2);

        assertThat(commissions()).containsExactly(3_20L);
        assertThat(views.brought(shop)).satisfies(it -> {
            assertThat(it.orders()).isEqualTo(1);
            assertThat(it.paid()).isEqualTo(1);
            assertThat(it.sum().fen()).isEqualTo(40_00);
            assertThat(it.earned().fen()).isEqualTo(3_20);
        });
    }

    @Test
    @DisplayName("C-01 of a shop and another's link one has the sale: the one the order names")
    void oneReceiverOfShopAndLink() {
        var eggs = round.open(home, null, CycleRound.eggs(20_00));
        var shop = opened();
        referrers.accept(home.member(2), home.id());
        var other = links.make(home.member(2), new Target(Shop.KIND, shop.code()), "");

        paid(eggs, 1, other, 1);

        assertThat(jdbc.sql("select referrer_id from commission where community_id = ?")
                        .param(home.id().value())
                        .query(UUID.class)
                        .list())
                .containsExactly(home.member(2).value());
        assertThat(views.brought(shop).orders()).isZero();
    }

    @Test
    @DisplayName(
            "closed, taken from view, or of who left the community, nobody else finds it; its owner hears why it was"
                    + " taken")
    void isGoneForOthers() {
        var shop = opened();

        keeping.show(me(), shop.code(), false);
        assertThat(isFound(shop.code())).isFalse();
        keeping.show(me(), shop.code(), true);
        assertThat(isFound(shop.code())).isTrue();

        watching.hide(shop.code(), "写了别家的电话", home.leader());
        watching.hide(shop.code(), "写了别家的电话", home.leader());
        assertThat(isFound(shop.code())).isFalse();
        assertThat(shops.own(me(), shop.code()).state()).isEqualTo(Shop.State.HIDDEN);
        assertThat(told("shop.told.hidden")).isEqualTo(1);
        watching.show(shop.code(), home.leader());
        assertThat(isFound(shop.code())).isTrue();

        memberships.leave(me(), home.id());
        assertThat(isFound(shop.code())).isFalse();
    }

    private int told(String topic) {
        return jdbc.sql("select count(*) from notification where member_id = ? and topic = ?")
                .params(me().value(), topic)
                .query(Integer.class)
                .single();
    }

    private boolean isFound(Code code) {
        return catchThrowable(() -> shops.shown(code)) == null;
    }

    private String tryToOpen() {
        try {
            opened();
            return "opened";
        } catch (Refusal refusal) {
            return refusal.getType();
        }
    }

    private Shop opened() {
        return keeping.open(me(), communities.get(home.id()), new Wish("小李挑的", "都是我家常买的", null));
    }

    private void put(Shop shop, CycleCard cycle, String said, @Nullable Integer place) {
        keeping.put(me(), shop.code(), new Choice(new CardRef(Kind.CYCLE, cycle.code()), said, null, place));
    }

    private static void refused(ThrowingCallable act, String as) {
        assertThat(catchThrowable(act))
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::getType)
                .isEqualTo(as);
    }
}
