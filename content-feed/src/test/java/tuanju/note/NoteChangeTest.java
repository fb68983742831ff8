package tuanju.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tuanju.note.NoteChange.Kind;
import tuanju.note.NoteChange.Line;

class NoteChangeTest {

    @Test
    void saysLineByLineWhatBecameOfATextAndWhatIsTakenAwayStandsFirst() {
        assertThat(NoteChange.between(List.of("番茄", "甜", "OFFER A"), List.of("番茄", "不甜", "OFFER A", "OFFER B")))
                .containsExactly(
                        new Line(Kind.KEPT, "番茄"),
                        new Line(Kind.REMOVED, "甜"),
                        new Line(Kind.ADDED, "不甜"),
                        new Line(Kind.KEPT, "OFFER A"),
                        new Line(Kind.ADDED, "OFFER B"));
    }

    @Test
    void ofNothingThereIsOnlyWhatCame() {
        assertThat(NoteChange.between(List.of(), List.of("番茄"))).containsExactly(new Line(Kind.ADDED, "番茄"));
        assertThat(NoteChange.between(List.of("番茄"), List.of())).containsExactly(new Line(Kind.REMOVED, "番茄"));
    }
}
