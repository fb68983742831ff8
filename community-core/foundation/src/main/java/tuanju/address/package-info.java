/**
 * Understanding addresses: which lane (弄), building (号) and room (室) a bag goes to, read from what people typed.
 * Nothing is guessed silently: each part says where it was read, each repair and contradiction is a flag with its evidence.
 * Pure Java, no database, no Spring.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Address",
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package tuanju.address;
