package tuanju.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** W-20: the unit (单元) is part of a door. */
class DoorTest {

    private static final Door OF_UNIT_1 = new Door("", "3", "1", "502");

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    3号楼1单元502          | 3-1-502
                    3-1-502                | 3-1-502
                    3栋1单元502室          | 3-1-502
                    三号楼一单元五零二     | 3-1-502
                    ３号楼１单元５０２     | 3-1-502
                    3號樓1單元502          | 3-1-502
                    3幢01单元0502          | 3-1-502
                    3#楼1门502             | 3-1-502
                    3号楼 1单元 5楼 502    | 3-1-502
                    3棟1單元502            | 3-1-502
                    3号楼2单元502          | 3-2-502
                    3-2-502                | 3-2-502
                    B座1单元1201           | B-1-1201
                    3号楼A单元502          | 3-A-502
                    3号楼8楼801            | 3-801
                    3号楼502门口           | 3-502
                    3号楼502               | 3-502
                    2单元502               | 2单元502
                    2栋2单元               | 2号楼2单元
                    """)
    void oneDoorHasOneNameHoweverItIsWritten(String written, String door) {
        assertThat(read(written).door().shown()).isEqualTo(door);
        assertThat(read(written).flags()).extracting(AddressFlag::kind).doesNotContain(AddressFlag.Kind.SEVERAL_DOORS);
    }

    /** W-33, case 10: addresses of other cities are right or asked about. */
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    四川成都高新区天府大道中段530号东方希望天祥广场a座4302号 | A-4302    | MATCHED
                    山东省青岛市市北区马兰花园小区2栋2单元                   | 2号楼2单元 | LOOK
                    湖南省长沙市岳麓区咸嘉湖西路馨香雅苑1栋2单元704          | 1-2-704   | MATCHED
                    朝阳区望京西园三区316楼1单元1202                         | 316-1-1202 | MATCHED
                    龙湖区黄山路潮华雅居10栋000房                            | 10-000    | LOOK
                    某某小区3栋附2号502                                      | 3-2       | LOOK
                    某某小区3栋1单元2单元502                                 | 3-1-502   | LOOK
                    """)
    void doorsOfOtherCities(String written, String door, Attention attention) {
        assertThat(read(written).door().withoutLane().shown()).isEqualTo(door);
        assertThat(read(written).attention()).isEqualTo(attention);
    }

    @ParameterizedTest(name = "{0} · {1} · {2} is {3}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    3号楼      | ''     | 1单元502 | 3-1-502
                    3          | 1单元  | 502室    | 3-1-502
                    3号楼1单元 | ''     | 502      | 3-1-502
                    3          | ''     | 1-502    | 3-1-502
                    ''         | ''     | 3-1-502  | 3-1-502
                    3-1-502    | ''     | ''       | 3-1-502
                    三号楼     | 一单元 | 502      | 3-1-502
                    3          | ''     | 502      | 3-502
                    b座        | ''     | 12a      | B-12A
                    29号       | ''     | 别墅     | 29-别墅
                    """)
    void fieldsAreUnderstoodAsPeopleFillThem(String building, String unit, String room, String door) {
        assertThat(Door.typed("", building, unit, room).shown()).isEqualTo(door);
    }

    @Test
    void doorsOfTwoUnitsAreNeverOne() {
        assertThat(OF_UNIT_1).isNotEqualTo(new Door("", "3", "2", "502"));
        assertThat(OF_UNIT_1.canBe(new Door("", "3", "2", "502"))).isFalse();
        assertThat(OF_UNIT_1.canBe(Door.of("3", "502"))).isTrue();
    }

    @Test
    void withoutItsUnitADoorInABuildingWithUnitsIsNobodysInParticular() {
        var doors = Doors.of(List.of(OF_UNIT_1, Door.of("3", "502"), Door.of("5", "502")));

        assertThat(doors.isOneHousehold(OF_UNIT_1)).isTrue();
        assertThat(doors.isOneHousehold(Door.of("3", "502"))).isFalse();
        assertThat(doors.lacksUnit(Door.of("3", "502"))).isTrue();
        assertThat(doors.isOneHousehold(Door.of("5", "502"))).isTrue();
    }

    @Test
    void unitsAreWalkedOneAfterTheOther() {
        var walked = List.of(
                Door.of("", "502"),
                new Door("", "3", "1", "502"),
                new Door("", "3", "1", "1101"),
                new Door("", "3", "2", "101"),
                new Door("", "3", "11", "101"),
                Door.of("3", "101"),
                Door.of("12", "101"));
        var mixed = new ArrayList<>(walked);
        Collections.shuffle(mixed, new Random(20));

        assertThat(mixed.stream().sorted()).isEqualTo(walked);
    }

    @Test
    void aGroupReadsTheUnitButNotTheRoom() {
        assertThat(OF_UNIT_1.masked()).isEqualTo("3-1-5**");
        assertThat(Door.of("3", "502").masked()).isEqualTo("3-5**");
        assertThat(Door.of("3", "").masked()).isEqualTo("3");
        assertThat(Door.UNKNOWN.masked()).isEmpty();
    }

    @Test
    void aUnitThatNobodyNamedIsMissedWhereOthersNameIt() {
        var known = Neighbourhood.UNKNOWN.knowing(List.of(OF_UNIT_1));

        assertThat(AddressReader.in(known).read(WrittenAddress.text("3号楼502")).has(AddressFlag.Kind.UNIT_MISSING))
                .isTrue();
        assertThat(AddressReader.in(known).read(WrittenAddress.text("5号楼502")).has(AddressFlag.Kind.UNIT_MISSING))
                .isFalse();
    }

    @Test
    void columnsWithUnitsAndTextsWithUnitsHelpEachOther() {
        var inRoom = new WrittenAddress("", "", "1单元502", "3", "");
        var inText = new WrittenAddress("某某小区3号楼1单元502", "", "502", "3", "");
        var inColumn = new WrittenAddress("", "", "502", "1单元", "3号楼", "");

        for (var written : List.of(inRoom, inText, inColumn)) {
            assertThat(AddressReader.in(Neighbourhood.UNKNOWN).read(written).door())
                    .isEqualTo(OF_UNIT_1);
        }
    }

    private static Address read(String text) {
        return AddressReader.in(Neighbourhood.UNKNOWN).read(WrittenAddress.text(text));
    }
}
