package tuanju.chain.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.chain.reading.Token.Gap;
import tuanju.chain.reading.Token.Mention;
import tuanju.chain.reading.Token.Size;

/** Joins a name and what tells goods of that name apart, in either order: 奶酪 水果味 and 水果味奶酪. */
final class Variants {

    private Variants() {}

    static List<Token> joined(List<Token> tokens) {
        if (tokens.stream().noneMatch(Variants::tellsApart)) {
            return tokens;
        }
        var joined = new ArrayList<Token>();
        int last = -1;
        for (var token : tokens) {
            var one = last < 0 ? null : one(joined.get(last), token);
            if (one == null) {
                joined.add(token);
                boolean named = token instanceof Mention || token instanceof Size;
                last = named ? joined.size() - 1 : token instanceof Gap ? last : -1;
            } else {
                joined.set(last, one);
                if (token instanceof Size) {
                    joined.add(token);
                }
            }
        }
        return joined;
    }

    private static boolean tellsApart(Token token) {
        return token instanceof Size || token instanceof Mention mention && mention.bySpec();
    }

    /** What two tokens name together; null where they are two things. */
    private static @Nullable Mention one(Token before, Token token) {
        if (before instanceof Mention name && token instanceof Mention other) {
            var both = name.bySpec() || other.bySpec()
                    ? both(name.candidates(), other.candidates())
                    : List.<ChainProduct>of();
            return both.isEmpty() ? null : new Mention(name.written() + other.written(), both);
        }
        if (before instanceof Mention name && token instanceof Size size) {
            var fitting = Shelf.ofSize(name.candidates(), size.text());
            return fitting.isEmpty() || fitting.size() == name.candidates().size()
                    ? null
                    : new Mention(name.written(), fitting);
        }
        if (before instanceof Size size && token instanceof Mention name) {
            var fitting = Shelf.ofSize(name.candidates(), size.text());
            return fitting.isEmpty() ? null : new Mention(size.text() + name.written(), fitting);
        }
        return null;
    }

    private static List<ChainProduct> both(List<ChainProduct> one, List<ChainProduct> other) {
        return one.stream().filter(other::contains).toList();
    }
}
