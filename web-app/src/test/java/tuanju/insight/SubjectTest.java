package tuanju.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class SubjectTest {

    private static final String ID = "0199c1f2-7a10-7c44-8f00-0123456789ab";

    @Test
    void aMemberIsShownByNameAndByTheEndOfTheIdWhereNobodyKnowsIt() {
        var member = Subject.of("member " + ID);

        assertThat(member.kind()).isEqualTo("member");
        assertThat(member.id()).contains(UUID.fromString(ID));
        assertThat(member.shown()).isEqualTo("…6789ab");
        assertThat(member.named("王姐").shown()).isEqualTo("王姐");
    }

    @Test
    void aCodeIsShownAsItIs() {
        assertThat(Subject.of("JYSAQ2X7K9M4TB").shown()).isEqualTo("JYSAQ2X7K9M4TB");
        assertThat(Subject.of("order JYSAQ2X7K9M4TB").shown()).isEqualTo("JYSAQ2X7K9M4TB");
        assertThat(Subject.of("payment/JYSAQ2X7K9M4TB").kind()).isEqualTo("payment");
    }

    @Test
    void wordsOfADetailAreNoSubject() {
        assertThat(Subject.of("¥12.00 → ¥12.50").id()).isEmpty();
        assertThat(Subject.of("community " + ID).id()).contains(UUID.fromString(ID));
    }
}
