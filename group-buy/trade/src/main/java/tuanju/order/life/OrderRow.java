package tuanju.order.life;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tuanju.community.Code;
import tuanju.order.Address;
import tuanju.order.Pickup;

/** An order on its way into the table, as the insert statement reads it. */
@JsonNaming(SnakeCaseStrategy.class)
record OrderRow(
        UUID id,
        String code,
        String kind,
        @Nullable UUID buyerId,
        String recipientName,
        @Nullable String phone,
        String maskedPhone,
        Address address,
        Pickup pickup,
        UUID leader,
        String pickupCode,
        long amountFen,
        String note,
        @Nullable String whenFull,
        @Nullable UUID sourceId,
        @Nullable String sourceCode,
        @Nullable UUID offerId,
        @Nullable String externalSource,
        @Nullable String externalKey,
        @Nullable Instant pickupFrom,
        @Nullable Instant pickupUntil) {

    static OrderRow of(UUID id, NewOrder order, Code code, String pickupCode) {
        var recipient = order.recipient();
        var source = order.source();
        return new OrderRow(
                id,
                code.value(),
                order.kind().name(),
                recipient.member() == null ? null : recipient.member().value(),
                recipient.name(),
                recipient.phone(),
                recipient.maskedPhone(),
                recipient.address(),
                order.pickup(),
                order.pickup().leader().value(),
                pickupCode,
                order.amount().fen(),
                order.note(),
                order.whenFull() == null ? null : order.whenFull().name(),
                source.id(),
                source.code() == null ? null : source.code().value(),
                source.offer(),
                source.externalSource(),
                source.externalKey(),
                order.pickup().from(),
                order.pickup().until());
    }
}
