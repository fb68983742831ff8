package tuanju.cycle;

/** Where an order cycle (接龙) stands between the leader's first draft and the last bag handed over. */
public enum CycleStatus {
    /** Only the leader sees it. */
    DRAFT,
    /** Members order until the cut-off. */
    OPEN,
    /** Past its cut-off (截单): nothing new is taken, goods are on their way. */
    CLOSED,
    /** Goods are here and can be collected. */
    ARRIVED,
    /** Everything is handed over or written off. */
    DONE
}
