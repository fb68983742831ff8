package tuanju.link.click;

import java.util.Collection;
import java.util.Map;
import tuanju.community.Code;
import tuanju.money.Money;

/** Told by whoever pays for what links bring: what each of these earned who shares it, also what is not theirs yet. */
public interface LinkEarnings {

    /** A link that earned nothing is not among them. */
    Map<Code, Money> of(Collection<Code> links);
}
