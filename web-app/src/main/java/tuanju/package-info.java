/** The whole house: one Spring Modulith module per sub-package. */
@org.jspecify.annotations.NullMarked
package tuanju;
