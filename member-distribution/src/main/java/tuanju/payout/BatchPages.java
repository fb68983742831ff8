package tuanju.payout;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.audit.AuditTrail;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.member.MemberCard;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.member.Phone;
import tuanju.member.SignedIn;
import tuanju.table.TableCell;
import tuanju.table.TableColumn;
import tuanju.table.Tables;

/** Operators gather withdrawals, approve them in two, take the bank's file away, and say what became of each. */
@Controller
@RequiredArgsConstructor
@RequestMapping(BatchPages.HERE)
class BatchPages {

    static final String HERE = "/operate/payouts";

    private final Batching batching;
    private final Sending sending;
    private final WithdrawalRows rows;
    private final Communities communities;
    private final Members members;
    private final Commands commands;
    private final Tables files;
    private final FormProblems problems;
    private final AuditTrail audit;

    /** A withdrawal with whose it is. */
    record Shown(Withdrawal what, MemberCard member) {}

    @GetMapping
    String all(Model model) {
        model.addAttribute("waiting", rows.waiting());
        model.addAttribute("batches", rows.batches(BatchResources.MOST));
        model.addAttribute("homes", communities.all().stream().collect(Collectors.toMap(CommunityCard::id, it -> it)));
        model.addAttribute("active", "commissions");
        return "payout/batches";
    }

    @PostMapping
    String gather(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String community,
            CommandKey key,
            RedirectAttributes flash) {
        var home = communities.find(community).orElseThrow(NotFound::new).id();
        return trying(
                flash,
                HERE,
                "payout.gathered",
                () -> commands.once(
                        key,
                        String.class,
                        () -> batching.gather(me.member(), home).id().toString()));
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Model model) {
        var batch = batching.find(id);
        model.addAttribute("batch", batch);
        var withdrawals = shown(batching.withdrawals(batch));
        model.addAttribute("withdrawals", withdrawals);
        model.addAttribute("sendable", isSendable(batch, withdrawals));
        model.addAttribute("community", communities.get(batch.community()));
        model.addAttribute("first", batch.first() == null ? null : members.card(batch.first()));
        model.addAttribute("active", "commissions");
        return "payout/batch";
    }

    /** For the bank: with the full phone, so that who took it away is on record. */
    @GetMapping("/{id}/file.{ending:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @PathVariable String ending) {
        var lines = shown(batching.forTheBank(id));
        var file = files.file("tuanju-payout", ending, columns(), lines);
        audit.record(me.member().value(), "payout.exported", "payout " + id, lines.size() + " rows");
        return file;
    }

    /** The same person's second approval is refused by who they are, so that no key is needed. */
    @PostMapping("/{id}/approval")
    String approve(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes flash) {
        return trying(flash, HERE + "/" + id, "payout.approved", () -> batching.approve(me.member(), id));
    }

    /** What was sent is not sent again. */
    @PostMapping("/{id}/transfers")
    String send(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes flash) {
        return trying(flash, HERE + "/" + id, "payout.sent", () -> sending.send(me.member(), id));
    }

    /** Said twice it is said once. */
    @PostMapping("/{id}/withdrawals/{withdrawal}/tax")
    String withhold(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID withdrawal,
            @RequestParam(defaultValue = "") String tax,
            RedirectAttributes flash) {
        return trying(
                flash,
                HERE + "/" + id,
                "payout.tax-noted",
                () -> batching.withhold(me.member(), id, withdrawal, WithdrawalPages.fen(tax)));
    }

    /** What ended does not end again. */
    @PostMapping("/{id}/withdrawals/{withdrawal}/outcome")
    String settle(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID withdrawal,
            @RequestParam boolean paid,
            RedirectAttributes flash) {
        return trying(
                flash,
                HERE + "/" + id,
                paid ? "payout.paid-noted" : "payout.returned-noted",
                () -> batching.settle(me.member(), id, withdrawal, paid));
    }

    private boolean isSendable(Batch batch, List<Shown> withdrawals) {
        return batch.approvals() == 2
                && sending.isPossible()
                && withdrawals.stream().anyMatch(it -> it.what().state() == Withdrawal.State.LOCKED);
    }

    private String trying(RedirectAttributes flash, String back, String done, Runnable act) {
        try {
            act.run();
            flash.addFlashAttribute("flashOk", done);
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:" + back;
    }

    private List<Shown> shown(List<Withdrawal> all) {
        Map<MemberId, MemberCard> people =
                members.cards(all.stream().map(Withdrawal::member).distinct().toList());
        return all.stream()
                .map(it -> new Shown(it, Objects.requireNonNull(people.get(it.member()))))
                .toList();
    }

    private List<TableColumn<Shown>> columns() {
        return List.of(
                TableColumn.text(
                        "id",
                        "payout.file.id",
                        it -> TableCell.of(it.what().id().toString())),
                TableColumn.text(
                        "name",
                        "payout.file.name",
                        it -> TableCell.of(it.member().name())),
                TableColumn.text(
                        "phone",
                        "payout.file.phone",
                        it -> TableCell.of(members.provenPhone(it.what().member())
                                .map(Phone::digits)
                                .orElse(""))),
                TableColumn.number(
                        "amount",
                        "payout.file.amount",
                        it -> TableCell.of(it.what().amount())),
                TableColumn.number(
                        "tax", "payout.file.tax", it -> TableCell.of(it.what().tax())),
                TableColumn.number(
                        "net", "payout.file.net", it -> TableCell.of(it.what().net())));
    }
}
