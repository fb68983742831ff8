package tuanju.price;

import java.util.List;

/** How a price came about, as programs see it; amounts in fen. */
public record PriceResource(long goodsFen, List<Less> discounts, long payableFen, List<Paid> tenders) {

    /** One discount, and whose money it is. */
    public record Less(String source, String title, Funder funder, long amountFen) {}

    /** One way it is paid. */
    public record Paid(Tender.Kind kind, long amountFen) {}

    public static PriceResource of(Price price) {
        return new PriceResource(
                price.goods().fen(), less(price), price.payable().fen(), paid(price));
    }

    static List<Less> less(Price price) {
        return price.given().stream()
                .map(it -> new Less(
                        it.source(), it.title(), it.funder(), it.amount().fen()))
                .toList();
    }

    static List<Paid> paid(Price price) {
        return price.tenders().stream()
                .map(it -> new Paid(it.kind(), it.amount().fen()))
                .toList();
    }
}
