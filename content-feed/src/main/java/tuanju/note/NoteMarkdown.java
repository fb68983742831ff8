package tuanju.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;
import tuanju.note.NoteBlock.Kind;
import tuanju.note.NoteBlock.Run;

/**
 * Reads Markdown into what a page can show of it: paragraphs, headings, lists, quotes, emphasis, and links to pages of ours.
 * Everything else, tags and pictures too, is words. However it is nested, what lies deeper than eight is words as well.
 */
final class NoteMarkdown {

    private static final int DEEPEST = 8;
    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(Heading.class, ListBlock.class, BlockQuote.class, ThematicBreak.class))
            .maxOpenBlockParsers(DEEPEST)
            .build();
    private static final String PATH = "[A-Za-z0-9/_?=&.\\-]*";

    private final Pattern ours;
    private final Pattern pasted;
    private final List<NoteBlock> blocks = new ArrayList<>();

    /** How words look where they stand. */
    private record Look(
            boolean strong, boolean emphasis, @Nullable String href, int depth) {

        private static final Look PLAIN = new Look(false, false, null, 0);

        private Look deeper() {
            return new Look(strong, emphasis, href, depth + 1);
        }

        private Run run(String text) {
            return new Run(text, strong, emphasis, href, false);
        }
    }

    /** Of a program whose pages begin with this address. */
    NoteMarkdown(String base) {
        pasted = Pattern.compile(Pattern.quote(base) + PATH);
        ours = Pattern.compile(pasted.pattern() + "|/(?!/)" + PATH);
    }

    List<NoteBlock> read(String text) {
        children(PARSER.parse(text), Kind.PARAGRAPH);
        return List.copyOf(blocks);
    }

    /** All that a page shows of it and leads to, without any look; wherever the pages are. */
    static String words(String text) {
        var words = new StringBuilder();
        var led = new StringBuilder();
        new NoteMarkdown("/")
                .read(text).stream()
                        .flatMap(it -> it.lines().stream())
                        .flatMap(List::stream)
                        .forEach(it -> {
                            words.append(it.text());
                            led.append('\n').append(it.href() == null ? "" : it.href());
                        });
        return words.append(led).toString();
    }

    private void children(Node parent, Kind as) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Heading heading -> blocks.add(new NoteBlock(Kind.HEADING, List.of(runs(heading))));
                case BulletList list -> blocks.add(new NoteBlock(Kind.BULLETS, items(list, 0)));
                case OrderedList list -> blocks.add(new NoteBlock(Kind.NUMBERS, items(list, 0)));
                case BlockQuote quote -> children(quote, Kind.QUOTE);
                case ThematicBreak rule -> blocks.add(new NoteBlock(Kind.RULE, List.of()));
                default -> blocks.add(new NoteBlock(as, List.of(runs(node))));
            }
        }
    }

    /** Lists within lists are one list. */
    private List<List<Run>> items(Node list, int depth) {
        var items = new ArrayList<List<Run>>();
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            var own = new ArrayList<Run>();
            var deeper = new ArrayList<List<Run>>();
            for (var part = item.getFirstChild(); part != null; part = part.getNext()) {
                if (part instanceof ListBlock more && depth < DEEPEST) {
                    deeper.addAll(items(more, depth + 1));
                } else {
                    own.addAll(runs(part));
                }
            }
            items.add(own);
            items.addAll(deeper);
        }
        return items;
    }

    private List<Run> runs(Node block) {
        var runs = new ArrayList<Run>();
        collect(block, Look.PLAIN, runs);
        return runs;
    }

    private void collect(Node parent, Look look, List<Run> runs) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (look.depth() >= DEEPEST) {
                flat(node, runs);
            } else {
                write(node, look, runs);
            }
        }
    }

    private void write(Node node, Look look, List<Run> runs) {
        switch (node) {
            case Text text -> text(text.getLiteral(), look, runs);
            case Code code -> runs.add(look.run(code.getLiteral()));
            case HtmlInline tag -> runs.add(look.run(tag.getLiteral()));
            case SoftLineBreak line -> runs.add(new Run("", false, false, null, true));
            case HardLineBreak line -> runs.add(new Run("", false, false, null, true));
            case StrongEmphasis strong ->
                collect(strong, new Look(true, look.emphasis(), look.href(), look.depth() + 1), runs);
            case Emphasis emphasis ->
                collect(emphasis, new Look(look.strong(), true, look.href(), look.depth() + 1), runs);
            case Link link -> link(link, look, runs);
            default -> collect(node, look.deeper(), runs);
        }
    }

    private void link(Link link, Look look, List<Run> runs) {
        var to = link.getDestination();
        boolean known = ours.matcher(to).matches();
        collect(link, new Look(look.strong(), look.emphasis(), known ? to : null, look.depth() + 1), runs);
        if (!known && !to.isBlank()) {
            runs.add(look.run(" (" + to + ")"));
        }
    }

    /** Addresses of ours that were pasted can be followed. */
    private void text(String words, Look look, List<Run> runs) {
        int from = 0;
        var found = pasted.matcher(words);
        while (look.href() == null && found.find()) {
            runs.add(look.run(words.substring(from, found.start())));
            runs.add(new Run(found.group(), look.strong(), look.emphasis(), found.group(), false));
            from = found.end();
        }
        runs.add(look.run(words.substring(from)));
    }

    /** Whatever lies too deep is words, found without descending. */
    private static void flat(Node top, List<Run> runs) {
        @Nullable Node node = top;
        while (node != null) {
            if (node instanceof Text text) {
                runs.add(Look.PLAIN.run(text.getLiteral()));
            }
            node = next(node, top);
        }
    }

    private static @Nullable Node next(Node node, Node top) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        var up = node;
        while (up != top && up.getNext() == null) {
            up = up.getParent();
        }
        return up == top ? null : up.getNext();
    }
}
