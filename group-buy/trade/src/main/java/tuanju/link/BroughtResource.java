package tuanju.link;

/** What a link to a page brought, as programs read it; the sharer by the name that strangers see. */
public record BroughtResource(
        String link, String kind, String sharer, boolean own, long clicks, int orders, int paidOrders, long paidFen) {

    public static BroughtResource of(Brought brought) {
        return new BroughtResource(
                brought.link().value(),
                brought.kind(),
                brought.sharer(),
                brought.own(),
                brought.clicks(),
                brought.orders(),
                brought.paidOrders(),
                brought.paid().fen());
    }
}
