package tuanju.home;

import java.util.List;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tuanju.member.Household;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.member.operators.Operators;
import tuanju.member.signing.InventedPeople;

/** The people of the demo community; their phones are invented and their password stands in the README. */
@Component
@ConditionalOnProperty("tuanju.demo")
@RequiredArgsConstructor
class DemoPeople {

    static final String PASSWORD = "tuanju-demo";
    private static final List<String> NEIGHBOURS =
            List.of("小李", "陈阿姨", "老吴", "小周", "王芳", "周姐", "赵叔", "小林妈妈", "阿杰", "孙奶奶", "何老师", "小许");

    private final InventedPeople people;
    private final Operators operators;
    private final Members members;

    MemberId leader() {
        return people.settle("13800000001", PASSWORD, "王姐");
    }

    MemberId operator() {
        var operator = people.settle("13800000009", PASSWORD, "运营小团");
        operators.appoint(operator);
        return operator;
    }

    /** Another one, for what needs two. */
    MemberId otherOperator() {
        var operator = people.settle("13800000008", PASSWORD, "财务小唐");
        operators.appoint(operator);
        return operator;
    }

    /** The first of them is 小李, whom the README introduces as the shopper, and who has not said yet where they live. */
    List<MemberId> neighbours() {
        var neighbours = IntStream.range(0, NEIGHBOURS.size())
                .mapToObj(it -> people.settle("138000001%02d".formatted(it + 1), PASSWORD, NEIGHBOURS.get(it)))
                .toList();
        IntStream.range(1, neighbours.size()).forEach(it -> members.remember(neighbours.get(it), door(it - 1)));
        return neighbours;
    }

    /** Where the neighbour with this number lives, the shopper not counted. */
    static Household door(int neighbour) {
        var building = String.valueOf(1 + neighbour * 5 % 12);
        return new Household("", building, "", String.valueOf(101 + neighbour % 6 * 100 + neighbour % 2));
    }
}
