/**
 * Falls as tests: the packaged program under a load of neighbours, hurt on purpose, healed, and then held to its word.
 * A {@link tuanju.faults.House} is a program with its {@link tuanju.faults.World}; a {@link tuanju.faults.Load} of people
 * asks it for things and keeps a {@link tuanju.faults.History} of what it was told; {@link tuanju.faults.Truth} compares
 * that with what is in the database afterwards. The ids (F-01 …) are explained in docs/testing.md.
 */
@NullMarked
package tuanju.faults;

import org.jspecify.annotations.NullMarked;
