package tuanju.cycle.steering;

import static tuanju.cycle.CycleStatus.ARRIVED;
import static tuanju.cycle.CycleStatus.CLOSED;
import static tuanju.cycle.CycleStatus.DRAFT;
import static tuanju.cycle.CycleStatus.HANDING_OVER;
import static tuanju.cycle.CycleStatus.LAPSED;
import static tuanju.cycle.CycleStatus.OPEN;
import static tuanju.cycle.CycleStatus.ORDERED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lombok.Getter;
import tuanju.cycle.CycleStatus;

/** What a leader does around a cycle beside its next step: what it is for, and while the cycle stands where. */
@Getter
enum CycleTool {
    HOUSEHOLDS(
            Use.ORDERS,
            "list",
            "cycle.households",
            "/lead/cycles/{code}/households",
            EnumSet.complementOf(EnumSet.of(DRAFT))),
    BOARD(Use.ORDERS, "chart", "cycle.board", "/lead/cycles/{code}/board", EnumSet.complementOf(EnumSet.of(DRAFT))),
    CHAIN_LIST(Use.ORDERS, "edit", "chain.step", "/lead/cycles/{code}/chain-lists", EnumSet.range(OPEN, HANDING_OVER)),
    TRANSFERS(
            Use.ORDERS,
            "wallet",
            "chain.transfer.title",
            "/lead/cycles/{code}/transfers",
            EnumSet.complementOf(EnumSet.of(DRAFT, LAPSED))),
    IMPORT(Use.ORDERS, "upload", "cycle.import", "/lead/cycles/{code}/import", EnumSet.range(DRAFT, HANDING_OVER)),
    WAITING(Use.ORDERS, "people", "cycle.waiting", "/lead/cycles/{code}/waiting", EnumSet.range(OPEN, HANDING_OVER)),
    TEXTS(
            Use.ORDERS,
            "chat",
            "chain.texts.title",
            "/lead/cycles/{code}/texts",
            EnumSet.complementOf(EnumSet.of(DRAFT))),
    PURCHASE_LIST(
            Use.GOODS,
            "truck",
            "cycle.purchase-list",
            "/lead/cycles/{code}/purchase-list",
            EnumSet.range(OPEN, HANDING_OVER)),
    RECEIVING(
            Use.GOODS,
            "box",
            "cycle.receiving",
            "/lead/cycles/{code}/receiving",
            EnumSet.of(CLOSED, ORDERED, ARRIVED, HANDING_OVER)),
    WEIGHING(
            Use.GOODS,
            "tag",
            "cycle.weights",
            "/lead/cycles/{code}/weights",
            EnumSet.of(CLOSED, ORDERED, ARRIVED, HANDING_OVER)),
    LISTS(
            Use.BAGS,
            "printer",
            "cycle.lists",
            "/lead/cycles/{code}/lists",
            EnumSet.complementOf(EnumSet.of(DRAFT, LAPSED))),
    TO_THE_DOOR(Use.BAGS, "door", "cycle.delivery", "/lead/cycles/{code}/delivery", EnumSet.range(OPEN, HANDING_OVER)),
    NEXT_ROUND(
            Use.NEXT, "copy", "cycle.next-round", "/lead/cycles/{code}/next", EnumSet.complementOf(EnumSet.of(DRAFT))),
    SERIES(Use.NEXT, "calendar", "cycle.again", "/lead/rounds/{code}", EnumSet.complementOf(EnumSet.of(DRAFT)));

    /** What a tool is for; its words are {@code cycle.use.<name>}. */
    enum Use {
        ORDERS,
        GOODS,
        BAGS,
        NEXT
    }

    private final Use use;
    private final String icon;
    private final String label;
    private final String path;
    private final Set<CycleStatus> statuses;

    CycleTool(Use use, String icon, String label, String path, Set<CycleStatus> statuses) {
        this.use = use;
        this.icon = icon;
        this.label = label;
        this.path = path;
        this.statuses = statuses;
    }

    /** What a cycle in this status is about: these stand beside its next step, all others below. */
    private static Set<CycleTool> stage(CycleStatus status) {
        return switch (status) {
            case DRAFT -> EnumSet.of(IMPORT);
            case OPEN, BOXFILL -> EnumSet.of(HOUSEHOLDS, CHAIN_LIST, TEXTS);
            case CLOSED -> EnumSet.of(HOUSEHOLDS, TRANSFERS, PURCHASE_LIST);
            case ORDERED -> EnumSet.of(HOUSEHOLDS, RECEIVING, WEIGHING, LISTS);
            case ARRIVED, HANDING_OVER -> EnumSet.of(HOUSEHOLDS, WEIGHING, LISTS, TO_THE_DOOR);
            case DONE, LAPSED -> EnumSet.of(HOUSEHOLDS, NEXT_ROUND, SERIES);
        };
    }

    /** Those of its stage, in the order in which they are used. */
    static List<CycleTool> ofStage(CycleStatus status, boolean weighed) {
        var stage = stage(status);
        return of(status, weighed).stream()
                .flatMap(shelf -> shelf.tools().stream())
                .filter(stage::contains)
                .toList();
    }

    /** The others, by use. */
    static List<Shelf> besides(CycleStatus status, boolean weighed) {
        var stage = stage(status);
        return of(status, weighed).stream()
                .map(shelf -> new Shelf(
                        shelf.use(),
                        shelf.tools().stream().filter(it -> !stage.contains(it)).toList()))
                .filter(shelf -> !shelf.tools().isEmpty())
                .toList();
    }

    /** The tools for one use that a cycle has now. */
    record Shelf(Use use, List<CycleTool> tools) {}

    /** By use; a use without a tool is left out. Only goods sold by weight are weighed. */
    static List<Shelf> of(CycleStatus status, boolean weighed) {
        return Arrays.stream(Use.values())
                .map(use -> new Shelf(
                        use,
                        Arrays.stream(values())
                                .filter(it -> it.use == use && it.statuses.contains(status))
                                .filter(it -> it != WEIGHING || weighed)
                                .toList()))
                .filter(shelf -> !shelf.tools().isEmpty())
                .toList();
    }
}
