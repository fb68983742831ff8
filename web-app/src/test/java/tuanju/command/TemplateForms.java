package tuanju.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The forms of all templates, read from their source: also those that only show in a rare moment. */
final class TemplateForms {

    private static final Pattern FORM = Pattern.compile("<form((?:[^>\"]|\"[^\"]*\")*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern CONTROL =
            Pattern.compile("<(?:input|button|select|textarea)((?:[^>\"]|\"[^\"]*\")*)>", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("(?:^|\\s)(th:)?name=\"([^\"]*)\"");
    private static final Pattern FRAGMENT = Pattern.compile("~\\{([\\w/-]+) :: ([\\w-]+)(\\((?:[^\"]*?)\\))?}");
    private static final Pattern PATH = Pattern.compile("@\\{(/(?:[\\w/-]|\\{\\w+})*)");
    private static final Pattern BUILT = Pattern.compile("@\\{\\$\\{([^}]*)}");
    private static final Pattern FORMACTION = Pattern.compile("th:formaction=\"[^\"]*\"");
    private static final Pattern WORD = Pattern.compile("'([\\w.\\[\\]-]+)'");
    private static final Pattern NEXT = Pattern.compile(",(?![^({]*[)}])");

    private final Map<String, String> templates = new TreeMap<>();

    /**
     * A form.
     *
     * @param actions where it is sent, by itself and by its buttons, each as a pattern of addresses
     * @param names of all its fields, with 0 for whatever stands for a row or a thing
     */
    record Form(String template, List<Pattern> actions, Set<String> names) {}

    TemplateForms() {
        try {
            for (var resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:templates/**/*.html")) {
                var path = resource.getURL().getPath().replaceAll(".*/templates/|\\.html$", "");
                templates.put(path, resource.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Form> posted() {
        return templates.entrySet().stream()
                .flatMap(it -> FORM.matcher(it.getValue())
                        .results()
                        .filter(form -> form.group(1).contains("method=\"post\""))
                        .map(form -> form(it.getKey(), form.group(1), form.group(2))))
                .toList();
    }

    private Form form(String template, String tag, String inside) {
        var names = new LinkedHashSet<String>();
        names(inside, Map.of(), names);
        Matcher id = Pattern.compile("\\bid=\"([\\w-]+)\"").matcher(tag);
        if (id.find()) {
            belonging(template, id.group(1)).forEach(it -> names(it, Map.of(), names));
        }
        var elsewhere = FORMACTION
                .matcher(inside)
                .results()
                .flatMap(it -> actions(it.group().replace("form", "")).stream());
        return new Form(
                template, Stream.concat(actions(tag).stream(), elsewhere).toList(), names);
    }

    /** Controls elsewhere in the module that say they belong to the form with this id. */
    private Stream<String> belonging(String template, String id) {
        var module = template.substring(0, template.indexOf('/') + 1);
        return templates.entrySet().stream()
                .filter(it -> it.getKey().startsWith(module))
                .flatMap(it -> CONTROL.matcher(it.getValue()).results())
                .map(MatchResult::group)
                .filter(it -> it.contains("form=\"" + id + "\""));
    }

    private void names(String text, Map<String, String> words, Set<String> names) {
        CONTROL.matcher(text)
                .results()
                .forEach(control -> NAME.matcher(control.group(1))
                        .results()
                        .map(name -> name.group(1) == null ? name.group(2) : said(name.group(2), words))
                        .filter(name -> !name.contains("$"))
                        .forEach(names::add));
        FRAGMENT.matcher(text).results().forEach(call -> {
            var source = fragment(call.group(1), call.group(2));
            var arguments = call.group(3) == null ? "()" : call.group(3);
            names(source, given(source, arguments, words), names);
        });
    }

    /** A built name with what is known put in, and 0 for what a row or thing is known by; "$" where nothing is known. */
    private static String said(String name, Map<String, String> words) {
        if (name.matches("\\$\\{\\w+}")) {
            return words.getOrDefault(name.substring(2, name.length() - 1), "$");
        }
        var known = name.replace("|", "");
        for (var word : words.entrySet()) {
            known = known.replace("${" + word.getKey() + "}", word.getValue());
        }
        return known.replaceAll("\\$\\{[^}]*}", "0");
    }

    /** The fragment's parameters that are called with a plain word. */
    private static Map<String, String> given(String source, String arguments, Map<String, String> words) {
        var signature = Pattern.compile("th:fragment=\"[\\w-]+\\(([^)]*)\\)\"").matcher(source);
        var given = new TreeMap<String, String>();
        if (signature.find()) {
            var parameters = signature.group(1).split(",");
            var values = NEXT.split(arguments.substring(1, arguments.length() - 1));
            for (int i = 0; i < Math.min(parameters.length, values.length); i++) {
                var value = values[i].strip();
                var word = WORD.matcher(value);
                var passed = value.matches("\\$\\{\\w+}") ? words.get(value.substring(2, value.length() - 1)) : null;
                if (word.matches() || passed != null) {
                    given.put(parameters[i].strip(), passed == null ? word.group(1) : passed);
                }
            }
        }
        return given;
    }

    private String fragment(String template, String name) {
        var source = templates.getOrDefault(template, "");
        var begin = Pattern.compile("th:fragment=\"" + name + "\\b").matcher(source);
        if (!begin.find()) {
            return "";
        }
        int end = source.indexOf("th:fragment=\"", begin.end());
        return source.substring(source.lastIndexOf('<', begin.start()), end < 0 ? source.length() : end);
    }

    private static List<Pattern> actions(String tag) {
        var paths = PATH.matcher(tag).results().map(it -> it.group(1).replaceAll("\\{\\w+}", "\\\\w+"));
        var built = BUILT.matcher(tag)
                .results()
                .map(it -> Stream.of(it.group(1).split("\\+"))
                        .map(String::strip)
                        .map(part -> part.startsWith("'") ? Pattern.quote(part.replace("'", "")) : ".+")
                        .collect(Collectors.joining()));
        var plain = Pattern.compile("(?<!th:)action=\"([^\"]+)\"")
                .matcher(tag)
                .results()
                .map(it -> it.group(1));
        var passed = tag.contains("th:action=\"${action}\"") ? Stream.of(".+") : Stream.<String>empty();
        return Stream.of(paths, built, plain, passed)
                .flatMap(it -> it)
                .map(Pattern::compile)
                .toList();
    }
}
