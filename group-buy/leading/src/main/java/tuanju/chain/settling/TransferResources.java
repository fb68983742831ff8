package tuanju.chain.settling;

import java.net.URI;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.chain.settling.TransferResource.NotedTransfer;
import tuanju.command.Answer;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Fingerprint;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.cycle.OrderCycles;
import tuanju.member.SignedIn;

/** Transfers to a leader for programs. */
@RestController
@RequestMapping("/api/v1/cycles/{code}/transfers")
@RequiredArgsConstructor
class TransferResources {

    private final OrderCycles cycles;
    private final TransferTaking taking;
    private final Commands commands;

    /** @param text one transfer a line (name, amount, time), or WeChat's bill as CSV */
    record PastedTransfers(String text) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<TransferResource> paste(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestBody PastedTransfers pasted,
            CommandKey key) {
        var paste = new TransferPaste(pasted.text());
        var answer = commands.once(key.about(Fingerprint.of(paste.bytes())), TransferResource.class, () -> {
            var id = taking.paste(me.member(), code, paste);
            return look(me, code, id);
        });
        return created(place(code, answer.value().id()), answer);
    }

    @GetMapping("/{id}")
    TransferResource look(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @PathVariable UUID id) {
        return TransferResource.of(taking.view(cycles.ledBy(me.member(), code), id));
    }

    /**
     * An answer: whose order a transfer pays.
     *
     * @param guest one of the choices
     */
    record TransferUse(UUID transfer, UUID guest) {}

    @PostMapping("/{id}/uses")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<TransferResource> use(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID id,
            @RequestBody TransferUse use,
            CommandKey key) {
        var answer = commands.once(key.with(use), TransferResource.class, () -> {
            taking.use(me.member(), code, id, use.transfer(), use.guest());
            return look(me, code, id);
        });
        return created(place(code, id) + "/uses/" + use.transfer(), answer);
    }

    /** Whose order a transfer of this text pays; 404 while it pays none here. */
    @GetMapping("/{id}/uses/{transfer}")
    NotedTransfer used(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID id,
            @PathVariable UUID transfer) {
        return look(me, code, id).noted().stream()
                .filter(it -> it.transfer().id().equals(transfer))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Takes one use back. */
    @DeleteMapping("/{id}/uses/{transfer}")
    TransferResource undo(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID id,
            @PathVariable UUID transfer) {
        taking.undo(me.member(), code, id, transfer);
        return look(me, code, id);
    }

    /** Takes back all uses that came new with this text. */
    @DeleteMapping("/{id}/uses")
    TransferResource undoAll(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @PathVariable UUID id) {
        taking.undo(me.member(), code, id);
        return look(me, code, id);
    }

    private static String place(Code code, UUID list) {
        return "/api/v1/cycles/" + code + "/transfers/" + list;
    }

    private static ResponseEntity<TransferResource> created(String place, Answer<TransferResource> answer) {
        var response = ResponseEntity.created(URI.create(place));
        return (answer.replayed() ? response.header("Idempotent-Replayed", "true") : response).body(answer.value());
    }
}
