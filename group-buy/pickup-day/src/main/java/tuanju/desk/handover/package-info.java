/**
 * A bag is found by its code or its door and handed over, whole, in parts or a building at once; a mistake is taken back.
 */
@org.springframework.modulith.NamedInterface("handover")
@org.jspecify.annotations.NullMarked
package tuanju.desk.handover;
