package tuanju.pickup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticMessageSource;
import tuanju.member.MemberId;
import tuanju.order.fulfilment.OrderPoint;

@DisplayName("The hours of a point on the driver's paper")
class HoursTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NINE = Instant.parse("2026-11-29T01:00:00Z");
    private static final Instant EIGHT_PM = Instant.parse("2026-11-29T12:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"9:00–20:00", "09:00-20:00", "9：00～20：00", "每天 9:00 到 20:00", " 9:00—20:00 ", ""})
    void areSaidOnceWhereThePointSaysTheSame(String own) {
        assertThat(said(own)).isEqualTo("11-29 09:00–20:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9:00–18:00", "全天", "9:00–20:00，中午休息", "25:00–20:00"})
    void standBesideWhatThePointSaysOtherwise(String own) {
        assertThat(said(own)).isEqualTo("11-29 09:00–20:00  " + own);
    }

    @Test
    void areItsOwnWordsWhereNoTimeIsKnown() {
        assertThat(words().window(drop("全天", null, null), SHANGHAI)).isEqualTo("全天");
    }

    private static String said(String own) {
        return words().window(drop(own, NINE, EIGHT_PM), SHANGHAI);
    }

    private static Drop drop(
            String own,
            @org.jspecify.annotations.Nullable Instant from,
            @org.jspecify.annotations.Nullable Instant until) {
        var leader = new MemberId(new UUID(0, 1));
        var point = new OrderPoint(new UUID(0, 2), "3号门", "3号门旁", "500弄", own, leader, from, until);
        return new Drop(point, PickupSheet.of(List.of()), List.of());
    }

    private static Words words() {
        var messages = new StaticMessageSource();
        messages.addMessage("pickup.moment", Locale.ROOT, "MM-dd HH:mm");
        return new Words(messages, Locale.ROOT);
    }
}
