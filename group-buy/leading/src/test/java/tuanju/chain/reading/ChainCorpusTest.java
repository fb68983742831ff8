package tuanju.chain.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainCorpusTest {

    @Test
    void readsTheLinesOfManyHands() {
        var score = Score.of(Corpus.of("corpus.txt"));
        System.out.println("Chain lists: " + score);
        score.misses().forEach(System.out::println);
        assertThat(score.lines()).isGreaterThanOrEqualTo(150);
        assertThat(score.precision()).isGreaterThanOrEqualTo(0.97);
        assertThat(score.recall()).isGreaterThanOrEqualTo(0.95);
    }

    /** Lines by others than those it was tuned on; the numbers of their first reading stand in docs/chain-lists.md. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "held-out.txt",
                "held-out-2.txt",
                "held-out-3.txt",
                "held-out-4.txt",
                "held-out-5.txt",
                "held-out-6.txt",
                "held-out-7.txt",
                "held-out-8.txt",
                "held-out-9.txt",
                "held-out-10.txt"
            })
    void readsLinesThatWereHeldOut(String file) {
        var score = Score.of(Corpus.of(file));
        System.out.println("Chain lists " + file + ": " + score);
        score.misses().forEach(System.out::println);
        assertThat(score.lines()).isGreaterThanOrEqualTo(40);
        assertThat(score.precision()).isGreaterThanOrEqualTo(0.95);
    }
}
