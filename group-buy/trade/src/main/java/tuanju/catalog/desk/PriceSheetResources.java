package tuanju.catalog.desk;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.member.SignedIn;

/** For operators over REST: prices and stock from a sheet of lines. */
@RestController
@RequestMapping("/api/v1/operator/variant-sheets")
@RequiredArgsConstructor
class PriceSheetResources {

    private final PriceSheet sheet;
    private final KeptSheets kept;
    private final Commands commands;
    private final MessageSource messages;

    /**
     * A sheet: a line for each variant with code, spec, price and pieces, tabs or commas between them.
     *
     * @param confirmed changes as the preview named them, and no others; null or none for all that can be read
     */
    record Sheet(@Nullable String text, @Nullable List<String> confirmed) {

        private Set<String> tokens() {
            return confirmed == null
                    ? Set.of()
                    : confirmed.stream().filter(it -> !it.isBlank()).collect(Collectors.toSet());
        }

        private String said() {
            return text == null ? "" : text;
        }
    }

    /**
     * What a line would do.
     *
     * @param variant null where none is meant
     * @param priceFen null where it stays
     * @param onHand how many are here then; null where they stay
     * @param change to be sent as confirmed; null where it changes nothing
     * @param problem why it is left out; null where it can be done
     */
    record Line(
            int line,
            @Nullable UUID variant,
            @Nullable Long priceFen,
            @Nullable Integer onHand,
            @Nullable String change,
            @Nullable String problem) {}

    /** By which id GET /api/v1/operator/acts/{id} tells what was done and what was left. */
    record Applied(UUID id) {}

    /** Changes nothing. */
    @PostMapping("/previews")
    List<Line> preview(@RequestBody Sheet wanted) {
        return sheet.read(wanted.said()).stream().map(this::line).toList();
    }

    /** Those changes that were confirmed and still are the same; what is left is named. */
    @PostMapping
    Applied apply(@AuthenticationPrincipal SignedIn me, @RequestBody Sheet wanted, CommandKey key) {
        var done = commands.once(
                key.with(wanted),
                UUID.class,
                () -> kept.keep(sheet.apply(wanted.said(), wanted.tokens(), me.member()), me.member()));
        return new Applied(done.value());
    }

    private Line line(PriceSheet.Read it) {
        var variant = it.variant();
        var price = it.price();
        var problem = it.problem();
        return new Line(
                it.line().number(),
                variant == null ? null : variant.id().value(),
                price == null ? null : price.fen(),
                it.onHand(),
                it.isChange() ? it.token() : null,
                problem == null ? null : messages.getMessage(problem, null, LocaleContextHolder.getLocale()));
    }
}
