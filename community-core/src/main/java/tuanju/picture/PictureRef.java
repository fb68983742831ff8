package tuanju.picture;

/** Names a picture: {@code up:<random code>} for an upload, {@code art:grapes} for an illustration shipped with the program. */
public record PictureRef(String value) {}
