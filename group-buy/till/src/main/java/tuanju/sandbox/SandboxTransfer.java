package tuanju.sandbox;

import org.jspecify.annotations.Nullable;
import tuanju.money.Money;

/**
 * A transfer as the sandbox provider keeps it.
 *
 * @param status PROCESSING, DONE or FAILED
 * @param transaction the provider's number once it is paid
 */
record SandboxTransfer(
        String merchant,
        String code,
        String payee,
        Money amount,
        String title,
        String status,
        @Nullable String transaction) {}
