package tuanju.table;

import java.util.List;

/** Answers which looks at a table its reader keeps; whoever knows readers implements it. */
public interface SavedViews {

    /**
     * A look at a long table that somebody keeps under a name.
     *
     * @param query what stands behind the "?" of its address
     */
    record SavedView(String page, String name, String query) {

        public String address() {
            return query.isEmpty() ? page : page + "?" + query;
        }
    }

    /** Those of the page at this path, by name. */
    List<SavedView> of(String page);
}
