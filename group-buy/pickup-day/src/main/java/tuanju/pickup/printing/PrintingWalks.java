package tuanju.pickup.printing;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tuanju.audit.AuditTrail;
import tuanju.command.RateLimits;
import tuanju.member.SignedIn;
import tuanju.pickup.LedCycle;
import tuanju.pickup.PickupSheets;
import tuanju.pickup.Walk;
import tuanju.pickup.Words;
import tuanju.picture.Typefaces;

/** Prints bags that are carried to their doors (送到家单), proven against the orders and on record like every list. */
@Component
@RequiredArgsConstructor
public class PrintingWalks {

    private final PickupSheets sheets;
    private final PrintedWalks printed;
    private final Typefaces typefaces;
    private final MessageSource messages;
    private final AuditTrail audit;
    private final RateLimits limits;
    private final Clock clock;

    /** A PDF to download. */
    public record Paper(String name, byte[] content) {}

    /**
     * The households of these orders, in this sequence. Refuses with ListDoesNotReconcile (409) when the cycle's lists do
     * not add up, and with TooMany (429).
     */
    public Paper print(SignedIn me, LedCycle of, List<String> orders, Locale locale) {
        limits.take("print " + me.getName(), Printing.FILES_PER_HOUR, Duration.ofHours(1));
        var lists = sheets.proven(of);
        var cycle = of.cycle();
        audit.record(me.member().value(), "list.printed", "cycle " + cycle.code(), "PDF run-sheet");
        var walk = new Walk(orders.stream()
                .map(lists.sheet()::household)
                .flatMap(Optional::stream)
                .distinct()
                .toList());
        var words = new Words(messages, locale);
        var name = words.say("kind.run-sheet");
        printed.remember(cycle, me.member(), walk);
        var now = clock.instant().atZone(of.community().zone());
        var imprint = new Imprint(cycle.title(), lists.place(words), now, me.name(), walk.dues(), walk.version());
        var content = new ListPaper(words, imprint, name).print(walk.list(), typefaces.file());
        return new Paper(cycle.title() + "-" + name + ".pdf", content);
    }
}
