package tuanju.chain.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tuanju.address.Door;
import tuanju.chain.ChainOrders;
import tuanju.chain.reading.Guest;
import tuanju.chain.telling.GuestsShown.Place;
import tuanju.community.Code;
import tuanju.order.dues.Dues;

@DisplayName("Whoever ticks payments of 120 households")
class GuestsShownTest {

    private static final List<ChainOrders.Row> ALL =
            IntStream.rangeClosed(1, 120).mapToObj(GuestsShownTest::guest).toList();

    @Test
    void seesFiftyAtATimeAndNobodyTwice() {
        var first = GuestsShown.of(ALL, new Place(null, null));
        var second = GuestsShown.of(ALL, new Place(null, UUID.fromString(String.valueOf(first.next()))));
        var third = GuestsShown.of(ALL, new Place(null, UUID.fromString(String.valueOf(second.next()))));

        assertThat(third.next()).isNull();
        assertThat(List.of(first.shown(), second.shown(), third.shown()))
                .extracting(List::size)
                .containsExactly(50, 50, 20);
        assertThat(third.shown().getLast()).isEqualTo(ALL.getLast());
    }

    @Test
    void findsADoorANameAndTheEndOfAPhone() {
        assertThat(found("7-1-70 ")).extracting(it -> it.guest().name()).containsExactly("邻居70");
        assertThat(found("邻居119")).hasSize(1);
        assertThat(found("0042")).extracting(it -> it.guest().name()).containsExactly("邻居42");
        assertThat(found("没有这个人")).isEmpty();
    }

    @Test
    void comesBackToTheSamePlaceAfterATick() {
        var after = new UUID(0, 50);

        assertThat(new Place(null, null).path(new Code("5HPPT61DQHQBQP")))
                .isEqualTo("/lead/cycles/5HPPT61DQHQBQP/texts#guests");
        assertThat(new Place("3号楼 & 5", after).path(new Code("5HPPT61DQHQBQP")))
                .isEqualTo(
                        "/lead/cycles/5HPPT61DQHQBQP/texts?q=3%E5%8F%B7%E6%A5%BC%20%26%205&after=" + after + "#guests");
    }

    private static List<ChainOrders.Row> found(String words) {
        return GuestsShown.of(ALL, new Place(words, null)).shown();
    }

    private static ChainOrders.Row guest(int number) {
        var door = new Door("", Integer.toString(number / 10), "1", Integer.toString(number));
        var guest = new Guest("邻居" + number, door, "1380000%04d".formatted(number));
        return new ChainOrders.Row(new UUID(0, number), new UUID(1, number), null, guest, Dues.NOTHING);
    }
}
