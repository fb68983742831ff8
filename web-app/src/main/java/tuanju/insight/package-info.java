/**
 * The operator's numbers, from facts this program recorded itself. Each number equals the orders and the ledger for the
 * same cut-off; business days follow the community's time zone.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Insight")
@org.jspecify.annotations.NullMarked
package tuanju.insight;
