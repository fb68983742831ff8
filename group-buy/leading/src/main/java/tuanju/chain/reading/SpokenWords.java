package tuanju.chain.reading;

import org.jspecify.annotations.Nullable;
import tuanju.chain.reading.Amounts.Found;
import tuanju.chain.reading.Token.Said;

/** Finds the words of a line that people order, pay, change and cancel with. */
final class SpokenWords {

    private final String text;
    private final Shelf shelf;
    private final Places places;

    SpokenWords(String text, Shelf shelf, Places places) {
        this.text = text;
        this.shelf = shelf;
        this.places = places;
    }

    @Nullable
    Found at(int at) {
        for (var spelling : Word.at(text, at)) {
            int end = at + spelling.text().length();
            boolean fits = spelling.word() == Word.NOT ? isMention(end) : !spelling.needsGoods() || goodsFollow(end);
            if (spelling.standsAt(text, at) && fits) {
                return new Found(
                        new Said(spelling.word()), spelling.word() == Word.PAID ? Amounts.endOfPaid(text, end) : end);
            }
        }
        return null;
    }

    private boolean goodsFollow(int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || "了点下订要来成为:".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (at >= text.length() || places.door(text, at) != null) {
            return false;
        }
        return Amounts.starts(text, at) || isGoods(at) || Amounts.ofEach(text, at) != null;
    }

    private boolean isMention(int at) {
        return at < text.length() && shelf.mention(text, at).isPresent();
    }

    private boolean isGoods(int at) {
        return shelf.mention(text, at).isPresent()
                || shelf.character(text, at).isPresent() && Amounts.starts(text, at + 1);
    }
}
