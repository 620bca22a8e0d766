package org.jejak.ingest.edges;

/** What is said about a network that was taken as it came, so that nobody has to find it out. */
enum Remark {
    NOBODY(
            "Ends that say nobody: %d (%s). Each was taken for an unknown person of its own line; where two of them are one"
                    + " person, give them one name, like Unknown 1."),
    NOT_IN_TABLE(
            "Ends that are not in the table of nodes: %d (%s). Each was taken for a person of whom no more is known. Is"
                    + " one of the two files written otherwise, or not whole?"),
    WHOLE_NUMBER("Ends that the table of nodes writes otherwise, 1.0 here and 1 there: %d (%s). They were taken for the"
            + " same."),
    NO_WEIGHT("Weights that say that there is none: %d (%s). Those ties were taken without a weight."),
    OTHER_LABEL("Nodes with labels that Jejak does not know: %d (%s). They were taken for persons."),
    KEPT_APART(
            "Ids of this file that stand for somebody of another name in what was loaded before: %d (%s). The two were"
                    + " kept apart, these under ids of their own. If this file corrects the names, take the load before back with"
                    + " undo and load this one again; if it is another network, a --namespace of its own keeps all of it apart."),
    SAME_NUMBER(
            "Nodes without a name whose ids stand for somebody of another file too: %d (%s). They were taken for the"
                    + " same; if they are others, take this load back with undo and load it with a --namespace of its own.");

    private final String words;

    Remark(String words) {
        this.words = words;
    }

    String text(long count, String examples) {
        return String.format(java.util.Locale.ROOT, words, count, examples);
    }
}
