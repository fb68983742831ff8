package tuanju.earning;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.community.CommunityCard;
import tuanju.community.Leaders;
import tuanju.member.MemberId;
import tuanju.order.aftersale.OrderReturns;
import tuanju.order.aftersale.OrderReturns.Return;
import tuanju.order.book.OrderRecords;

/** Makes a leader's statements of a day, one for each community they lead; days are the community's own. */
@Component
@RequiredArgsConstructor
class Statements {

    private final OrderRecords records;
    private final OrderReturns returns;
    private final ServiceFees fees;
    private final Leaders leaders;

    /** Refuses with NotFound who leads nowhere. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Statement> of(MemberId leader, LocalDate day) {
        var led = leaders.communitiesLedBy(leader);
        if (led.isEmpty()) {
            throw new NotFound();
        }
        return led.stream().map(community -> of(leader, community, day)).toList();
    }

    private Statement of(MemberId leader, CommunityCard community, LocalDate day) {
        var from = day.atStartOfDay(community.zone()).toInstant();
        var until = day.plusDays(1).atStartOfDay(community.zone()).toInstant();
        var orders = records.handedOverAtPointsOf(community.id(), leader, new OrderRecords.Span(from, until));
        var ids = orders.stream().map(order -> order.id().value()).toList();
        var backs = returns.of(community.id(), ids).stream().collect(Collectors.groupingBy(Return::order));
        var rates = fees.of(community.id());
        return new Statement(
                community.name(),
                day,
                orders.stream()
                        .map(order -> Statement.Line.of(
                                order,
                                backs.getOrDefault(order.id().value(), List.of()),
                                rates.at(order.dates().placed())))
                        .toList());
    }
}
