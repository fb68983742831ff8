package tuanju.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Serves as many households as -Dtuanju.serve says and prints what each costs the leader; not part of a build. */
@DisplayName("A morning at the desk")
@EnabledIfSystemProperty(named = "tuanju.serve", matches = "[1-9][0-9]{0,3}")
class ServingIT extends Journey {

    private static final String ROW = "[data-desk] li:not(.bag-done) a.row:not(.building-all)";

    private int taps;
    private int keys;

    /** What one way of serving costs, per household. */
    private record Cost(String way, int households, double taps, double keys, List<Double> seconds) {

        String line() {
            var sorted = seconds.stream().sorted().toList();
            return String.format(
                    Locale.ROOT,
                    "| %-28s | %10d | %4.1f | %4.1f | %6.2f | %6.2f |",
                    way,
                    households,
                    taps,
                    keys,
                    sorted.get(sorted.size() / 2),
                    sorted.get((int) Math.min(sorted.size() - 1, Math.round(sorted.size() * 0.95))));
        }
    }

    @Test
    @DisplayName("Every household is served, and the table says with how many taps and seconds")
    void serves() {
        int households = Integer.getInteger("tuanju.serve", 100);
        var codes = neighbours.bagsWaiting(households, "丹东草莓");
        var leader = leader(Screen.PHONE);
        int third = Math.max(1, households / 3);
        leader.open("/lead/desk");
        var costs = new ArrayList<Cost>();
        costs.add(measure("by code", codes.subList(0, third), code -> byCode(leader.page(), code)));
        costs.add(measure("by tapping the household", codes.subList(third, 2 * third), code -> byRow(leader.page())));
        var without = leader(Screen.PHONE);
        OfflineDeskIT.ready(without);
        OfflineDeskIT.cut(without, true);
        var waiting = neighbours.waiting(codes);
        costs.add(measure("by code, without network", waiting, code -> withoutNetwork(without, code)));
        OfflineDeskIT.cut(without, false);
        without.page().locator("[data-desk]").waitFor();
        print(costs);

        assertThat(neighbours.waiting(codes)).isEmpty();
    }

    private Cost measure(String way, List<String> codes, Consumer<String> serve) {
        taps = 0;
        keys = 0;
        var seconds = new ArrayList<Double>();
        for (var code : codes) {
            long began = System.nanoTime();
            serve.accept(code);
            seconds.add((System.nanoTime() - began) / 1e9);
        }
        return new Cost(way, codes.size(), (double) taps / codes.size(), (double) keys / codes.size(), seconds);
    }

    private void byCode(Page page, String code) {
        type(page.locator("#pickup-code"), code);
        tap(page.locator("button.button-collect"));
        page.locator(".undo-bar").waitFor();
    }

    private void byRow(Page page) {
        tap(page.locator(ROW).first());
        tap(page.locator("button.button-collect"));
        page.locator(".undo-bar").waitFor();
    }

    private void withoutNetwork(Walker leader, String code) {
        type(leader.page().locator("#find"), code);
        tap(leader.page().locator("[data-view=bag] [data-all]"));
        leader.page().locator(".undo-bar").waitFor();
        leader.page().locator("[data-view=list]").waitFor();
    }

    private void type(Locator field, String code) {
        field.pressSequentially(code);
        field.press("Enter");
        keys += code.length() + 1;
    }

    private void tap(Locator what) {
        what.click();
        taps++;
    }

    @SuppressWarnings("SystemOut") // the table is what this is for
    private static void print(List<Cost> costs) {
        var table = new StringBuilder("\n| way                          | households | taps | keys | median s | 95 % s |\n");
        table.append("|---|---|---|---|---|---|\n");
        costs.forEach(cost -> table.append(cost.line()).append('\n'));
        System.out.println(table);
    }
}
