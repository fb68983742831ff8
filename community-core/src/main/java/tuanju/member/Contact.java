package tuanju.member;

/** How to reach a member: for the snapshot inside their own order, never for a page. */
public record Contact(String name, Phone phone, Household household) {}
