package tuanju.board;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.cycle.CycleCard;
import tuanju.money.Money;
import tuanju.order.aftersale.OwedByHand.Why;
import tuanju.order.aftersale.PaidBackByHand.How;
import tuanju.order.aftersale.PayingBackByHand.Led;
import tuanju.order.aftersale.PayingBackByHand.Said;

/** Reads what a leader says of money given back by hand. */
@Component
@RequiredArgsConstructor
class Paybacks {

    private static final int LONGEST_NOTE = 200;
    private static final String YUAN = "\\d{1,7}(\\.\\d{1,2})?";

    private final Communities communities;
    private final Clock clock;

    /**
     * As a form or a program says it.
     *
     * @param on today where it is not said
     */
    record Wanted(
            @Nullable String order,
            @Nullable Why why,
            @Nullable Long amountFen,
            @Nullable How how,
            @Nullable LocalDate on,
            @Nullable String note) {}

    static Led led(CycleCard cycle) {
        return new Led(cycle.community(), cycle.id(), cycle.leader());
    }

    /** Refuses with Invalid (400) what is missing or cannot be. */
    Said read(CycleCard cycle, Wanted wanted) {
        var why = wanted.why();
        var fen = wanted.amountFen();
        var how = wanted.how();
        if (wanted.order() == null || wanted.order().isBlank()) {
            throw new Invalid("order", "payback-choice");
        }
        if (why == null || fen == null || fen < 1 || how == null) {
            throw new Invalid(why == null ? "why" : how == null ? "how" : "amountFen", "payback-choice");
        }
        return new Said(code(wanted.order()), why, Money.ofFen(fen), how, on(cycle, wanted.on()), note(wanted.note()));
    }

    private static Code code(String written) {
        try {
            return new Code(written.strip());
        } catch (IllegalArgumentException noCode) {
            throw new Invalid("order", "payback-choice");
        }
    }

    /** 12.50 in fen; null where no amount is written. */
    static @Nullable Long fen(@Nullable String yuan) {
        var typed = Objects.requireNonNullElse(yuan, "").strip().replace("¥", "");
        return typed.matches(YUAN) ? new BigDecimal(typed).movePointRight(2).longValueExact() : null;
    }

    private LocalDate on(CycleCard cycle, @Nullable LocalDate on) {
        var today = LocalDate.ofInstant(
                clock.instant(), communities.get(cycle.community()).zone());
        if (on != null && (on.isAfter(today) || on.isBefore(today.minusYears(1)))) {
            throw new Invalid("on", "payback-day");
        }
        return on == null ? today : on;
    }

    private static String note(@Nullable String note) {
        var written = Objects.requireNonNullElse(note, "").strip();
        if (written.codePointCount(0, written.length()) > LONGEST_NOTE || written.indexOf('\0') >= 0) {
            throw new Invalid("note", "payback-note");
        }
        return written;
    }
}
