package tuanju.chain.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tuanju.address.Neighbourhood;
import tuanju.chain.reading.ChainListReader.Context;

/** As many short lines as one text may hold take no longer than their number says. */
class ManyLinesTest {

    private static final int LINES = 3000;

    private static final Context CONTEXT = new Context(
            List.of(
                    new ChainProduct(new UUID(0, 1), "水果1", "每份", null),
                    new ChainProduct(new UUID(0, 2), "水果2", "每份", null)),
            Neighbourhood.UNKNOWN,
            "",
            List.of());

    @ParameterizedTest
    @ValueSource(strings = {"1. 张三 3-101 水果1 1份", "1. 同上", "%d. 同%d号", "1. 水果1\n1. 张三"})
    @DisplayName("A-88 many short lines are read in the time that their number says")
    void manyShortLinesAreReadInTime(String line) {
        var text = new StringBuilder();
        for (int number = 1; number <= LINES; number++) {
            text.append(line.replace("%d", Integer.toString(number))).append('\n');
        }
        var clock = ManagementFactory.getThreadMXBean();

        long start = clock.getCurrentThreadCpuTime();
        ChainListReader.read(text.toString(), CONTEXT);

        assertThat(Duration.ofNanos(clock.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(3));
    }
}
