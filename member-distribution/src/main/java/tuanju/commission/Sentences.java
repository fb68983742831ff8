package tuanju.commission;

import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says by which rule a line earns, in the reader's language. Templates call it as {@code @commissionSentences}. */
@Component("commissionSentences")
@RequiredArgsConstructor
class Sentences {

    private final MessageSource messages;

    public String of(Commission.Line line) {
        var rule = line.rule();
        return messages.getMessage(
                "commission.sentence." + rule.scope(),
                new Object[] {
                    line.title(), Fired.percent(rule.basisPoints()), line.kept().toString(), rule.called()
                },
                LocaleContextHolder.getLocale());
    }

    /** What a rule is about: everybody, one of a category, … */
    public String about(Rule rule) {
        return messages.getMessage(
                "commission.about." + rule.scope(), new Object[] {rule.called()}, LocaleContextHolder.getLocale());
    }
}
