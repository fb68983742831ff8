package tuanju.page;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * The sentences of all modules, in one table for each language that is spoken: a page asks for a hundred, and each would
 * otherwise be looked for in one module's file after the other.
 */
final class Sentences extends ResourceBundleMessageSource {

    private final List<Locale> spoken;
    private final Map<Locale, Table> tables = new ConcurrentHashMap<>();

    /** As they stand in their files; and those that are told something, read as patterns when they are first asked for. */
    private record Table(Map<String, String> texts, Map<String, MessageFormat> patterns) {}

    Sentences(List<Locale> spoken) {
        this.spoken = spoken;
    }

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale language) {
        return spoken.contains(language)
                ? table(language).texts().get(code)
                : super.resolveCodeWithoutArguments(code, language);
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale language) {
        if (!spoken.contains(language)) {
            return super.resolveCode(code, language);
        }
        var table = table(language);
        var text = table.texts().get(code);
        return text == null ? null : table.patterns().computeIfAbsent(code, it -> createMessageFormat(text, language));
    }

    private Table table(Locale language) {
        return tables.computeIfAbsent(language, it -> new Table(texts(it), new ConcurrentHashMap<>()));
    }

    /** Where two modules say the same, the first one's counts, as it did when they were asked in turn. */
    private Map<String, String> texts(Locale language) {
        var all = new HashMap<String, String>();
        for (var module : getBasenameSet()) {
            var file = getResourceBundle(module, language);
            if (file != null) {
                file.keySet().forEach(code -> all.putIfAbsent(code, file.getString(code)));
            }
        }
        return all;
    }
}
