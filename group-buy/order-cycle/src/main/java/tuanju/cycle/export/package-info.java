/**
 * Reading the order export (xlsx) of 快团团, and of other tools once their columns are named: every line is matched, repaired or flagged, none is dropped.
 * The file is measured before it is parsed; what it says about itself in three sheets is compared and each difference
 * shown. How lines become orders is told in docs/importing.md.
 */
@org.jspecify.annotations.NullMarked
package tuanju.cycle.export;
