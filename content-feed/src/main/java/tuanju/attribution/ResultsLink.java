package tuanju.attribution;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tuanju.member.MeLinks;
import tuanju.member.SignedIn;
import tuanju.note.Authors;

/** The way to what one's notes did, for who writes. */
@Component
@Order(46)
@RequiredArgsConstructor
class ResultsLink implements MeLinks {

    private final Authors authors;

    @Override
    public List<MeLink> of(SignedIn me) {
        return authors
                .code(me.member())
                .map(it -> new MeLink("attribution.title", "attribution.me", "/me/notes/results", "chart"))
                .stream()
                .toList();
    }
}
