package tuanju.chain.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tuanju.address.Door;
import tuanju.chain.transfer.Matching.Found;
import tuanju.chain.transfer.Matching.Open;
import tuanju.chain.transfer.Matching.Sent;
import tuanju.money.Money;

/** A transfer pays an order by itself only where amount and name are the same and nothing else fits. */
class MatchingTest {

    private final List<Open> open = new ArrayList<>();
    private final List<Open> elsewhere = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();

    @Test
    void sameAmountAndSameNameIsSure() {
        open.add(order("温岚", Door.of("3", "501"), "35.00"));
        open.add(order("石磊", Door.of("5", "302"), "35.00"));

        assertThat(sure(from("🌷温 岚", "35.00"))).isEqualTo(open.getFirst().guest());
    }

    @Test
    void aDoorWithTheNameIsNoPartOfTheName() {
        open.add(order("温岚", Door.of("3", "501"), "35.00"));

        assertThat(sure(from("3-501温岚", "35.00"))).isNotNull();
        assertThat(sure(from("温嵐 3号楼501室", "35.00"))).isNotNull();
    }

    @Test
    void anotherDoorIsAskedAbout() {
        open.add(order("温岚", Door.of("3", "501"), "35.00"));

        var found = found(from("5-302温岚", "35.00"));

        assertThat(found.sure()).isNull();
        assertThat(found.choices()).hasSize(1);
    }

    @Test
    void neverByItselfWhenTwoOrdersFit() {
        open.add(order("温岚", Door.of("3", "501"), "35.00"));
        open.add(order("温岚", Door.of("5", "302"), "35.00"));

        var found = found(from("温岚", "35.00"));

        assertThat(found.sure()).isNull();
        assertThat(found.choices()).hasSize(2);
    }

    @Test
    void neverByItselfWhenTwoTransfersFit() {
        open.add(order("温岚", Door.UNKNOWN, "35.00"));
        sent.add(from("温岚", "35.00"));

        assertThat(sure(from("温岚", "35.00"))).isNull();
    }

    @Test
    void neverByItselfWhenAnOrderOfAnotherCycleFitsAsWell() {
        open.add(order("温岚", Door.UNKNOWN, "35.00"));
        elsewhere.add(order("温岚", Door.UNKNOWN, "35.00"));

        assertThat(sure(from("温岚", "35.00"))).isNull();
    }

    @Test
    void aNameThatIsOnlyAlikeIsAskedAbout() {
        open.add(order("温岚妈妈", Door.UNKNOWN, "35.00"));

        for (var name : List.of("温岚", "*岚妈妈", "别人")) {
            assertThat(sure(from(name, "35.00"))).isNull();
        }
        assertThat(found(from("温岚", "40.00")).alike()).hasSize(1);
    }

    @Test
    void theLikelyOnesComeFirst() {
        open.add(order("石磊", Door.of("5", "302"), "35.00"));
        open.add(order("于娜", Door.of("6", "101"), "35.00"));
        open.add(order("温岚妈妈", Door.of("3", "501"), "35.00"));

        assertThat(found(from("温岚", "35.00")).choices().getFirst().name()).isEqualTo("温岚妈妈");
        var noted = new Sent(UUID.randomUUID(), "小月亮", "6-101 鸡蛋", Money.ofYuan("35.00"));
        assertThat(found(noted).choices().getFirst().name()).isEqualTo("于娜");
    }

    @Test
    void whatFitsNeitherByAmountNorByNameIsNobodys() {
        open.add(order("温岚", Door.UNKNOWN, "35.00"));

        assertThat(found(from("便利店", "8.00")).isNobodys()).isTrue();
    }

    private @Nullable UUID sure(Sent one) {
        return found(one).sure();
    }

    private Found found(Sent one) {
        var all = new ArrayList<>(sent);
        all.add(one);
        return Matching.of(all, open, elsewhere).getLast();
    }

    private static Sent from(String name, String yuan) {
        return new Sent(UUID.randomUUID(), name, "", Money.ofYuan(yuan));
    }

    private static Open order(String name, Door door, String yuan) {
        return new Open(UUID.randomUUID(), name, door, Money.ofYuan(yuan));
    }
}
