package tuanju.commission;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.member.Members;
import tuanju.member.SignedIn;
import tuanju.referral.AgainstTheLaw;

/** For operators over the API: what bringing a buyer is worth. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/commission-rules")
class RuleResources {

    private static final int MOST = 500;

    private final RuleRows rows;
    private final Ruling ruling;
    private final Members members;
    private final Commands commands;
    private final MessageSource messages;

    /** A rule that holds. */
    record Made(String id, String scope, String subject, int basisPoints) {
        static Made of(Rule rule) {
            return new Made(rule.id().toString(), rule.scope().name(), rule.called(), rule.basisPoints());
        }
    }

    /** What the law does not allow: which rule, which law, and what would be fine instead. */
    record Refused(String type, int status, String id, String rule, String law, String instead) {}

    /** The latest first. */
    record Rules(List<Made> items) {}

    @GetMapping
    Rules all(@AuthenticationPrincipal SignedIn me) {
        members.needOperator(me);
        return new Rules(rows.now(MOST).stream().map(Made::of).toList());
    }

    /** 201, or 422 what the law does not allow. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<?> make(@AuthenticationPrincipal SignedIn me, @RequestBody RuleDraft wanted, CommandKey key) {
        members.needOperator(me);
        try {
            return commands.once(key.with(wanted), Made.class, () -> Made.of(ruling.make(me.member(), wanted)))
                    .with(HttpStatus.CREATED);
        } catch (AgainstTheLaw refusal) {
            return ResponseEntity.status(refusal.getStatus())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(refused(refusal));
        }
    }

    /** What is placed from now on goes by the next rule that fits. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        members.needOperator(me);
        ruling.end(me.member(), id);
    }

    private Refused refused(AgainstTheLaw refusal) {
        var locale = LocaleContextHolder.getLocale();
        var id = refusal.getRule().getId();
        return new Refused(
                "urn:tuanju:problem:" + refusal.getType(),
                refusal.getStatus(),
                id,
                said(id + ".rule", locale),
                said(id + ".law", locale),
                said(id + ".instead", locale));
    }

    private String said(String what, Locale locale) {
        return messages.getMessage("referral.law." + what, null, locale);
    }
}
