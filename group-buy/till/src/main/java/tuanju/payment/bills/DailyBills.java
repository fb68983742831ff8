package tuanju.payment.bills;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tuanju.database.OutsideTransaction;
import tuanju.money.Money;
import tuanju.payment.cases.ExceptionCase;
import tuanju.payment.cases.ExceptionCases;
import tuanju.payment.providers.BillLine;
import tuanju.payment.providers.CodeOwners;
import tuanju.payment.providers.PaymentProvider;
import tuanju.payment.providers.ProviderUnavailable;
import tuanju.payment.providers.Providers;
import tuanju.payment.providers.UnreadableBill;

/**
 * Fetches the bills of days that are over, one after the other, and compares each once. A bill that does not come is asked
 * for again; one that does not hold together is a case at once, and asked for again too.
 */
@Slf4j
@Component
@RequiredArgsConstructor
public class DailyBills {

    private static final int DAYS = 60;

    private final Providers providers;
    private final BillRows rows;
    private final Comparing comparing;
    private final ExceptionCases cases;
    private final CodeOwners owners;
    private final TransactionOperations transaction;
    private final Clock clock;

    /** Never inside a transaction. */
    void fetchDue() {
        OutsideTransaction.require();
        for (var name : providers.names()) {
            providers.find(name, PaymentProvider.GivesBills.class).ifPresent(this::fetchDue);
        }
    }

    /** Bills that were compared, the latest day first; next is the last day of a page after which there are more. */
    record Page(List<Bill> bills, @Nullable LocalDate next) {}

    Page bills(@Nullable LocalDate before) {
        var found = rows.bills(before, DAYS + 1);
        var days = found.stream().map(Bill::day).distinct().toList();
        if (days.size() <= DAYS) {
            return new Page(found, null);
        }
        var last = days.get(DAYS - 1);
        return new Page(found.stream().filter(it -> !it.day().isBefore(last)).toList(), last);
    }

    private void fetchDue(PaymentProvider.GivesBills provider) {
        var today = LocalDate.ofInstant(clock.instant(), Comparing.SHANGHAI);
        var day = rows.nextDay(provider.name(), today);
        while (day.isPresent() && fetch(provider.name(), day.get())) {
            day = rows.nextDay(provider.name(), today);
        }
    }

    /** Answers whether the bill of this day came; then it is compared, unless it was before. Never inside a transaction. */
    public boolean fetch(String provider, LocalDate day) {
        OutsideTransaction.require();
        var lines = ask(
                providers.find(provider, PaymentProvider.GivesBills.class).orElseThrow(ProviderUnavailable::new), day);
        lines.ifPresent(it -> transaction.executeWithoutResult(status -> compare(provider, day, it)));
        return lines.isPresent();
    }

    private Optional<List<BillLine>> ask(PaymentProvider.GivesBills provider, LocalDate day) {
        try {
            return Optional.of(provider.dailyBill(day));
        } catch (UnreadableBill e) {
            cases.open(
                    CodeOwners.NOBODY,
                    new ExceptionCases.Matter(
                            ExceptionCase.Kind.BILL_UNREADABLE,
                            provider.name(),
                            day.toString(),
                            null,
                            null,
                            Money.ZERO,
                            String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            log.warn("{} does not hand over its bill of {}: {}", provider.name(), day, e.toString());
        }
        return Optional.empty();
    }

    private void compare(String provider, LocalDate day, List<BillLine> lines) {
        if (rows.store(provider, day, lines)) {
            var differences = comparing.differences(provider, day);
            differences.forEach(it -> cases.open(owners.of(it.code()), matter(provider, day, it)));
            rows.compared(provider, day, differences.size());
        }
    }

    private static ExceptionCases.Matter matter(String provider, LocalDate day, Difference it) {
        var ours = it.ours() == null ? "" : ", ours " + it.ours();
        return new ExceptionCases.Matter(
                it.kind(),
                provider,
                it.reference(),
                null,
                null,
                it.amount(),
                "bill of " + day + ": " + it.what().toLowerCase(Locale.ROOT) + " " + it.code() + " of " + it.amount()
                        + ours);
    }
}
