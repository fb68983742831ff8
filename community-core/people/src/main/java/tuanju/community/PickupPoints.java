package tuanju.community;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.member.MemberId;
import tuanju.picture.PictureRef;

/** Finds pickup points (自提点), and lets their leaders keep them. */
@Component
@RequiredArgsConstructor
public class PickupPoints {

    private final PickupPointRows rows;
    private final Leaders leaders;
    private final Clock clock;

    /** The open points of a community, by name. */
    public List<PickupPointCard> in(CommunityId community) {
        return rows.open(community.value()).stream().map(PickupPoint::card).toList();
    }

    /** One point of this community, open or closed; refuses with NotFound. */
    public PickupPointCard get(CommunityId community, UUID point) {
        return row(community, point).card();
    }

    /** The same, where an order may name a point that is not there. */
    public Optional<PickupPointCard> find(CommunityId community, UUID point) {
        return rows.findByCommunityIdAndId(community.value(), point).map(PickupPoint::card);
    }

    /** The points where this member hands over, open ones first. */
    public List<PickupPointCard> ledBy(CommunityId community, MemberId leader) {
        return rows.ledBy(community.value(), leader.value()).stream()
                .map(PickupPoint::card)
                .toList();
    }

    /** What some other open points are called, anywhere: the same ones, in the same order, for the same seed. */
    public List<String> othersThan(String name, String seed, int most) {
        return rows.othersThan(name, seed, most);
    }

    /** A new point of a leader; refuses somebody who does not lead here with NotFound. */
    @Transactional
    public PickupPointCard open(CommunityId community, MemberId leader, PickupPlace place) {
        if (!leaders.leads(leader, community)) {
            throw new NotFound();
        }
        return rows.save(new PickupPoint(community, leader, place, clock.instant()))
                .card();
    }

    /** Rewrites what is said about a leader's own point; orders placed before keep what they were told. */
    @Transactional
    public void change(CommunityId community, UUID point, MemberId leader, PickupPlace place) {
        own(community, point, leader).change(place);
    }

    /** What a leader's own point looks like; null takes the photo away. */
    @Transactional
    public void photograph(CommunityId community, UUID point, MemberId leader, @Nullable PictureRef photo) {
        own(community, point, leader).photograph(photo);
    }

    /** New orders can no longer choose this point. */
    @Transactional
    public void close(CommunityId community, UUID point, MemberId leader) {
        own(community, point, leader).close(clock.instant());
    }

    /** New orders can choose this point again. */
    @Transactional
    public void reopen(CommunityId community, UUID point, MemberId leader) {
        own(community, point, leader).reopen();
    }

    private PickupPoint own(CommunityId community, UUID point, MemberId leader) {
        var row = row(community, point);
        if (!row.getLeaderId().equals(leader.value()) || !leaders.leads(leader, community)) {
            throw new NotFound();
        }
        return row;
    }

    private PickupPoint row(CommunityId community, UUID point) {
        return rows.findByCommunityIdAndId(community.value(), point).orElseThrow(NotFound::new);
    }
}
