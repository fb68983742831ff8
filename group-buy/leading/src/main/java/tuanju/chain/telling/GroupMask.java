package tuanju.chain.telling;

/** What a whole group may read of a person: the surname, the building, the floor at most, never a phone. */
final class GroupMask {

    private GroupMask() {}

    static String name(String full) {
        var name = full.strip();
        return name.isEmpty() ? "**" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }
}
