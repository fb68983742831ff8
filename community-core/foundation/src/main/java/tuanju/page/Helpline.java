package tuanju.page;

import java.util.Locale;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How people reach whoever runs this platform (tuanju.help), in their own words: a phone, a WeChat name, hours. */
@Component
public class Helpline {

    private final String said;
    private final MessageSource messages;

    Helpline(@Value("${tuanju.help:}") String said, MessageSource messages) {
        this.said = said.strip();
        this.messages = messages;
    }

    /** Empty where whoever runs it has not said. */
    public String said() {
        return said;
    }

    /** The same inside a sentence: where nothing was said it is "whoever runs this platform". */
    public String in(Locale language) {
        return said.isEmpty()
                ? Objects.requireNonNull(messages.getMessage("page.helpline.unset", null, language))
                : said;
    }
}
