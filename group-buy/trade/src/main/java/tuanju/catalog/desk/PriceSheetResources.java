package tuanju.catalog.desk;

import java.util.List;
import java.util.UUID;
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
    private final Commands commands;
    private final MessageSource messages;

    /** A sheet: a line for each variant with code, spec, price and pieces, tabs or commas between them. */
    record Sheet(@Nullable String text) {

        private String said() {
            return text == null ? "" : text;
        }
    }

    /**
     * What a line would do.
     *
     * @param variant null where none is meant
     * @param priceFen null where it stays
     * @param pieces that come, or with a minus go
     * @param problem why it is left out; null where it is done
     */
    record Line(
            int line,
            @Nullable UUID variant,
            @Nullable Long priceFen,
            int pieces,
            @Nullable String problem) {}

    /** How many variants were changed. */
    record Applied(int variants) {}

    /** Changes nothing. */
    @PostMapping("/previews")
    List<Line> preview(@RequestBody Sheet wanted) {
        return sheet.read(wanted.said()).stream().map(this::line).toList();
    }

    /** Of all lines those that can be read, together or not at all. */
    @PostMapping
    Applied apply(@AuthenticationPrincipal SignedIn me, @RequestBody Sheet wanted, CommandKey key) {
        var done = commands.once(key.with(wanted), Integer.class, () -> sheet.apply(wanted.said(), me.member()));
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
                it.pieces(),
                problem == null ? null : messages.getMessage(problem, null, LocaleContextHolder.getLocale()));
    }
}
