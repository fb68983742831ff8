package tuanju.pickup.printing;

import tuanju.pickup.CheckSum;
import tuanju.pickup.ListKind;
import tuanju.pickup.Words;
import tuanju.pickup.printing.Ink.Span;
import tuanju.pickup.printing.Ink.Style;
import tuanju.pickup.printing.Pages.Leaf;

/** What stands on every page of a list: whose it is above; what must add up, when and which version below. */
record PaperFrame(Words words, Imprint imprint, ListKind kind, CheckSum sum) implements Pages.Frame {

    static final float FIRST_HEAD = 60;
    static final float NEXT_HEAD = 24;

    private static final float LEFT = Pages.MARGIN;

    @Override
    public void draw(Ink ink, Leaf leaf) {
        if (leaf.isFirst()) {
            drawTitle(ink, leaf);
        } else {
            ink.writeWithin(new Span(LEFT, leaf.width() - 150), leaf.top() - 9, Style.quiet(9), imprint.title());
            ink.writeEndingAt(LEFT + leaf.width(), leaf.top() - 9, Style.quiet(9), name());
        }
        drawFoot(ink, leaf);
    }

    private String name() {
        return words.say("kind." + kind.path());
    }

    private void drawTitle(Ink ink, Leaf leaf) {
        float right = LEFT + leaf.width();
        ink.writeWithin(new Span(LEFT, leaf.width() - 150), leaf.top() - 17, Style.bold(19), imprint.title());
        ink.writeEndingAt(right, leaf.top() - 16, Style.bold(14), name());
        ink.writeWithin(new Span(LEFT, leaf.width() - 200), leaf.top() - 36, Style.plain(10.5f), imprint.place());
        ink.writeEndingAt(right, leaf.top() - 36, Style.bold(10.5f), words.of(sum));
        ink.rule(LEFT, leaf.top() - 46, leaf.width(), 1.4f);
    }

    private void drawFoot(Ink ink, Leaf leaf) {
        float right = LEFT + leaf.width();
        ink.rule(LEFT, Pages.MARGIN + 20, leaf.width(), 0.6f);
        ink.writeWithin(
                new Span(LEFT, leaf.width() - 70), Pages.MARGIN + 8, Style.bold(9), words.foot(sum, imprint.dues()));
        ink.writeEndingAt(right, Pages.MARGIN + 8, Style.bold(9), words.say("print.page", leaf.number(), leaf.of()));
        var printed = words.say("print.imprint", imprint.printedAt(), imprint.printedBy(), imprint.version());
        ink.write(LEFT, Pages.MARGIN - 4, Style.quiet(8), printed);
        ink.writeEndingAt(right, Pages.MARGIN - 4, Style.quiet(8), words.say("print.privacy"));
    }
}
