package tuanju.link;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.command.Plain;
import tuanju.community.Code;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.page.BaseAddress;

/** Members make links of their own to pages they hand on, see what came of them, and withdraw them. */
@Component
@Transactional
public class Links {

    private static final int LONGEST_CHANNEL = 40;

    private final LinkRows rows;
    private final Attributions attributions;
    private final BaseAddress base;
    private final Map<String, SharedPage> pages;

    Links(LinkRows rows, Attributions attributions, BaseAddress base, List<SharedPage> pages) {
        this.rows = rows;
        this.attributions = attributions;
        this.base = base;
        this.pages = pages.stream().collect(Collectors.toMap(SharedPage::kind, Function.identity()));
    }

    /**
     * The sharer's link to a page on a channel; asked for twice it is the same. Refuses with Invalid a kind or a channel that
     * cannot be, with NotFound a page that is not there.
     */
    Code make(MemberId sharer, Target target, String channel) {
        var page = pages.get(target.kind());
        if (page == null) {
            throw new Invalid("kind", "link-unknown-page");
        }
        var words = Plain.text("channel", channel.strip());
        if (words.length() > LONGEST_CHANNEL) {
            throw new Invalid("channel", "link-channel-too-long", LONGEST_CHANNEL);
        }
        page.find(target.code());
        return rows.make(sharer, target, words);
    }

    /** How the share part of a page looks to this reader; empty for who is not signed in. */
    @Transactional(readOnly = true)
    public Optional<OwnLink> own(@Nullable SignedIn me, String kind, Code page) {
        return Optional.ofNullable(me).map(reader -> {
            var target = new Target(kind, page);
            var code = rows.own(reader.member(), target).orElse(null);
            return new OwnLink(kind, page, code, code == null ? base.of(path(target)) : url(target, code));
        });
    }

    @Transactional(readOnly = true)
    List<LinkSums> of(MemberId sharer, @Nullable Code after, int limit) {
        return attributions.sums(rows.of(sharer, after, limit));
    }

    /** Refuses with NotFound what is not the sharer's. */
    void withdraw(MemberId sharer, Code code) {
        if (!rows.withdraw(sharer, code)) {
            throw new NotFound();
        }
    }

    /** The whole address to hand on. */
    String url(Target target, Code code) {
        return base.of(path(target) + "?" + Touch.FIELD + "=" + code);
    }

    /** Where on this address the page is. */
    public String path(Target target) {
        return Optional.ofNullable(pages.get(target.kind()))
                        .map(SharedPage::above)
                        .orElse("/")
                + target.code();
    }
}
