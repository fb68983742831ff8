package tuanju.page;

/** Told by the module that keeps what members are told: how much waits for whoever is signed in. */
public interface Bell {

    /** Nobody is signed in. */
    int NOBODY = -1;

    /** How much they have not read, at most a hundred; {@link #NOBODY} when nobody is signed in. Asked once per page. */
    int unread();
}
