package tuanju.teambuy.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tuanju.catalog.SkuId;
import tuanju.command.Invalid;

/** What operators type about an offer: bad input is refused and names its field. */
class OfferDraftTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final UUID GRAPES = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final String MORNING = "2026-11-22T09:00";
    private static final String EVENING = "2026-11-29T21:00";

    @Test
    void goodInputIsReadInTheCommunitysTime() {
        var form = draft("39.90", "3", "24", "1").form(SHANGHAI);
        assertThat(form.sku()).isEqualTo(new SkuId(GRAPES));
        assertThat(form.priceFen()).isEqualTo(3990);
        assertThat(form.startsAt()).isEqualTo(Instant.parse("2026-11-22T01:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-39", "39.901", "three", "1000000000"})
    void aPriceIsYuanAboveNothing(String price) {
        assertThat(refused(draft(price, "3", "24", "1"))).isEqualTo("priceFen");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 24, 1, size",
        "11, 24, 1, size",
        "zwei, 24, 1, size",
        "２, 24, 1, size",
        "'', 24, 1, size",
        "3, 0, 1, hours",
        "3, 73, 1, hours",
        "3, 1.5, 1, hours",
        "3, 24, 0, days",
        "3, 24, 15, days",
        "3, 24, -1, days"
    })
    void numbersStayInTheirRange(String size, String hours, String days, String field) {
        assertThat(refused(draft("39.90", size, hours, days))).isEqualTo(field);
    }

    @Test
    void itSellsSomethingAtATime() {
        assertThat(refused(new OfferDraft(null, "39.90", "3", "24", "1", MORNING, EVENING, "PUBLIC")))
                .isEqualTo("sku");
        assertThat(refused(new OfferDraft(GRAPES, "39.90", "3", "24", "1", "soon", EVENING, "PUBLIC")))
                .isEqualTo("starts");
        assertThat(refused(new OfferDraft(GRAPES, "39.90", "3", "24", "1", MORNING, "", "PUBLIC")))
                .isEqualTo("endsAt");
    }

    private static OfferDraft draft(String price, String size, String hours, String days) {
        return new OfferDraft(GRAPES, price, size, hours, days, MORNING, EVENING, "PUBLIC");
    }

    private static String refused(OfferDraft draft) {
        return catchThrowableOfType(Invalid.class, () -> draft.form(SHANGHAI)).getField();
    }
}
