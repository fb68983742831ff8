package tuanju.conduct;

import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.member.SignedIn;

/** Readers report what they read over the API. */
@RestController
@RequiredArgsConstructor
class ReportResources {

    private final Reporting reporting;
    private final Commands commands;

    /** It was taken in, and will be decided. */
    record Received(String code) {}

    @PostMapping("/api/v1/reports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<Received> report(
            @AuthenticationPrincipal SignedIn me, @RequestBody Reporting.Saying saying, CommandKey key) {
        return commands.once(key.with(saying), Received.class, () -> {
                    reporting.report(me.member(), saying);
                    return new Received(String.valueOf(saying.code()));
                })
                .with(HttpStatus.ACCEPTED);
    }
}
