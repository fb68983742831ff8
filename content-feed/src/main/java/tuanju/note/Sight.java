package tuanju.note;

/**
 * The one condition under which somebody sees what somebody else wrote; every statement that shows, counts or tells of notes
 * and comments holds it, with {@code :viewer} for who reads, null for who is not signed in. Whom they muted they do not read;
 * who blocked and who was blocked do not read each other. What operators decide reaches everybody.
 */
public final class Sight {

    /** Of a note n: neither withdrawn nor hidden (its author still sees it), open to them, and by somebody they read. */
    public static final String NOTE = " n.withdrawn_at is null and (n.hidden_at is null or n.author_id = :viewer::uuid)"
            + " and may_see(n.community_id, :viewer::uuid, n.visible_from) and " + person("n.author_id");

    /** Of a comment c under a note that they see; an answer stands and falls with what it answers. */
    public static final String COMMENT =
            comment("c") + " and (c.parent_id is null or exists (select from note_comment p"
                    + " where p.community_id = c.community_id and p.id = c.parent_id and " + comment("p") + "))";

    private Sight() {}

    /** Of something by the person in this column. */
    public static String person(String column) {
        return between(":viewer::uuid", column);
    }

    /** Whether this reader reads this writer, each an expression of the statement. */
    public static String between(String reader, String writer) {
        return """
             not exists (select from aversion v where v.member_id = %1$s and v.other_id = %2$s
                or v.blocked and v.member_id = %2$s and v.other_id = %1$s)
            """.formatted(reader, writer);
    }

    private static String comment(String alias) {
        return " %1$s.withdrawn_at is null and (%1$s.hidden_at is null or %1$s.author_id = :viewer::uuid) and "
                        .formatted(alias)
                + person(alias + ".author_id");
    }
}
