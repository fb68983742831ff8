package tuanju.earning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tuanju.command.Plain;
import tuanju.member.SignedIn;
import tuanju.money.Money;
import tuanju.order.aftersale.Bearer;
import tuanju.order.life.CompletedOrders;
import tuanju.page.CsvSheet;
import tuanju.page.Dates;
import tuanju.settlement.FeesOwed;

/** A leader's money of one day, line by line, on a page and as a table to keep. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/lead/money")
class MoneyPages {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Statements statements;
    private final FeesOwed fees;
    private final CompletedOrders completed;
    private final MessageSource messages;
    private final Clock clock;

    @GetMapping
    String day(
            @AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable String day, Model model) {
        var wanted = read(day);
        model.addAttribute("statements", statements.of(me.member(), wanted));
        model.addAttribute(
                "owed", fees.to(me.member()).stream().map(FeesOwed.Owed::fee).reduce(Money.ZERO, Money::plus));
        model.addAttribute("days", completed.completedAfter().toDays());
        model.addAttribute("day", wanted);
        model.addAttribute("before", wanted.minusDays(1));
        model.addAttribute("after", wanted.isBefore(today()) ? wanted.plusDays(1) : null);
        model.addAttribute("active", "today");
        return "earning/money";
    }

    @GetMapping("/statement.csv")
    ResponseEntity<byte[]> table(
            @AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable String day, Locale locale) {
        var wanted = read(day);
        var words = new StatementWords(messages, locale);
        var sheet = new CsvSheet(words.columns());
        for (var statement : statements.of(me.member(), wanted)) {
            statement.lines().forEach(line -> sheet.row(cells(words, statement, line)));
        }
        return sheet.download("tuanju-" + wanted + ".csv");
    }

    @GetMapping("/statement.xlsx")
    ResponseEntity<byte[]> workbook(
            @AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable String day, Locale locale) {
        var wanted = read(day);
        var workbook = new StatementWorkbook(new StatementWords(messages, locale));
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("tuanju-" + wanted + ".xlsx")
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .body(workbook.write(statements.of(me.member(), wanted)));
    }

    private static List<?> cells(StatementWords words, Statement statement, Statement.Line line) {
        var one = new Statement(statement.community(), statement.day(), List.of(line));
        return List.of(
                statement.community(),
                line.order().code().value(),
                line.asked().yuan(),
                one.back().yuan(),
                one.back(Bearer.SUPPLIER.name()).yuan(),
                one.back(Bearer.PLATFORM.name()).yuan(),
                line.base().yuan(),
                line.percent(),
                line.gave().yuan(),
                line.fee().yuan(),
                words.standing(line));
    }

    private LocalDate read(@Nullable String day) {
        return day == null || day.isBlank() ? today() : Plain.day("day", day);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Dates.SHANGHAI);
    }
}
