/**
 * How fast the packaged program is, beside the least that the same work costs on the same database: plain JDBC, round by
 * round in turn. A {@link tuanju.bench.Market} is a running program with enough people in it; {@link tuanju.bench.Clients}
 * are so many at once; a {@link tuanju.bench.Comparison} prints what came out. Only ratios mean something on another
 * machine. How to run it, and what came out last, is in docs/performance.md.
 */
@NullMarked
package tuanju.bench;

import org.jspecify.annotations.NullMarked;
