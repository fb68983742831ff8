package tuanju.member;

import java.util.List;
import java.util.Map;

/**
 * What one module knows of people: each brings its own tables, so that a member gets a copy of everything and a closed
 * account leaves nothing behind that no law keeps. A table of the schema that nobody names fails the build.
 */
public interface PersonalData {

    /** The key of this part in the copy that a member takes away: "order". */
    String called();

    /** Every table of the module that may name a person. */
    List<PersonalTable> tables();

    /** What the statements of the tables ask for: always the member's id; a module above adds what it knows of them. */
    default Map<String, Object> asked(MemberId member) {
        return Map.of("member", member.value());
    }

    /** What entities of the module end by themselves, in the same transaction; again it changes nothing. */
    default void forget(MemberId member) {}

    /** What must end before their account may be closed: message keys of sentences that say what to do. */
    default List<String> unfinished(MemberId member) {
        return List.of();
    }
}
