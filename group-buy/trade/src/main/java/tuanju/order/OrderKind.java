package tuanju.order;

/** How an order came about. */
public enum OrderKind {
    /** A seat in a team. */
    TEAM,
    /** Bought alone at the full price. */
    ALONE,
    /** Ordered by a member in an order cycle. */
    CYCLE,
    /** Read from the export of another tool and paid there. */
    IMPORT
}
