package tuanju.referral;

import java.util.Locale;
import lombok.Getter;
import tuanju.command.Refusal;

/** The law does not allow it (422); says which rule, which law, and what would be fine instead. */
@Getter
public final class AgainstTheLaw extends Refusal {

    private final LegalRule rule;

    public AgainstTheLaw(LegalRule rule) {
        super(422, "against-the-law-" + rule.getId().toLowerCase(Locale.ROOT));
        this.rule = rule;
    }
}
