package tuanju.household;

import java.util.UUID;

/** An act that was done: under which id it is taken back, and to how many households. */
record Done(UUID act, ActRows.Kind kind, int households) {}
