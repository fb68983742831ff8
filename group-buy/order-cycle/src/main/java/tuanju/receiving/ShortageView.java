package tuanju.receiving;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import tuanju.receiving.ShortagePlan.Back;
import tuanju.receiving.ShortagePlan.ForHousehold;
import tuanju.receiving.ShortagePlan.Part;

/** A plan in words, household by household. */
record ShortageView(List<Door> fewer, List<Door> same) {

    /**
     * One household.
     *
     * @param order one of its orders, by which it is ticked
     */
    record Door(UUID order, String door, String name, boolean isInNeed, List<Line> lines, Back back) {}

    /** What it gets of one product, and why. */
    record Line(UUID product, String goods, int ordered, int given, Back back, String sentence) {}

    static ShortageView of(ShortagePlan plan, ShortageWords words, Locale locale) {
        var all = plan.households();
        return new ShortageView(
                all.stream()
                        .filter(ForHousehold::isFewer)
                        .map(it -> door(it, words, locale))
                        .toList(),
                all.stream()
                        .filter(it -> !it.isFewer())
                        .map(it -> door(it, words, locale))
                        .toList());
    }

    private static Door door(ForHousehold it, ShortageWords words, Locale locale) {
        var household = it.household();
        return new Door(
                it.order().value(),
                household.door(),
                household.name(),
                household.isInNeed(),
                it.parts().stream().map(part -> line(part, words, locale)).toList(),
                it.back());
    }

    private static Line line(Part part, ShortageWords words, Locale locale) {
        return new Line(
                part.goods().product(),
                part.goods().name(),
                part.ordered(),
                part.given(),
                part.back(),
                words.of(part, locale));
    }

    int households() {
        return fewer.size() + same.size();
    }
}
