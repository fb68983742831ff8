package tuanju.home;

import java.io.IOException;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tuanju.community.Communities;
import tuanju.community.Leaders;
import tuanju.community.PickupPlace;
import tuanju.community.PickupPoints;
import tuanju.insight.InventedSales;

/** On a fresh machine: one community with goods, people and a first morning, all through the front doors of the modules. */
@Slf4j
@Component
@ConditionalOnProperty("tuanju.demo")
@RequiredArgsConstructor
class DemoCommunity {

    private final Communities communities;
    private final Leaders leaders;
    private final PickupPoints points;
    private final DemoPeople people;
    private final DemoShelves shelves;
    private final InventedSales past;
    private final DemoMorning morning;
    private final DemoCoupons coupons;
    private final DemoMemberDay memberDay;
    private final DemoPlans plans;
    private final DemoPoints gains;
    private final DemoNotes notes;
    private final DemoIdeas ideas;
    private final DemoReaders readers;
    private final DemoRecommendations recommendations;
    private final DemoShop shop;
    private final DemoTaster taster;
    private final DemoWall wall;

    @EventListener(ApplicationReadyEvent.class)
    void settle() throws IOException {
        if (!communities.all().isEmpty()) {
            return;
        }
        var operator = people.operator();
        var leader = people.leader();
        var community = communities.found("桂花里", "上海市闵行区桂花路88弄");
        leaders.appoint(leader, community.id(), operator);
        var gate = points.open(
                community.id(),
                leader,
                new PickupPlace("南门驿站", "3号门进来右手边", "桂花路88弄3号门内驿站", "每天 9:00–20:00", "冷藏的在里间冰柜，报提货码就行。"));
        gains.begin(leader, community.id());
        var filled = shelves.fill(community.id(), operator);
        var offers = filled.offers();
        var cast = new DemoMorning.Cast(community.id(), leader, people.neighbours(), gate);
        past.write(new InventedSales.Past(community.id(), leader, cast.neighbours(), filled.goods()));
        morning.live(cast, offers);
        recommendations.make(cast, offers, people.otherOperator());
        shop.open(cast, offers);
        taster.taste(cast, operator);
        coupons.give(cast, operator);
        memberDay.make(community.id(), operator);
        gains.checkIn(cast);
        gains.have(cast, community.shortCode());
        plans.make(cast, operator);
        var written = notes.write(cast, community.shortCode());
        readers.read(cast, written);
        wall.happen(cast, community.shortCode(), written, operator);
        ideas.write(cast, community.shortCode());
        log.info("The demo community {} is ready", community.name());
    }
}
