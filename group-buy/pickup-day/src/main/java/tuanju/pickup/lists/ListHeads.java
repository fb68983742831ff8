package tuanju.pickup.lists;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tuanju.order.dues.Dues;
import tuanju.pickup.CycleLists;
import tuanju.pickup.ListKind;
import tuanju.pickup.Words;
import tuanju.pickup.printing.PrintedLists;
import tuanju.pickup.printing.PrintedLists.Printed;

/** What stands above every list on screen: whose it is, what it adds up to, and whether its paper is still right. */
@Component
@RequiredArgsConstructor
class ListHeads {

    private final PrintedLists prints;
    private final MessageSource messages;

    /**
     * The head of one list.
     *
     * @param kind its path: by-room
     * @param kinds the paths of all lists
     * @param printed its last print; null while it was never printed
     */
    record Head(
            String code,
            String title,
            String place,
            int households,
            ListView.Sum whole,
            Dues dues,
            String version,
            String kind,
            List<String> kinds,
            @Nullable Printed printed) {}

    Head of(CycleLists lists, ListKind kind, Locale locale) {
        var cycle = lists.of().cycle();
        return new Head(
                cycle.code().value(),
                cycle.title(),
                lists.place(new Words(messages, locale)),
                lists.sheet().households().size(),
                ListView.Sum.of(lists.sum()),
                lists.dues(),
                lists.standing().version(),
                kind.path(),
                Arrays.stream(ListKind.values()).map(ListKind::path).toList(),
                printed(lists).stream()
                        .filter(print -> print.print().kind() == kind)
                        .findFirst()
                        .orElse(null));
    }

    /** The last print of each kind, with what changed since. */
    List<Printed> printed(CycleLists lists) {
        return prints.of(lists);
    }
}
