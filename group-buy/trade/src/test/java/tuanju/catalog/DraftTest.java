package tuanju.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tuanju.command.Invalid;

/** What operators type about products: bad input is refused and names its field. */
class DraftTest {

    @Test
    void goodInputIsTakenAsItIs() {
        assertThat(sku("2斤", " 39.9 ", "").form()).isEqualTo(new SkuForm("2斤", 3990, null));
        assertThat(sku("2斤", "0.01", " 9999 ").form()).isEqualTo(new SkuForm("2斤", 1, 9999));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0.00", "-1", "1.234", "abc", "100000.01", "1000000000", "39,90", "¥39"})
    void aPriceIsYuanAboveNothing(String price) {
        assertThat(refused(sku("2斤", price, ""))).isEqualTo("price");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "10000", "1.5", "three", "１", "99999999999"})
    void aLimitIsAWholeNumber(String limit) {
        assertThat(refused(sku("2斤", "39.90", limit))).isEqualTo("limit");
    }

    @ParameterizedTest
    @CsvSource({"'', spec", "'  ', spec", "12345678901234567890123456789012345678901, spec"})
    void aVariantHasAShortName(String spec, String field) {
        assertThat(refused(sku(spec, "39.90", ""))).isEqualTo(field);
    }

    @Test
    void aProductHasANameAndEverythingFits() {
        assertThat(refused(product("", "", "", ""))).isEqualTo("name");
        assertThat(refused(product("x".repeat(61), "", "", ""))).isEqualTo("name");
        assertThat(refused(product("grapes", "x".repeat(2001), "", ""))).isEqualTo("description");
        assertThat(refused(product("grapes", "", "x".repeat(41), ""))).isEqualTo("origin");
        assertThat(refused(product("grapes", "", "", "x".repeat(21)))).isEqualTo("category");
        assertThat(product("x".repeat(60), "x".repeat(2000), "", "")
                        .form(List.of())
                        .name())
                .hasSize(60);
    }

    @Test
    void tenPicturesAreTooMany() {
        var refusal = catchThrowableOfType(
                Invalid.class, () -> product("grapes", "", "", "").check(10));
        assertThat(refusal.getField()).isEqualTo("uploads");
    }

    @Test
    @DisplayName("W-15 what names no picture is refused by its field")
    void whatNamesNoPictureIsRefused() {
        var long10 = List.of("art:grapes", "长".repeat(10_240));
        var kept = new ProductDraft("grapes", "", "", "", long10, null, null);
        var gone = new ProductDraft("grapes", "", "", "", null, null, long10);
        assertThat(catchThrowableOfType(Invalid.class, () -> kept.check(0)).getField())
                .isEqualTo("picture");
        assertThat(catchThrowableOfType(Invalid.class, () -> gone.check(0)).getField())
                .isEqualTo("removed");
    }

    private static SkuDraft sku(String spec, String price, String limit) {
        return new SkuDraft(spec, price, limit);
    }

    private static ProductDraft product(String name, String description, String origin, String category) {
        return new ProductDraft(name, description, origin, category, null, null, null);
    }

    private static String refused(SkuDraft draft) {
        return catchThrowableOfType(Invalid.class, draft::form).getField();
    }

    private static String refused(ProductDraft draft) {
        return catchThrowableOfType(Invalid.class, () -> draft.form(List.of())).getField();
    }
}
