package tuanju.note.people;

/** How somebody stands to somebody else who writes. */
public enum Relation {
    /** Reads what they write in a list of its own (关注). */
    FOLLOWS("follows"),
    /** Does not read them any more; they do not learn it (静音). */
    MUTES("mutes"),
    /** Neither reads the other (拉黑). */
    BLOCKS("blocks");

    private final String path;

    Relation(String path) {
        this.path = path;
    }

    /** As an address says it. */
    public String path() {
        return path;
    }

    static Relation of(String path) {
        return java.util.Arrays.stream(values())
                .filter(it -> it.path.equals(path))
                .findFirst()
                .orElseThrow(tuanju.command.NotFound::new);
    }
}
