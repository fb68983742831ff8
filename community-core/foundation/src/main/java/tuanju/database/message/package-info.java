/** Statements that travel to the database together: what one of them does depends on nothing that another answers. */
@org.springframework.modulith.NamedInterface("message")
@org.jspecify.annotations.NullMarked
package tuanju.database.message;
