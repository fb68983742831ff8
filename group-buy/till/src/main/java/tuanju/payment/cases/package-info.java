/** Money that waits for a person (异常单), once per kind and reference. */
@org.jspecify.annotations.NullMarked
package tuanju.payment.cases;
