package tuanju.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tuanju.address.AddressFlag.Kind;

class AddressReaderTest {

    private static final Neighbourhood LANE_500 = Neighbourhood.at("上海市闵行区某某路500弄");

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    某某路500弄86号801室            | 86-801
                    某某路500弄86号801              | 86-801
                    某某路500弄86-801               | 86-801
                    某某路500弄86－801              | 86-801
                    某某路500弄86–801（花园）       | 86-801
                    某某路500弄86—801室。           | 86-801
                    某某路500弄 86 801              | 86-801
                    某某路500弄86#801               | 86-801
                    某某路500弄８６号８０１室       | 86-801
                    某某路5OO弄86号8O1室。          | 86-801
                    某某路五百弄86号801             | 86-801
                    某某路五百弄八十六号八〇一室    | 86-801
                    某某路500弄86801                | 86-801
                    某某路。500弄。86号。801        | 86-801
                    某某路500弄86栋801              | 86-801
                    某某路500弄86幢2单元801室       | 86-2-801
                    某某路500弄86号楼801            | 86-801
                    某某路500弄86号8楼801           | 86-801
                    某某路500弄86号8层801室         | 86-801
                    某某路500弄86-2-801             | 86-2-801
                    某某路500弄花园2期86号801室     | 86-801
                    某某路500弄” 86号801室          | 86-801
                    某某路500弄 86-801花园          | 86-801
                    500-86-801                      | 86-801
                    花园86号801                     | 86-801
                    某某路500号花园86号801室        | 86-801
                    某某路500号86#801               | 86-801
                    某某路500号花园86-801           | 86-801
                    某某路500弄86号801室电话13800000000 | 86-801
                    某某路500弄500弄86号801         | 86-801
                    某某路500弄3号1701室            | 3-1701
                    某某路500弄1号301               | 1-301
                    某某路500弄B栋1201              | B-1201
                    某某路500弄86号801A             | 86-801A
                    某某路500弄29号别墅             | 29-别墅
                    某某路500弄08号0801室           | 8-801
                    某某路500弄86号801室86号801室   | 86-801
                    中山路12号801室                 | 12-801
                    """)
    void readsWhatIsMeant(String text, String door) {
        assertThat(read(text).door().withoutLane().shown()).isEqualTo(door);
    }

    @ParameterizedTest(name = "{0} is {2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    某某路500弄                     | BUILDING_MISSING    | ?
                    某某路500弄86号                 | ROOM_MISSING        | 86
                    某某路500弄801室                | BUILDING_MISSING    | 801
                    某某路500弄801                  | AMBIGUOUS_NUMBER    | ?
                    某某路500弄1201                 | AMBIGUOUS_NUMBER    | ?
                    某某路500弄111102               | AMBIGUOUS_NUMBER    | ?
                    500号801                        | BUILDING_IS_LANE    | 801
                    某某路600弄86号801              | OTHER_LANE          | 86-801
                    某某路500弄86号801或87号105     | SEVERAL_DOORS       | 86-801
                    某某路500弄600弄86号801         | LANES_DISAGREE      | 86-801
                    某某路500弄86号5                | UNUSUAL_ROOM        | 86-5
                    谢谢                            | BUILDING_MISSING    | ?
                    """)
    void asksForALookWhereItCannotBeSure(String text, Kind kind, String door) {
        var address = read(text);

        assertThat(address.has(kind)).isTrue();
        assertThat(address.attention()).isEqualTo(Attention.LOOK);
        assertThat(address.door().withoutLane().shown()).isEqualTo(door.equals("?") ? "" : door);
    }

    @Test
    void splitsAGluedNumberOnlyWhereOneSplitMakesSense() {
        var alone = read("某某路500弄861101");
        var helped = AddressReader.in(LANE_500.withBuildings(Set.of("86"))).read(WrittenAddress.text("某某路500弄861101"));
        var confirmed = read(new WrittenAddress("某某路500弄86801", "", "801", "86", "500"));

        assertThat(alone.has(Kind.AMBIGUOUS_NUMBER)).isTrue();
        assertThat(helped.door().withoutLane().shown()).isEqualTo("86-1101");
        assertThat(helped.attention()).isEqualTo(Attention.REPAIRED);
        assertThat(confirmed.flags()).containsExactly(Kind.GLUED_NUMBER.with("86801 → 86 / 801"));
    }

    @Test
    @DisplayName("A note that names a door wins over the columns, and says so")
    void noteOverridesColumns() {
        var address = read(new WrittenAddress("某某路500弄", "22:帮忙送到87-105", "302", "48", "500"));

        assertThat(address.building()).isEqualTo(new AddressPart("87", AddressOrigin.NOTE));
        assertThat(address.room()).isEqualTo(new AddressPart("105", AddressOrigin.NOTE));
        assertThat(address.flags()).contains(Kind.NOTE_OVERRIDES.with("87-105 ← 48-302"));
        assertThat(address.attention()).isEqualTo(Attention.LOOK);
    }

    @Test
    void columnsAndNoteTogetherOverruleTheText() {
        var written = new WrittenAddress("某某路500弄69号902", "71:地址是花园500弄47号102", "102", "47", "500");

        assertThat(read(written).door().withoutLane().shown()).isEqualTo("47-102");
        assertThat(read(written).flags()).containsExactly(Kind.TEXT_OVERRIDDEN.with("47-102 ← 69-902"));
    }

    @Test
    void textAndNoteTogetherOverruleTheColumns() {
        var address = read(new WrittenAddress("某某路500弄47号102", "是47-102", "902", "69", "500"));

        assertThat(address.door().withoutLane().shown()).isEqualTo("47-102");
        assertThat(address.attention()).isEqualTo(Attention.REPAIRED);
    }

    @ParameterizedTest
    @CsvSource({"6-8点送", "5-24送到", "2个大的", "13812345678", "86号门口放", "要5-6斤的", "谢谢团长", "送3箱"})
    void aNoteAboutSomethingElseNamesNoDoor(String note) {
        var address = read(new WrittenAddress("某某路500弄48号302", note, "302", "48", "500"));

        assertThat(address.door().withoutLane().shown()).isEqualTo("48-302");
        assertThat(address.attention()).isEqualTo(Attention.MATCHED);
    }

    @Test
    void aNoteMayChangeTheRoomAlone() {
        var address = read(new WrittenAddress("某某路500弄48号302", "改送402室", "302", "48", "500"));

        assertThat(address.door().withoutLane().shown()).isEqualTo("48-402");
        assertThat(address.has(Kind.NOTE_OVERRIDES)).isTrue();
    }

    @Test
    void columnsAreFollowedAgainstTheTextButALookIsAskedFor() {
        var address = read(new WrittenAddress("某某路500弄48号302", "", "902", "48", "500"));

        assertThat(address.door().withoutLane().shown()).isEqualTo("48-902");
        assertThat(address.flags()).containsExactly(Kind.COLUMNS_DISAGREE_WITH_TEXT.with("48-902 ≠ 48-302"));
    }

    @ParameterizedTest(name = "房号 {0} · 楼号 {1} · 弄号 {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    502      | 52          | 500                  | 52-502  | MATCHED
                    502室    | 52号        | 500弄                | 52-502  | MATCHED
                    502      | 52          | 500 弄               | 52-502  | MATCHED
                    502      | 52          | 某某路500弄花园      | 52-502  | MATCHED
                    502号。  | 52－502室。 | 500弄                | 52-502  | REPAIRED
                    201室    | 69号        | 某某路500弄69号201室 | 69-201  | REPAIRED
                    701      | 57          | 500号                | 57-701  | REPAIRED
                    别墅     | 29号        | 500                  | 29-别墅 | MATCHED
                    801      | 500         | 500                  | 801     | LOOK
                    502      | 52-601      | 500                  | 52-502  | LOOK
                    两位     | 52          | 500                  | 52      | LOOK
                    52-502   | ''          | 500                  | 52-502  | REPAIRED
                    ５０２   | 五十二号    | 500                  | 52-502  | REPAIRED
                    """)
    void readsColumnsAsPeopleFillThem(String room, String building, String lane, String door, Attention attention) {
        var address = read(new WrittenAddress("", "", room, building, lane));

        assertThat(address.door().withoutLane().shown()).isEqualTo(door);
        assertThat(address.attention()).isEqualTo(attention);
    }

    @Test
    void keepsAWishFromTheAddress() {
        var address = read("某某路500弄89号1201室（请送到家）");

        assertThat(address.flags()).containsExactly(Kind.REQUEST.with("请送到家"));
    }

    @Test
    void readsTenThousandHostileCharactersInNoTime() {
        var hostile = "1-".repeat(5_000) + "O0".repeat(5_000) + "弄".repeat(100);

        assertThat(read(hostile).attention()).isEqualTo(Attention.LOOK);
    }

    private static Address read(String text) {
        return read(WrittenAddress.text(text));
    }

    private static Address read(WrittenAddress written) {
        return AddressReader.in(LANE_500).read(written);
    }
}
