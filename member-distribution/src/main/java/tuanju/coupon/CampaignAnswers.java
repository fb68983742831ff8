package tuanju.coupon;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** What programs are answered about campaigns, whoever's they are. */
@Component
@RequiredArgsConstructor
class CampaignAnswers {

    private static final int PAGE = 50;

    private final Campaigns campaigns;
    private final Communities communities;
    private final Commands commands;
    private final Clock clock;

    /** Newest first; next is to be sent as "after" and null at the end. */
    record CampaignList(
            List<CampaignResource> items, @Nullable UUID next) {}

    /**
     * What it costs at most in all, how many orders can take all of it, and whose.
     *
     * @param members how many members can have one now; null where it is for everybody
     */
    record CampaignPreview(
            long costsAtMostFen,
            long ordersInFull,
            String goods,
            boolean firstOrder,
            String visibility,
            @Nullable Integer members,
            long fromFen) {}

    CampaignList page(@Nullable MemberId leader, @Nullable UUID after) {
        var found = campaigns.page(leader, after, PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        var now = clock.instant();
        return new CampaignList(
                shown.stream().map(it -> CampaignResource.of(it, now)).toList(),
                found.size() > PAGE ? shown.getLast().id() : null);
    }

    CampaignResource one(Maker maker, Code code) {
        return CampaignResource.of(campaigns.own(maker, code), clock.instant());
    }

    ResponseEntity<CampaignResource> make(Maker maker, CampaignDraft wanted, CommandKey key) {
        var community = community(wanted);
        return commands.once(
                        key.with(wanted),
                        CampaignResource.class,
                        () -> CampaignResource.of(campaigns.make(maker, community, wanted), clock.instant()))
                .with(HttpStatus.CREATED);
    }

    CampaignPreview preview(Maker maker, CampaignDraft wanted) {
        var community = community(wanted);
        var what = campaigns.preview(maker, community, wanted);
        return new CampaignPreview(
                what.costsAtMost().fen(),
                what.ordersInFull(),
                what.terms().goods().name(),
                what.terms().firstOrder(),
                what.terms().visibility().word(),
                campaigns.members(community, what.terms()),
                what.terms().from().fen());
    }

    private CommunityId community(CampaignDraft wanted) {
        if (wanted.community() == null) {
            throw new Invalid("community", "field-missing");
        }
        return communities.find(wanted.community()).orElseThrow(NotFound::new).id();
    }
}
