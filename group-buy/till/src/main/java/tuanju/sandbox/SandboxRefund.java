package tuanju.sandbox;

import tuanju.money.Money;

/** A refund as the sandbox provider keeps it. */
record SandboxRefund(String merchant, String code, String chargeCode, Money amount, boolean done, String notifyPath) {}
