package tuanju.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The program and plain JDBC at the same work on the same server, round by round in turn, and who was how fast. */
record Comparison(List<Pace> program, List<Pace> plain) {

    /** An even number would have no middle. */
    private static final int ROUNDS = Integer.getInteger("tuanju.bench.rounds", 3);

    private static final Path TABLE = Path.of("target", "bench.md");
    private static final String HEAD = """
            | work | the program, per s | plain JDBC, per s | ratio | range | p50 / p99, ms | refused |
            |---|---|---|---|---|---|---|
            """;

    /** Lets both work in turn, prints a line of the table and adds it to {@code target/bench.md}. */
    static Comparison of(String work, Supplier<Pace> program, Supplier<Pace> plain) {
        var both = new Comparison(new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round < ROUNDS; round++) {
            both.program.add(program.get());
            both.plain.add(plain.get());
        }
        both.print(work);
        return both;
    }

    /** How fast the program is, where plain JDBC is 1; of the rounds the middle one. */
    double ratio() {
        return ratios().get(ROUNDS / 2);
    }

    /** What was done in all rounds by both. */
    int done() {
        return Stream.concat(program.stream(), plain.stream())
                .mapToInt(Pace::done)
                .sum();
    }

    /** Each round's, the smallest first. */
    private List<Double> ratios() {
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            ratios.add(program.get(round).perSecond() / plain.get(round).perSecond());
        }
        return ratios.stream().sorted().toList();
    }

    private void print(String work) {
        var line = String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.3f | %.3f–%.3f | %.0f / %.0f | %d |%n",
                work,
                middle(program, Pace::perSecond),
                middle(plain, Pace::perSecond),
                ratio(),
                ratios().getFirst(),
                ratios().getLast(),
                middle(program, it -> it.millis(50)),
                middle(program, it -> it.millis(99)),
                program.stream().mapToInt(Pace::refused).sum());
        System.out.print(line);
        try {
            if (Files.notExists(TABLE)) {
                Files.writeString(TABLE, HEAD);
            }
            Files.writeString(TABLE, line, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double middle(List<Pace> paces, ToDoubleFunction<Pace> what) {
        return paces.stream().mapToDouble(what).sorted().toArray()[ROUNDS / 2];
    }
}
