package tuanju.teambuy.joining;

import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.catalog.OverLimit;
import tuanju.catalog.SoldOut;
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.command.Refusal;
import tuanju.teambuy.OfferClosed;
import tuanju.teambuy.TeamOver;

/** What a refusal at checkout leads to: another page, or a word beside the field that can be put right. */
@Component
@RequiredArgsConstructor
class CheckoutRefusals {

    private static final Set<String> FIELDS = Set.of("price", "quantity", "point", "pickupPoint", "note");

    private final FormProblems problems;

    /** What is wrong and where; "price" when the price is another one now, "" when it is no single field. */
    record Complaint(String field, String text) {

        public boolean about(String name) {
            return field.equals(name);
        }

        /** Whether it has no field on the page to stand beside. */
        public boolean general() {
            return !FIELDS.contains(field);
        }
    }

    /** The page that shows how things stand, where staying at checkout makes no sense. Refuses what has no page. */
    Optional<String> elsewhere(CheckoutStep step, Refusal refusal) {
        return switch (refusal) {
            case TeamFull full -> Optional.of("redirect:/t/" + step.code() + "?late");
            case TeamOver over -> Optional.of("redirect:/t/" + step.code() + "?late");
            case AlreadyInTeam already -> Optional.of("redirect:/t/" + already.getArguments()[0] + "?already");
            case OfferClosed closed -> Optional.of("redirect:/o/" + step.code());
            case Refusal other when other.getStatus() == 404 -> throw other;
            default -> Optional.empty();
        };
    }

    Complaint complaint(Refusal refusal) {
        var field = switch (refusal) {
            case PriceChanged changed -> "price";
            case SoldOut soldOut -> "quantity";
            case OverLimit overLimit -> "quantity";
            case Invalid invalid -> invalid.getField();
            default -> "";
        };
        return new Complaint(field, problems.sentence(refusal));
    }
}
