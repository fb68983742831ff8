package tuanju.table;

import java.util.List;

/** Answers which looks at a table its reader keeps; whoever knows readers implements it. */
public interface SavedViews {

    /** Those of the page at this path, by name. */
    List<SavedView> of(String page);
}
