package org.jejak.ingest;

/**
 * What makes two descriptions of different agencies meet in one node: a telephone number, a plate, a passport number,
 * each in one spelling.
 *
 * @param value in its one spelling; it identifies somebody, so only its HMAC reaches the graph
 */
public record Identifier(Kind kind, String value) {

    /** What kinds of identifier records share. */
    public enum Kind {
        PHONE("phone"),
        IMEI("imei"),
        PLATE("plate"),
        ACCOUNT("account"),
        IBAN("iban"),
        IMO("imo"),
        MMSI("mmsi"),
        DOCUMENT("document"),
        HANDLE("handle");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As the graph names it. */
        public String word() {
            return word;
        }
    }
}
