package tuanju.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

@Tag("many")
class NaturalOrderTest {

    @Test
    void sortsDoorsAsPeopleWalkPastThem() {
        var doors = List.of("3", "5", "12", "12A", "12B", "27", "101", "1002", "10001", "A座", "别墅", "");
        var shuffled = new ArrayList<>(doors);
        Collections.reverse(shuffled);

        shuffled.sort(NaturalOrder.OF_DOORS);

        assertThat(shuffled).containsExactlyElementsOf(doors);
    }

    @Test
    void comparesNumbersThatNoIntegerHolds() {
        assertThat(NaturalOrder.OF_DOORS.compare("99999999999999999999", "100000000000000000000"))
                .isNegative();
    }

    @Property
    void isATotalOrder(@ForAll @Door String one, @ForAll @Door String two, @ForAll @Door String three) {
        var order = NaturalOrder.OF_DOORS;
        assertThat(Integer.signum(order.compare(one, two))).isEqualTo(-Integer.signum(order.compare(two, one)));
        assertThat(order.compare(one, two) == 0).isEqualTo(one.equals(two));
        if (order.compare(one, two) <= 0 && order.compare(two, three) <= 0) {
            assertThat(order.compare(one, three)).isNotPositive();
        }
    }

    @StringLength(max = 6)
    @Chars({'0', '1', '2', 'A', '-', '墅'})
    @CharRange(from = '0', to = '3')
    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    @interface Door {}
}
