package tuanju.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tuanju.address.Door;
import tuanju.community.Code;
import tuanju.money.Money;
import tuanju.order.Address;
import tuanju.order.LineId;
import tuanju.order.OrderId;
import tuanju.order.OrderKind;
import tuanju.order.OrderLineCard;
import tuanju.order.OrderStatus;
import tuanju.order.book.OrderSheet;
import tuanju.order.dues.Dues;
import tuanju.pickup.PickupSheets;

@DisplayName("W-50 W-54 a household is found by whatever somebody types of it")
class WordsTest {

    private static final HouseholdRow WANG = row(new Door("", "5", "", "602"), "王小美");
    private static final HouseholdRow WITH_UNIT = row(new Door("500", "5", "1", "602"), "李四");
    private static final HouseholdRow OTHER = row(new Door("", "56", "", "1602"), "赵六");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5-602",
                "5号楼602",
                "5号602室",
                "5栋602",
                "5602",
                "5-6",
                "602",
                "５－６０２",
                "王小美",
                "小美",
                "wxm",
                "WX",
                "0001",
                "13800000001",
                "鸡蛋",
                "ab12cd",
                "AB12CD",
                "放门口",
                "5号楼 鸡蛋",
                "5 王"
            })
    void byItsDoorItsNameItsPhoneItsCodeAndItsGoods(String typed) {
        assertThat(Words.of(typed).fit(WANG)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5-1-602", "5-602", "51602", "5602", "500弄5号楼1单元602", "1-602", "5-1-6"})
    void alsoWhereItHasAUnit(String typed) {
        assertThat(Words.of(typed).fit(WITH_UNIT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5-602", "6-602", "5号楼", "wxn", "0002", "13900000001", "梨", "ab12c", "AB12", "王 梨"})
    void andNothingElseIs(String typed) {
        assertThat(Words.of(typed).fit(OTHER)).isFalse();
        assertThat(Words.of(typed).fit(WANG)).isEqualTo(typed.equals("5-602") || typed.equals("5号楼"));
    }

    @Test
    void nothingTypedIsEverybody() {
        assertThat(Words.of("  ").isNothing()).isTrue();
        assertThat(Words.of("-").fit(WANG)).isFalse();
    }

    private static HouseholdRow row(Door door, String name) {
        boolean isWang = name.startsWith("王");
        var line = new OrderLineCard(
                new LineId(new UUID(0, 9)),
                null,
                null,
                null,
                "鸡蛋",
                "30枚",
                null,
                Money.ofYuan("10"),
                null,
                1,
                Money.ZERO,
                Money.ofYuan("10"),
                Money.ZERO,
                null);
        var sheet = new OrderSheet(
                new OrderId(new UUID(0, 1)),
                new Code("5HPPT61DQHQBQP"),
                OrderKind.IMPORT,
                OrderStatus.CONFIRMED,
                null,
                null,
                name,
                isWang ? "138****0001" : "",
                Address.of(door, "written"),
                new UUID(0, 3),
                "3号门",
                null,
                null,
                isWang ? "AB12CD" : "ZZZZZZ",
                isWang ? "放门口" : "",
                Money.ofYuan("10"),
                Dues.NOTHING,
                List.of(line),
                Instant.EPOCH,
                null);
        var bag = PickupSheets.sheet(List.of(sheet)).households().getFirst();
        return new HouseholdRow(
                bag.at().equals(door) ? bag : new tuanju.pickup.Household(door, bag.orders()),
                List.of(sheet),
                HouseholdState.COMING,
                Set.of(Chip.ALL),
                null,
                new ByHand(Money.ZERO, null),
                false);
    }
}
