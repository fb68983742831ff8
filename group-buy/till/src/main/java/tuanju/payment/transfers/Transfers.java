package tuanju.payment.transfers;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.money.Money;

/** Pays people out of what they earned, through the first provider of this installation that can. */
@Component
@RequiredArgsConstructor
public class Transfers {

    private final TransferQueue rows;
    private final TransferBooks books;
    private final TransferOutbox outbox;

    /**
     * Takes the amount out of the account and sends it once the caller's transaction has committed; asked again for the same
     * purpose and key it answers the first. Where no provider can, it waits as an exception case until an operator has paid it.
     * Refuses (409) more than the account holds. Books, so call it last.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public TransferCard pay(TransferRequest request) {
        if (request.amount().isZero()) {
            throw new IllegalArgumentException("There is nothing to pay out");
        }
        rows.add(request, outbox.provider()).ifPresent(added -> {
            outbox.begin(added);
            books.requested(added);
        });
        return Objects.requireNonNull(rows.cards(request.community(), request.purpose(), List.of(request.key()))
                .get(request.key()));
    }

    /** Whether a provider of this installation pays people out, so that no person has to. */
    public boolean arePossible() {
        return !outbox.provider().equals(TransferOutbox.PERSON);
    }

    /** How these stand; keys that nothing was asked for are missing. */
    @Transactional(readOnly = true)
    public Map<UUID, TransferCard> of(CommunityId community, String purpose, Collection<UUID> keys) {
        return rows.cards(community, purpose, keys);
    }

    /** What has left this community's money at providers for good. */
    @Transactional(readOnly = true)
    public Money paid(CommunityId community) {
        return rows.paid(community);
    }

    /** An operator has paid it by other means; nothing happens unless it waits for that. */
    @Transactional
    public void paidByHand(CommunityId community, String code) {
        rows.find(community, code)
                .filter(it -> it.provider().equals(TransferOutbox.PERSON))
                .ifPresent(outbox::done);
    }
}
