package tuanju.table;

/**
 * A look at a long table that somebody keeps under a name.
 *
 * @param query what stands behind the "?" of its address
 */
public record SavedView(String page, String name, String query) {

    public String address() {
        return query.isEmpty() ? page : page + "?" + query;
    }
}
