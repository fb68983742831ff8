package tuanju.teambuy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import support.ModuleTest;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;

/** Operators look through offers by words and status; the number below the list is the list's. */
@ModuleTest
class OfferShelfTest {

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    OfferShelf shelf;

    @Autowired
    TeamOffers offers;

    private TeamNeighbourhood home;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(1, 2);
    }

    @Test
    void findsByPartOfTheNameWhateverItsCase() {
        var title = offers.card(home.offer()).title();
        assertThat(found(title.substring(1), null)).isEqualTo(1);
        assertThat(found(title.toUpperCase(Locale.ROOT), OfferStatus.OPEN)).isEqualTo(1);
        assertThat(found("", null)).isEqualTo(1);
    }

    @Test
    void findsNothingThatIsNotThere() {
        assertThat(found("no such thing", null)).isZero();
        assertThat(found("%", null)).isZero();
        assertThat(found("", OfferStatus.PAUSED)).isZero();
    }

    private int found(String words, @Nullable OfferStatus status) {
        var wanted = new OfferShelf.Wanted(home.id(), status, words);
        var listed = shelf.offers(wanted, null, 50).size();
        assertThat(shelf.count(wanted)).isEqualTo(listed);
        return listed;
    }
}
