package tuanju.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import support.Together;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.commission.CommissionExample;
import tuanju.community.Communities;
import tuanju.member.MemberId;
import tuanju.membership.Memberships;
import tuanju.shop.ShopKeeping.Wish;

@DisplayName("What neighbours wish for in the shop of whoever curates")
class ShopWishesTest extends CommissionExample {

    @Autowired
    ShopKeeping keeping;

    @Autowired
    ShopWishes wishes;

    @Autowired
    Memberships memberships;

    @Autowired
    Communities communities;

    private Shop shop;
    private MemberId neighbour;

    @BeforeEach
    void curate() {
        memberships.join(me(), home.id());
        neighbour = home.member(1);
        memberships.join(neighbour, home.id());
        role("CURATOR");
        shop = keeping.open(me(), communities.get(home.id()), new Wish("小李挑的", "", null));
    }

    @Test
    @DisplayName("is read by its owner, answered by them alone, and then by everybody")
    void isAnsweredInPublic() {
        var wish = wishes.ask(neighbour, shop.code(), "有没有散养的鸭蛋？");

        assertThat(seen(null)).isEmpty();
        assertThat(seen(neighbour)).hasSize(1);
        assertThat(seen(me())).extracting(ShopWish::words).containsExactly("有没有散养的鸭蛋？");
        assertThat(catchThrowable(() -> wishes.answer(neighbour, shop.code(), wish, "有")))
                .isInstanceOf(NotFound.class);
        wishes.answer(me(), shop.code(), wish, "问到了");
        wishes.answer(me(), shop.code(), wish, "问到了，周四开团");
        assertThat(seen(null)).extracting(ShopWish::answer).containsExactly("问到了，周四开团");
        assertThat(told(neighbour, "shop.told.answered")).isEqualTo(1);
        assertThat(told(me(), "shop.told.wished")).isEqualTo(1);
    }

    @Test
    @DisplayName("three of one member wait at most, also from many tabs; whoever does not belong there joins first")
    void inMeasure() {
        var asked = Together.run(IntStream.range(0, 8)
                .mapToObj(it -> (Callable<UUID>) () -> wishes.ask(neighbour, shop.code(), "想要 " + it))
                .toList());

        assertThat(asked.stream().filter(Together.Outcome::succeeded)).hasSize(3);
        assertThat(seen(me())).hasSize(3);
        refused(() -> wishes.ask(neighbour, shop.code(), "再要一样"), "shop-wishes-wait");
        refused(() -> wishes.ask(home.member(2), shop.code(), "鸭蛋"), "shop-wish-of-members");
        refused(() -> wishes.ask(neighbour, shop.code(), " "), "text-missing");
    }

    @Test
    @DisplayName(
            "C-03 nobody is asked in the shop of who does not curate, and curating shows nothing more and changes no"
                    + " level")
    void ofCuratorsAlone() {
        role("MEMBER");
        assertThat(catchThrowable(() -> wishes.ask(neighbour, shop.code(), "鸭蛋")))
                .isInstanceOf(NotFound.class);
        role("CURATOR");
        assertThat(jdbc.sql("select may_see(?, ?, 1::smallint)")
                        .params(home.id().value(), me().value())
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    @DisplayName("what waits stands before what was answered, however many came since, page by page")
    void whatWaitsStandsFirst() {
        var first = wishes.ask(neighbour, shop.code(), "鸭蛋");
        jdbc.sql("""
            insert into member_shop_wish (community_id, id, shop_id, member_id, words, answer, answered_at)
            select community_id, uuidv7(), id, ?, '想要 ' || n, '有', now() from member_shop, generate_series(1, 500) n where code = ?
            """).params(neighbour.value(), shop.code().value()).update();

        assertThat(seen(me()).getFirst().id()).isEqualTo(first);
        assertThat(seen(neighbour).getFirst().id()).isEqualTo(first);
        assertThat(seen(null)).hasSize(ShopWishes.PAGE).allMatch(ShopWish::isAnswered);
        var all = new ArrayList<UUID>();
        for (var page = wishes.of(shop, me(), null); ; page = wishes.of(shop, me(), page.next())) {
            page.items().forEach(it -> all.add(it.id()));
            if (page.next() == null) {
                break;
            }
        }
        assertThat(all).hasSize(501).doesNotHaveDuplicates();
        assertThat(wishes.of(shop, me(), UUID.randomUUID()).items().getFirst().id())
                .isEqualTo(first);
    }

    @Test
    @DisplayName("who asked takes it back and may ask again; the owner or an operator drops one, and who asked is told")
    void isTakenBackOrDropped() {
        var ids = IntStream.range(0, 3)
                .mapToObj(it -> wishes.ask(neighbour, shop.code(), "想要 " + it))
                .toList();
        assertThat(catchThrowable(() -> wishes.remove(home.member(2), shop.code(), ids.getFirst())))
                .isInstanceOf(NotFound.class);

        wishes.remove(neighbour, shop.code(), ids.get(0));
        assertThat(told(neighbour, "shop.told.wish-dropped")).isZero();
        var again = wishes.ask(neighbour, shop.code(), "鸭蛋");
        wishes.remove(me(), shop.code(), ids.get(1));
        wishes.drop(shop.code(), ids.get(2), home.leader());
        assertThat(told(neighbour, "shop.told.wish-dropped")).isEqualTo(2);
        assertThat(seen(me())).extracting(ShopWish::id).containsExactly(again);
        assertThat(catchThrowable(() -> wishes.drop(shop.code(), ids.get(2), home.leader())))
                .isInstanceOf(NotFound.class);
    }

    private List<ShopWish> seen(@Nullable MemberId reader) {
        return wishes.of(shop, reader, null).items();
    }

    private void role(String role) {
        jdbc.sql("update membership set role = ? where community_id = ? and member_id = ?")
                .params(List.of(role, home.id().value(), me().value()))
                .update();
    }

    private int told(MemberId member, String topic) {
        return jdbc.sql("select count(*) from notification where member_id = ? and topic = ?")
                .params(member.value(), topic)
                .query(Integer.class)
                .single();
    }

    private static void refused(ThrowingCallable act, String as) {
        assertThat(catchThrowable(act))
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::getType)
                .isEqualTo(as);
    }
}
