package tuanju.household;

/** How far what a household ordered is. */
enum HouseholdState {
    /** Nothing of it is paid yet, and that decides whether it comes. */
    WAITS_FOR_MONEY,
    /** Its goods are not here. */
    COMING,
    /** They wait to be fetched. */
    WAITING,
    /** Everything was handed over. */
    FETCHED,
    /** Nobody came for it, or it was called off. */
    OVER
}
