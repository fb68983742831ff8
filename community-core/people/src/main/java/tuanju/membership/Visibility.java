package tuanju.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;

/**
 * Who may see something of a community: everybody, its members, or its members of a level and above. For everybody else it
 * is not there: the same 404 as for a code of nothing.
 *
 * <p>Kept as one column {@code visible_from smallint check (visible_from between 0 and 9)}, null for everybody. Every
 * statement that finds such rows for somebody says {@code and may_see(community_id, :viewer, visible_from)}, with null for who
 * is not signed in, so that what is hidden costs the same statements as what never was. A list shows what its reader may see;
 * what is drawn for everybody, such as a picture in a chat, asks as nobody.
 *
 * @param from the least level that sees it, 0 for every member; null for everybody
 */
public record Visibility(@Nullable Integer from) {

    public static final Visibility PUBLIC = new Visibility(null);
    public static final Visibility MEMBERS = new Visibility(0);

    static final int HIGHEST = 9;

    private static final Pattern LEVEL = Pattern.compile("LEVEL_([1-9])");

    public Visibility {
        if (from != null && (from < 0 || from > HIGHEST)) {
            throw new IllegalArgumentException("There is no level " + from);
        }
    }

    /** Members of this level and above; 1 to 9. */
    public static Visibility level(int least) {
        return new Visibility(least);
    }

    /** PUBLIC, MEMBERS or LEVEL_1 to LEVEL_9, as forms and programs say it; nothing is PUBLIC. Refuses other words with Invalid. */
    public static Visibility of(@Nullable String word) {
        return of("visibility", word);
    }

    /** The same of a field with this name. */
    public static Visibility of(String field, @Nullable String word) {
        if (word == null || word.isBlank() || word.equals("PUBLIC")) {
            return PUBLIC;
        }
        if (word.equals("MEMBERS")) {
            return MEMBERS;
        }
        var level = LEVEL.matcher(word);
        if (!level.matches()) {
            throw new Invalid(field, "visibility-unknown");
        }
        return level(Integer.parseInt(level.group(1)));
    }

    /** From a row whose column {@code visible_from} is asked for. */
    public static Visibility stored(ResultSet row) throws SQLException {
        return stored(row, "visible_from");
    }

    /** The same where a statement calls it otherwise. */
    public static Visibility stored(ResultSet row, String column) throws SQLException {
        @Nullable Integer from = row.getObject(column, Integer.class);
        return from == null ? PUBLIC : new Visibility(from);
    }

    /** The word that {@link #of} reads. */
    public String word() {
        if (from == null) {
            return "PUBLIC";
        }
        return from == 0 ? "MEMBERS" : "LEVEL_" + from;
    }

    public boolean isPublic() {
        return from == null;
    }

    /** What a form offers. */
    public static List<Visibility> choices() {
        return Stream.concat(
                        Stream.of(PUBLIC, MEMBERS),
                        IntStream.rangeClosed(1, HIGHEST).mapToObj(Visibility::level))
                .toList();
    }
}
