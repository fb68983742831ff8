package tuanju.chain;

/** What a whole group may read of a person: the surname, the building, the floor at most, never a phone. */
final class GroupMask {

    private GroupMask() {}

    static String name(String full) {
        var name = full.strip();
        return name.isEmpty() ? "**" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    /** 3-5** of 3-502; the building alone where there is no room. */
    static String door(String building, String room) {
        var hidden = room.length() <= 2 ? "**" : room.substring(0, room.length() - 2) + "**";
        if (building.isEmpty()) {
            return room.isEmpty() ? "" : hidden;
        }
        return room.isEmpty() ? building : building + "-" + hidden;
    }
}
