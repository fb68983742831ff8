package tuanju.note;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What one change did to a note.
 *
 * @param version what it made
 */
public record NoteChange(int version, Instant at, List<Line> lines) {

    /** What became of a line. */
    public enum Kind {
        KEPT,
        ADDED,
        REMOVED
    }

    /** A line of title, text, or the name of a card. */
    public record Line(Kind kind, String text) {}

    /** Line by line, by the longest run of lines that both have; what is taken away stands before what came. */
    static List<Line> between(List<String> old, List<String> now) {
        var common = common(old, now);
        var lines = new ArrayList<Line>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                lines.add(new Line(Kind.KEPT, old.get(i++)));
                j++;
            } else if (j >= now.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                lines.add(new Line(Kind.REMOVED, old.get(i++)));
            } else {
                lines.add(new Line(Kind.ADDED, now.get(j++)));
            }
        }
        return lines;
    }

    private static short[][] common(List<String> old, List<String> now) {
        var common = new short[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? (short) (common[i + 1][j + 1] + 1)
                        : (short) Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
