package tuanju.link;

import jakarta.servlet.http.HttpServletRequest;
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
import tuanju.link.click.LinkResult;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.member.SignedIn;
import tuanju.page.BaseAddress;

/** Members make links of their own to pages they hand on, see what came of them, and withdraw them. */
@Component
@Transactional
public class Links {

    private static final int LONGEST_CHANNEL = 40;

    private final LinkRows rows;
    private final Attributions attributions;
    private final Members members;
    private final BaseAddress base;
    private final LinkMemory memory;
    private final Map<String, SharedPage> pages;

    Links(
            LinkRows rows,
            Attributions attributions,
            Members members,
            BaseAddress base,
            LinkMemory memory,
            List<SharedPage> pages) {
        this.rows = rows;
        this.attributions = attributions;
        this.members = members;
        this.base = base;
        this.memory = memory;
        this.pages = pages.stream().collect(Collectors.toMap(SharedPage::kind, Function.identity()));
    }

    /**
     * The sharer's link to a page on a channel; asked for twice it is the same. Refuses with Invalid a kind or a channel that
     * cannot be, with NotFound a page that is not there.
     */
    public Code make(MemberId sharer, Target target, String channel) {
        var page = pages.get(target.kind());
        if (page == null) {
            throw new Invalid("kind", "link-unknown-page");
        }
        var words = Plain.text("channel", channel.strip());
        if (words.length() > LONGEST_CHANNEL) {
            throw new Invalid("channel", "link-channel-too-long", LONGEST_CHANNEL);
        }
        page.find(target.code(), sharer);
        return rows.make(sharer, target, words);
    }

    /** How this reader hands a page on. */
    @Transactional(readOnly = true)
    public OwnLink own(@Nullable SignedIn me, String kind, Code page) {
        var target = new Target(kind, page);
        var code = me == null ? null : rows.own(me.member(), target).orElse(null);
        return new OwnLink(kind, page, path(target), me != null, code, by(code, target));
    }

    /** The sharer's link to a page; empty where they made none, or withdrew it. */
    @Transactional(readOnly = true)
    public Optional<Code> of(MemberId sharer, String kind, Code page) {
        return rows.own(sharer, new Target(kind, page));
    }

    /** Whether a page at this path, or what belongs to it, is not found by others. Asked of every page, and of most nothing is read. */
    boolean isGone(String path) {
        return pages.values().stream()
                .filter(it -> path.startsWith(it.above()))
                .anyMatch(
                        page -> Touch.read(path.substring(page.above().length()).replaceFirst("/.*", ""))
                                .filter(it -> !page.isShown(it))
                                .isPresent());
    }

    /** What came of all of the sharer's links to a page, also of those they withdrew. */
    @Transactional(readOnly = true)
    public List<LinkResult> results(MemberId sharer, Code page) {
        return attributions.sums(rows.of(sharer, page)).stream()
                .map(this::result)
                .toList();
    }

    /** The link that a page is by itself, where it is a member's own: its owner's, until they withdraw it. Asked as the other is. */
    Optional<Code> byPage(String path) {
        return pages.values().stream()
                .filter(it -> path.startsWith(it.above()))
                .flatMap(page -> Touch.read(path.substring(page.above().length())).stream()
                        .flatMap(code -> page.whose(code).flatMap(it -> of(it, page.kind(), code)).stream()))
                .findFirst();
    }

    /** The whole address of a page, by the link with this code where that one counts. */
    @Transactional(readOnly = true)
    public String address(String kind, Code page, @Nullable String from) {
        var link =
                Touch.read(from).filter(it -> rows.sharer(it, null).isPresent()).orElse(null);
        return by(link, new Target(kind, page));
    }

    /** Whether this browser may keep for longer than the visit what led its reader somewhere. */
    @Transactional(readOnly = true)
    public boolean mayRemember(HttpServletRequest request) {
        return memory.isAllowed(request);
    }

    /** By whose link this reader came to the page, as strangers see the name; empty where none counts for them. */
    @Transactional(readOnly = true)
    public Optional<String> sharer(HttpServletRequest request, Code page, @Nullable SignedIn me) {
        return Optional.ofNullable(Touch.in(request, page))
                .flatMap(it -> rows.sharer(it, me == null ? null : me.member()))
                .map(it -> members.card(it).publicName());
    }

    @Transactional(readOnly = true)
    List<LinkSums> of(MemberId sharer, @Nullable Code after, int limit) {
        return attributions.sums(rows.of(sharer, after, limit));
    }

    /** What came of so many of the sharer's links: of these first, in their order, then of the latest. */
    @Transactional(readOnly = true)
    public List<LinkResult> results(MemberId sharer, List<Code> first, int most) {
        return attributions.sums(rows.of(sharer, first, most)).stream()
                .map(this::result)
                .toList();
    }

    private LinkResult result(LinkSums sums) {
        var link = sums.link();
        var target = link.target();
        return new LinkResult(
                link.code(),
                target.kind(),
                target.code(),
                path(target),
                link.channel(),
                link.withdrawn(),
                sums.clicks(),
                sums.orders(),
                sums.paid(),
                sums.sum(),
                sums.earned());
    }

    /** Refuses with NotFound what is not the sharer's. */
    void withdraw(MemberId sharer, Code code) {
        if (!rows.withdraw(sharer, code)) {
            throw new NotFound();
        }
    }

    private String by(@Nullable Code link, Target target) {
        return link == null ? base.of(path(target)) : url(target, link);
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
