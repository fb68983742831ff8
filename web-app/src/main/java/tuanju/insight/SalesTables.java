package tuanju.insight;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tuanju.audit.AuditTrail;
import tuanju.command.NotFound;
import tuanju.member.MemberId;
import tuanju.page.CsvSheet;

/** The dashboard's tables as files; who took which is written to the audit trail. */
@Component
@RequiredArgsConstructor
class SalesTables {

    private static final List<String> DAY = List.of(
            "day",
            "gmv",
            "orders",
            "average",
            "pieces",
            "buyers",
            "newBuyers",
            "refunds",
            "refunded",
            "refundRate",
            "formed",
            "lapsed",
            "success",
            "imported",
            "importedYuan");

    private final Dashboards dashboards;
    private final MessageSource messages;
    private final AuditTrail audit;

    /** Which table, of what, in whose language. */
    record Wanted(String table, Scope scope, Locale locale) {}

    /** Refuses a table there is not with NotFound. */
    ResponseEntity<byte[]> download(Wanted wanted, MemberId by) {
        var sheet = switch (wanted.table()) {
            case "days" -> days(wanted);
            case "products" -> ranking(wanted, List.of("product", "pieces"));
            case "leaders" -> ranking(wanted, List.of("leader", "orders", "pieces"));
            case "communities" -> ranking(wanted, List.of("community", "orders", "pieces"));
            default -> throw new NotFound();
        };
        var period =
                wanted.scope().period().from() + "_" + wanted.scope().period().to();
        audit.record(by.value(), "sales.exported", "table " + wanted.table(), period);
        return sheet.download("tuanju-" + wanted.table() + "-" + period + ".csv");
    }

    private CsvSheet days(Wanted wanted) {
        var sales = dashboards.sales(wanted.scope());
        var sheet = sheet(wanted, DAY);
        for (var day : sales.days()) {
            sheet.row(cells(day.day().toString(), day.figures()));
        }
        sheet.row(cells(message(wanted, "total"), sales.totals()));
        return sheet;
    }

    private CsvSheet ranking(Wanted wanted, List<String> headings) {
        var ranking = dashboards.ranking(wanted.table(), wanted.scope(), Dashboards.ALL);
        var columns = new ArrayList<>(headings);
        columns.addAll(List.of("gmv", "previous"));
        var sheet = sheet(wanted, columns);
        boolean withOrders = headings.contains("orders");
        for (var row : ranking.rows()) {
            sheet.row(cells(row.name().isEmpty() ? message(wanted, "unnamed") : row.name(), row, withOrders));
        }
        if (ranking.hasOthers()) {
            sheet.row(cells(message(wanted, "notSoldNow"), ranking.others(), withOrders));
        }
        sheet.row(cells(message(wanted, "total"), ranking.total(), withOrders));
        return sheet;
    }

    private CsvSheet sheet(Wanted wanted, List<String> columns) {
        return new CsvSheet(columns.stream().map(it -> message(wanted, it)).toList());
    }

    private String message(Wanted wanted, String column) {
        return messages.getMessage("insight.column." + column, null, wanted.locale());
    }

    private static List<Object> cells(String name, Ranking.Row row, boolean withOrders) {
        var cells = new ArrayList<Object>(List.of(name));
        if (withOrders) {
            cells.add(row.orders());
        }
        cells.addAll(List.of(row.pieces(), yuan(row.fen()), yuan(row.previousFen())));
        return cells;
    }

    private static List<Object> cells(String name, Figures figures) {
        return List.of(
                name,
                yuan(figures.gmvFen()),
                figures.orders(),
                yuan(figures.averageFen()),
                figures.pieces(),
                figures.buyers(),
                figures.newBuyers(),
                figures.refunds(),
                yuan(figures.refundedFen()),
                percent(figures.refundRate()),
                figures.formed(),
                figures.lapsed(),
                percent(figures.successRate()),
                figures.imported(),
                yuan(figures.importedFen()));
    }

    private static Object yuan(@Nullable Long fen) {
        return fen == null ? "" : BigDecimal.valueOf(fen, 2);
    }

    private static Object percent(@Nullable Long basisPoints) {
        return basisPoints == null ? "" : BigDecimal.valueOf(basisPoints, 2);
    }
}
