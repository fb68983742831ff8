package tuanju.money;

/** An exact amount of yuan that may be owed: a balance or a difference, counted in fen. */
public record SignedMoney(long fen) implements Comparable<SignedMoney> {

    public static final SignedMoney ZERO = new SignedMoney(0);

    public static SignedMoney of(Money money) {
        return new SignedMoney(money.fen());
    }

    public SignedMoney plus(SignedMoney other) {
        return new SignedMoney(Math.addExact(fen, other.fen));
    }

    public SignedMoney minus(SignedMoney other) {
        return new SignedMoney(Math.subtractExact(fen, other.fen));
    }

    public boolean isNegative() {
        return fen < 0;
    }

    /** The amount without its sign. */
    public Money amount() {
        return Money.ofFen(Math.absExact(fen));
    }

    @Override
    public int compareTo(SignedMoney other) {
        return Long.compare(fen, other.fen);
    }

    /** With a real minus sign before the currency: −¥39.90. */
    @Override
    public String toString() {
        return (isNegative() ? "−" : "") + amount();
    }
}
