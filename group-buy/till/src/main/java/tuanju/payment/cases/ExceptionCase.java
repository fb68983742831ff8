package tuanju.payment.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.CommunityId;
import tuanju.money.Money;

/**
 * Something about money that a person must decide (异常单).
 *
 * @param community all zeros when the money belongs to no community we know
 * @param reference the provider's transaction, or the code of a refund
 */
public record ExceptionCase(
        UUID id,
        CommunityId community,
        Kind kind,
        String provider,
        String reference,
        @Nullable UUID order,
        Money amount,
        String detail,
        Instant opened) {

    public static ExceptionCase read(ResultSet row, int number) throws SQLException {
        return new ExceptionCase(
                row.getObject("id", UUID.class),
                new CommunityId(row.getObject("community_id", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                row.getString("provider"),
                row.getString("reference"),
                row.getObject("order_id", UUID.class),
                Money.ofFen(row.getLong("amount_fen")),
                row.getString("detail"),
                row.getTimestamp("opened_at").toInstant());
    }

    /** What is wrong. */
    public enum Kind {
        UNKNOWN_PAYMENT,
        WRONG_AMOUNT,
        WRONG_MERCHANT,
        WRONG_CURRENCY,
        /** The order side could not say where the money belongs. */
        NOT_TAKEN,
        /** The provider keeps refusing a refund, or it takes longer than a week. */
        REFUND_STUCK,
        /** Credit is asked back, and its provider takes nothing back that is so old. */
        REFUND_TOO_OLD,
        /** Somebody is to be paid out, and no provider of this installation does that: a person pays and says so. */
        TRANSFER_BY_HAND,
        /** The provider does not say whether somebody was paid out. */
        TRANSFER_STUCK,
        /** The provider's bill has money that we do not know. */
        BILL_UNKNOWN,
        /** The provider's bill has another amount than we do. */
        BILL_AMOUNT,
        /** The provider's bill lacks what it has told us. */
        BILL_MISSING,
        /** The provider's bill has the same twice. */
        BILL_TWICE,
        /** The provider's bill has what belongs to another day. */
        BILL_OTHER_DAY,
        /** The provider's bill does not hold together. */
        BILL_UNREADABLE
    }
}
