package tuanju.pickup.printing;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tuanju.audit.AuditTrail;
import tuanju.command.RateLimits;
import tuanju.member.SignedIn;
import tuanju.pickup.CycleLists;
import tuanju.pickup.LedCycles;
import tuanju.pickup.ListKind;
import tuanju.pickup.PickupSheets;
import tuanju.pickup.Stops;
import tuanju.pickup.Words;
import tuanju.pickup.printing.ListPrint.Form;
import tuanju.picture.Typefaces;

/** Makes files of lists and labels: what leaves the house is on record with what it said, and not made without end. */
@Component
@RequiredArgsConstructor
class Printing {

    static final int FILES_PER_HOUR = 120;

    private final LedCycles cycles;
    private final PickupSheets sheets;
    private final Stops stops;
    private final ListPrints prints;
    private final Typefaces typefaces;
    private final MessageSource messages;
    private final AuditTrail audit;
    private final RateLimits limits;
    private final Clock clock;

    /** Who wants which cycle's file in which language. */
    record Wish(SignedIn me, String cycle, Locale locale) {}

    /** A file to download. */
    record Print(String name, byte[] content) {}

    /** How labels are cut: one per page for a label printer, or fifteen on an A4 sheet; per bag or per piece. */
    record Cut(boolean perPiece, boolean onSheets) {
        static final Cut BAGS_ON_A_ROLL = new Cut(false, false);
    }

    Print pdf(Wish wish, ListKind kind) {
        return pdf(wish, kind, Cut.BAGS_ON_A_ROLL);
    }

    Print labels(Wish wish, Cut cut) {
        return pdf(wish, ListKind.LABELS, cut);
    }

    private Print pdf(Wish wish, ListKind kind, Cut cut) {
        var job = begin(wish, kind, Form.PDF);
        var font = typefaces.file();
        return job.named(
                ".pdf",
                switch (kind) {
                    case BY_ROOM, BY_PRODUCT, BY_BUILDING ->
                        new ListPaper(job.words, job.imprint, job.words.say("kind." + kind.path()))
                                .print(job.lists.arranged(kind.arrangement()), font);
                    case PACK_MATRIX -> new MatrixPaper(job.words, job.imprint, job.lists.matrix()).print(font);
                    case LABELS -> labels(job, cut, font);
                    case DELIVERY_NOTES -> new DeliveryPaper(job.words, job.imprint, job.lists.drops()).print(font);
                    case DRIVER_SHEET -> new DriverPaper(job.words, job.imprint, stops.of(job.lists)).print(font);
                });
    }

    private static byte[] labels(Job job, Cut cut, byte[] font) {
        var drops = job.lists.drops();
        var labels = cut.perPiece() ? Label.perPiece(drops) : Label.perHousehold(drops);
        var paper = new LabelPaper(job.words, job.imprint);
        return cut.onSheets() ? paper.onSheets(labels, font) : paper.onRoll(labels, font);
    }

    Print workbook(Wish wish, ListKind kind) {
        var job = begin(wish, kind, Form.XLSX);
        var books = new DropWorkbooks(job.words, job.imprint);
        var lists = job.lists;
        return job.named(
                ".xlsx",
                switch (kind) {
                    case BY_ROOM, BY_PRODUCT, BY_BUILDING ->
                        new ListWorkbook(job.words, job.imprint).write(lists.arranged(kind.arrangement()));
                    case PACK_MATRIX -> books.matrix(lists.matrix());
                    case LABELS -> books.labels(Label.perHousehold(lists.drops()), lists.sum());
                    case DELIVERY_NOTES -> books.deliveryNotes(lists.drops());
                    case DRIVER_SHEET -> books.driverSheet(stops.of(lists));
                });
    }

    private Job begin(Wish wish, ListKind kind, Form form) {
        var of = cycles.of(wish.me().member(), wish.cycle());
        limits.take("print " + wish.me().getName(), FILES_PER_HOUR, Duration.ofHours(1));
        var lists = sheets.proven(of);
        var by = wish.me().member();
        audit.record(by.value(), "list.printed", "cycle " + wish.cycle(), form + " " + kind.path());
        var standing = lists.standing();
        prints.remember(of.cycle(), new ListPrints.Made(kind, form, by), standing);
        var words = new Words(messages, wish.locale());
        var zone = of.community().zone();
        var imprint = new Imprint(
                of.cycle().title(),
                lists.place(words),
                clock.instant().atZone(zone),
                wish.me().name(),
                lists.dues(),
                standing.version());
        return new Job(lists, kind, words, imprint);
    }

    /** A file in the making. */
    private record Job(CycleLists lists, ListKind kind, Words words, Imprint imprint) {
        Print named(String ending, byte[] content) {
            return new Print(lists.of().cycle().title() + "-" + words.say("kind." + kind.path()) + ending, content);
        }
    }
}
