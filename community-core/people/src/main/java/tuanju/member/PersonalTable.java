package tuanju.member;

import java.util.List;
import java.util.stream.Stream;

/**
 * A table that may name a person: what its owner gets a copy of, what becomes of it when they close their account, and why
 * anything stays.
 *
 * @param copied selects what is theirs and names nobody else; empty where there is nothing to copy
 * @param forgotten statements that end what says who they were; each may run again and then changes nothing
 * @param kept why something stays; empty where nothing does
 */
public record PersonalTable(String name, String copied, List<String> forgotten, String kept) {

    public PersonalTable {
        forgotten = List.copyOf(forgotten);
    }

    /** Nothing is copied, forgotten or kept yet. */
    public static PersonalTable of(String name) {
        return new PersonalTable(name, "", List.of(), "");
    }

    /** A member's own copy of their rows. */
    public PersonalTable copied(String select) {
        return new PersonalTable(name, select, forgotten, kept);
    }

    /** What is done to the rows of a closed account. */
    public PersonalTable forgotten(String statement) {
        var all = Stream.concat(forgotten.stream(), Stream.of(statement)).toList();
        return new PersonalTable(name, copied, all, kept);
    }

    /** What stays, and by what right. */
    public PersonalTable kept(String why) {
        return new PersonalTable(name, copied, forgotten, why);
    }
}
