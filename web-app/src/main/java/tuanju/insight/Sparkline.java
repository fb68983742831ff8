package tuanju.insight;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A row of numbers as the points of a small SVG line, {@value #WIDTH} wide and {@value #HEIGHT} high. */
record Sparkline(String line, String area) {

    static final int WIDTH = 120;
    static final int HEIGHT = 32;
    private static final int MARGIN = 2;

    static Sparkline of(List<Long> values) {
        if (values.size() < 2) {
            return new Sparkline("", "");
        }
        long top = Math.max(1, values.stream().mapToLong(Long::longValue).max().orElse(1));
        double step = (double) WIDTH / (values.size() - 1);
        var line = IntStream.range(0, values.size())
                .mapToObj(it -> String.format(Locale.ROOT, "%.1f,%.1f", it * step, height(values.get(it), top)))
                .collect(Collectors.joining(" "));
        return new Sparkline(line, "0," + HEIGHT + " " + line + " " + WIDTH + "," + HEIGHT);
    }

    public boolean isDrawn() {
        return !line.isEmpty();
    }

    private static double height(long value, long top) {
        return HEIGHT - MARGIN - (double) value / top * (HEIGHT - 2 * MARGIN);
    }
}
