package tuanju.pickup;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tuanju.audit.AuditTrail;
import tuanju.command.RateLimits;
import tuanju.cycle.CycleCard;
import tuanju.member.SignedIn;
import tuanju.pickup.PickupSheets.ProvenList;
import tuanju.picture.Typefaces;

/** Makes files of lists and labels: paper and workbooks that leave the house are on record, and not made without end. */
@Component
@RequiredArgsConstructor
class Printing {

    private static final int FILES_PER_HOUR = 120;

    private final LedCycles cycles;
    private final PickupSheets sheets;
    private final Typefaces typefaces;
    private final MessageSource messages;
    private final AuditTrail audit;
    private final RateLimits limits;
    private final Clock clock;

    /** Who wants which cycle's file in which language. */
    record Wish(SignedIn me, String cycle, Locale locale) {}

    /** A file to download. */
    record Print(String name, byte[] content) {}

    Print pdf(Wish wish, Arrangement arrangement) {
        var proven = proven(wish, arrangement, "pdf");
        var paper = new ListPaper(words(wish), imprint(wish, proven));
        return print(wish, proven, ".pdf", paper.print(proven.list(), typefaces.file()));
    }

    Print workbook(Wish wish, Arrangement arrangement) {
        var proven = proven(wish, arrangement, "xlsx");
        var workbook = new ListWorkbook(words(wish), imprint(wish, proven));
        return print(wish, proven, ".xlsx", workbook.write(proven.list()));
    }

    /** Labels, proven like the list by room that they are made from; on A4 sheets of fifteen or one per page. */
    Print labels(Wish wish, boolean perPiece, boolean onSheets) {
        var proven = proven(wish, Arrangement.BY_ROOM, perPiece ? "labels per piece" : "labels per household");
        var labels = perPiece ? Label.perPiece(proven.sheet()) : Label.perHousehold(proven.sheet());
        var paper = new LabelPaper(words(wish), imprint(wish, proven));
        var content = onSheets ? paper.onSheets(labels, typefaces.file()) : paper.onRoll(labels, typefaces.file());
        var name = cycleOf(proven).title() + "-" + words(wish).say("labels") + ".pdf";
        return new Print(name, content);
    }

    private ProvenList proven(Wish wish, Arrangement arrangement, String kind) {
        var of = cycles.of(wish.me().member(), wish.cycle());
        limits.take("print " + wish.me().getName(), FILES_PER_HOUR, Duration.ofHours(1));
        var proven = sheets.proven(of, arrangement);
        audit.record(
                wish.me().member().value(), "list.printed", "cycle " + wish.cycle(), kind + " " + arrangement.path());
        return proven;
    }

    private Print print(Wish wish, ProvenList proven, String ending, byte[] content) {
        var arrangement =
                words(wish).say("arrangement." + proven.list().arrangement().path());
        return new Print(cycleOf(proven).title() + "-" + arrangement + ending, content);
    }

    private Imprint imprint(Wish wish, ProvenList proven) {
        var cycle = cycleOf(proven);
        var zone = proven.of().community().zone();
        return new Imprint(
                cycle.title(),
                cycle.pickupPlace().name() + " · " + words(wish).window(cycle.pickupFrom(), cycle.pickupUntil(), zone),
                clock.instant().atZone(zone),
                wish.me().name(),
                Imprint.versionOf(proven.sheet()));
    }

    private Words words(Wish wish) {
        return new Words(messages, wish.locale());
    }

    private static CycleCard cycleOf(ProvenList proven) {
        return proven.of().cycle();
    }
}
