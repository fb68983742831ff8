package tuanju.pickup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import tuanju.community.Communities;
import tuanju.community.PickupPlace;
import tuanju.community.PickupPointCard;
import tuanju.community.PickupPoints;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;

/** A cycle of two points; the second opens a day after the first. */
@ModuleTest
class HoursOfPointsTest {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日", Locale.ROOT);

    @Autowired
    PickupSheets sheets;

    @Autowired
    PickupPoints points;

    @Autowired
    Communities communities;

    @Autowired
    CycleRound round;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    MessageSource messages;

    private Neighbourhood home;
    private PickupPointCard shop;
    private CycleCard cycle;

    @BeforeEach
    void open() {
        home = neighbourhoods.found(2);
        shop = points.open(home.id(), home.leader(), new PickupPlace("水果店", "东门外", "东门外12号", "全天", ""));
        cycle = round.openAt(home, home.point(), shop);
    }

    @Test
    @DisplayName("W-27 the head of a list says the hours of its point, not those of all points together")
    void aListSaysTheHoursOfItsPoint() {
        round.paidAt(home, cycle, 0, shop.id(), "86", "801");

        assertThat(place()).startsWith("水果店 · " + day(1)).doesNotContain(day(0)).hasSizeLessThan(40);
    }

    @Test
    @DisplayName("W-27 points with different hours each say theirs")
    void everyPointSaysItsOwn() {
        round.paidAt(home, cycle, 0, shop.id(), "86", "801");
        round.paidAt(home, cycle, 1, home.point().id(), "86", "802");

        assertThat(place()).contains(home.point().name() + " " + day(0)).contains("水果店 " + day(1));
    }

    private String place() {
        var led = new LedCycle(communities.get(home.id()), cycle);
        return sheets.lists(led).place(new Words(messages, Locale.SIMPLIFIED_CHINESE));
    }

    private String day(int later) {
        var zone = communities.get(home.id()).zone();
        return DAY.format(cycle.pickupFrom().atZone(zone).plusDays(later));
    }
}
