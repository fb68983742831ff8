package tuanju.complaint;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import tuanju.command.Invalid;
import tuanju.money.Money;

/**
 * What a buyer says is wrong with an order, as it was typed.
 *
 * @param line the lines that were ticked, as the page named them
 * @param of all lines of the page, in the sequence of
 * @param pieces how many of each
 * @param half whether half of their price is asked for, and not all of it
 * @param kept the reference of a photo that came before, when this was refused
 */
record BuyersForm(
        @Nullable List<String> line,
        @Nullable List<String> of,
        @Nullable List<String> pieces,
        @Nullable ComplaintKind kind,
        boolean half,
        @Nullable String note,
        @Nullable MultipartFile photo,
        @Nullable String kept) {

    static final BuyersForm EMPTY = new BuyersForm(null, null, null, ComplaintKind.DAMAGED, false, null, null, null);

    BuyersForm keeping(@Nullable String photo) {
        return new BuyersForm(line, of, pieces, kind, half, note, null, photo);
    }

    public boolean ticked(String name) {
        return line != null && line.contains(name);
    }

    /** How many pieces of this line were typed; 1 when nothing was. */
    public String piecesOf(String name) {
        if (of == null || pieces == null) {
            return "1";
        }
        return IntStream.range(0, Math.min(of.size(), pieces.size()))
                .filter(at -> name.equals(of.get(at)))
                .mapToObj(pieces::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("1");
    }

    /** What is reported of these lines, its photo stored elsewhere under this reference. Refuses with Invalid. */
    List<Report> reports(List<ComplaintForm.Choice> choices, @Nullable String picture) {
        var wanted = Set.copyOf(line == null ? List.of() : line);
        var chosen = choices.stream().filter(it -> wanted.contains(it.name())).toList();
        if (chosen.isEmpty()) {
            throw new Invalid("line", "complaint-line");
        }
        return chosen.stream().map(it -> report(it, picture)).toList();
    }

    private Report report(ComplaintForm.Choice choice, @Nullable String picture) {
        var what = kind == null || kind == ComplaintKind.UNCLAIMED ? ComplaintKind.DAMAGED : kind;
        var whole = new Report(
                choice.order(),
                choice.line(),
                what,
                count(piecesOf(choice.name()), choice.line().quantity()),
                null,
                note == null ? "" : note,
                picture);
        return half ? whole.asking(Money.ofFen(Math.max(1, whole.asked().fen() / 2))) : whole;
    }

    private static int count(String typed, int most) {
        try {
            return Integer.parseInt(typed.strip());
        } catch (NumberFormatException unreadable) {
            throw new Invalid("pieces", "complaint-pieces", most);
        }
    }

    /** The two things a buyer can report. */
    static List<ComplaintKind> kinds() {
        return List.of(ComplaintKind.DAMAGED, ComplaintKind.SHORT);
    }
}
