package tuanju.shopping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import support.Neighbourhoods;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.planning.CycleOpening;
import tuanju.database.Ids;
import tuanju.member.MemberId;

/** Whoever writes to the leader and has to sign in first finds everything they typed again, and nobody reads it in an address. */
@ShopTest
@DisplayName("What was typed before signing in or up")
class NoteBeforeSigningInTest {

    private static final String NOTE = "豆腐要嫩的，放门口就好";

    @LocalServerPort
    int port;

    @Autowired
    Street street;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    CycleOpening opening;

    @Autowired
    OrderCycles cycles;

    private CycleCard cycle;

    @BeforeEach
    void aCycleOfEggs() {
        var place = neighbourhoods.found(0);
        cycle = opening.open(place.leader(), place.id(), CycleRound.eggs(place));
    }

    @Test
    void isThereAgainForAMemberUntilTheyOrder() {
        var visitor = ordering();
        assertThat(visitor.location()).startsWith("/sign-in?next=").doesNotContain("note", "%25E8%25B1%2586");
        visitor.follow().signIn(street, street.neighbour("王阿姨")).follow();
        assertThat(visitor.page()).contains(NOTE, "value=\"2\"", "value=\"86\"", "value=\"501\"");

        visitor.submit("/c/" + cycle.code() + "/orders", typed());
        assertThat(visitor.location()).startsWith("/orders/");
        visitor.get("/c/" + cycle.code());
        assertThat(visitor.page()).doesNotContain("name=\"note\" maxlength=\"200\" value=\"" + NOTE);
    }

    @Test
    void isThereAgainForANewcomerWhoGivesANameFirst() {
        var phone = "139%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
        var newcomer = new Street.Neighbour(new MemberId(Ids.next()), phone);
        var visitor = ordering();

        visitor.follow().signIn(street, newcomer).follow();
        visitor.submit("/sign-up/name", Map.of("name", "新邻居"));
        visitor.follow();

        assertThat(visitor.page()).contains(NOTE, "value=\"2\"", "value=\"86\"", "value=\"501\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JOIN", "OPEN", "ALONE"})
    void isThereAgainAtACheckoutThatWasOpenForTooLong(String kind) {
        var home = street.found(2);
        var action = switch (kind) {
            case "JOIN" -> "/t/" + street.team(home, street.neighbour("李小花")) + "/seats";
            case "OPEN" -> "/o/" + home.offer() + "/teams";
            default -> "/o/" + home.offer() + "/orders";
        };
        var visitor = new Visitor(port);
        visitor.get("/sign-in");
        var token = visitor.fields("/sign-in/codes", Map.of()).get("_csrf");
        visitor.post(
                action,
                Map.of(
                        "_csrf",
                        token,
                        "commandKey",
                        UUID.randomUUID().toString(),
                        "quantity",
                        "2",
                        "point",
                        home.point().toString(),
                        "note",
                        NOTE));
        assertThat(visitor.location()).startsWith("/sign-in?next=");

        visitor.follow().signIn(street, street.neighbour("王阿姨")).follow();

        assertThat(visitor.page()).contains(NOTE, "value=\"2\"", "action=\"" + action + "\"");
    }

    private Visitor ordering() {
        var visitor = new Visitor(port);
        visitor.get("/c/" + cycle.code());
        visitor.submit("/c/" + cycle.code() + "/orders", typed());
        return visitor;
    }

    private Map<String, String> typed() {
        var eggs = cycles.products(cycle).getFirst().id();
        return Map.of("quantity-" + eggs, "2", "building", "86", "room", "501", "note", NOTE, "provider", "offline");
    }
}
