package tuanju.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the style, the door that was written is the door that is read. */
class AddressStylesTest {

    /** A door and the many ways to write it. */
    record Written(int lane, int building, int room, String style) {
        String text() {
            return style.replace("L", "" + lane).replace("B", "" + building).replace("R", "" + room);
        }

        String door() {
            var unit = style.contains("1单元") ? "1-" : style.contains("B-3-R") ? "3-" : "";
            return building + "-" + unit + room;
        }
    }

    private static final List<String> STYLES = List.of(
            "某路L弄B号R室",
            "某路L弄B号R",
            "某路L弄B-R",
            "某路L弄 B－R",
            "某路L弄B–R（花园）",
            "某路L弄B#R",
            "某路L弄，B栋，R室",
            "某路L弄B幢1单元R",
            "某路L弄花园B号楼R室。",
            "某路。L弄。B号。R",
            "某镇某路L弄 B R室",
            "某路L号花园B号R室",
            "L弄B-3-R");

    @Property(tries = 2000)
    void roundTrip(@ForAll("doors") Written written) {
        var address = AddressReader.in(Neighbourhood.UNKNOWN).read(WrittenAddress.text(written.text()));

        assertThat(address.door().withoutLane().shown()).isEqualTo(written.door());
        assertThat(address.lane()).isEqualTo(new AddressPart("" + written.lane(), AddressOrigin.TEXT));
        assertThat(address.attention()).isNotEqualTo(Attention.LOOK);
    }

    @Property(tries = 500)
    void wideAndLetteredDigitsReadTheSame(@ForAll("doors") Written written) {
        var wide = new StringBuilder();
        written.text().chars().forEach(c -> wide.append((char) (c >= '0' && c <= '9' ? c + 0xFEE0 : c)));
        var lettered = written.text().replaceAll("(?<=\\d)0", "O");

        assertThat(door(wide.toString())).isEqualTo(door(written.text()));
        assertThat(door(lettered)).isEqualTo(door(written.text()));
    }

    @Property(tries = 500)
    void columnsThatAgreeNeverNeedALook(@ForAll("doors") Written written) {
        var address = AddressReader.in(Neighbourhood.UNKNOWN)
                .read(new WrittenAddress(
                        written.text(), "", written.room() + "室", written.building() + "号", "" + written.lane()));

        assertThat(address.attention()).isNotEqualTo(Attention.LOOK);
        assertThat(address.building()).isEqualTo(new AddressPart("" + written.building(), AddressOrigin.COLUMN));
    }

    @Property(tries = 1000)
    void nothingMakesItFail(@ForAll String text, @ForAll String note, @ForAll String column) {
        var address =
                AddressReader.in(Neighbourhood.UNKNOWN).read(new WrittenAddress(text, note, column, column, column));

        assertThat(address.text()).isEqualTo(text);
    }

    @Provide
    Arbitrary<Written> doors() {
        var rooms = Combinators.combine(
                        Arbitraries.integers().between(1, 33),
                        Arbitraries.integers().between(1, 8))
                .as((floor, door) -> floor * 100 + door);
        return Combinators.combine(
                        Arbitraries.integers().between(200, 3999),
                        Arbitraries.integers().between(1, 199),
                        rooms,
                        Arbitraries.of(STYLES))
                .as(Written::new);
    }

    private static String door(String text) {
        return AddressReader.in(Neighbourhood.UNKNOWN)
                .read(WrittenAddress.text(text))
                .door()
                .withoutLane()
                .shown();
    }
}
