package tuanju.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what a production start lacks, one line each, instead of a stack trace. */
class MissingSecretsAnalyzer extends AbstractFailureAnalyzer<MissingSecrets> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, MissingSecrets cause) {
        return new FailureAnalysis(
                "The profile \"production\" does not start without these:\n  - "
                        + String.join("\n  - ", cause.getMissing()),
                "Set them in the environment (docker compose reads an .env file), or start without the profile for a demo.",
                cause);
    }
}
