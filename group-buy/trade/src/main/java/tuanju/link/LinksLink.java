package tuanju.link;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tuanju.member.MeLinks;
import tuanju.member.SignedIn;

/** The way to a member's links, on their own page. */
@Component
@Order(40)
class LinksLink implements MeLinks {

    @Override
    public List<MeLink> of(SignedIn me) {
        return List.of(new MeLink("link.title", "link.me", "/me/links", "share"));
    }
}
