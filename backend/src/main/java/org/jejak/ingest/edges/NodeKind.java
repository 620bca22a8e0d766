package org.jejak.ingest.edges;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jejak.network.RecordFile;

/**
 * What a node is where its file says so, as graph databases do with labels ({@code :Phone}): a telephone is not to be
 * ranked among people. Whatever says nothing of the kind is a person.
 *
 * @param file the file of the contract its row belongs in
 * @param word the value of {@code kind} there; empty where the file has no such column
 * @param words labels that say so, in lower case
 */
record NodeKind(RecordFile file, String word, Set<String> words) {

    static final NodeKind PERSON = new NodeKind(RecordFile.PERSONS, "", Set.of("person", "people"));

    private static final List<NodeKind> ALL = List.of(
            PERSON,
            new NodeKind(RecordFile.PHONES, "", Set.of("phone", "phonenumber", "telephone", "mobile", "msisdn")),
            new NodeKind(RecordFile.ORGANIZATIONS, "other", Set.of("organization", "organisation", "company")),
            new NodeKind(RecordFile.PLACES, "other", Set.of("place", "location", "address")),
            new NodeKind(RecordFile.ACCOUNTS, "bank", Set.of("bankaccount", "iban")),
            new NodeKind(RecordFile.ACCOUNTS, "crypto", Set.of("cryptowallet", "cryptoaddress")),
            new NodeKind(RecordFile.HANDLES, "email", Set.of("email", "emailaddress")),
            new NodeKind(RecordFile.VEHICLES, "car", Set.of("car")),
            new NodeKind(RecordFile.VEHICLES, "van", Set.of("van")),
            new NodeKind(RecordFile.VEHICLES, "lorry", Set.of("lorry", "truck")),
            new NodeKind(RecordFile.VEHICLES, "motorcycle", Set.of("motorcycle")),
            new NodeKind(RecordFile.VEHICLES, "boat", Set.of("boat")),
            new NodeKind(RecordFile.VEHICLES, "ship", Set.of("ship", "vessel")));

    /** In which attributes a node says what it is. */
    private static final List<String> SAYING = List.of("labels", "kind", "type");

    /** What the node is; empty where it has labels, and none of them is known. */
    static Optional<NodeKind> of(Map<String, String> values) {
        for (String attribute : SAYING) {
            String said = Names.value(values, attribute).orElse("");
            for (String label : attribute.equals(SAYING.getFirst()) ? said.split("[:;,|\\s]+") : new String[] {said}) {
                String word = label.toLowerCase(Locale.ROOT).replace("_", "");
                Optional<NodeKind> kind =
                        ALL.stream().filter(k -> k.words().contains(word)).findFirst();
                if (kind.isPresent()) {
                    return kind;
                }
            }
        }
        return Names.value(values, "labels").isPresent() ? Optional.empty() : Optional.of(PERSON);
    }

    /** The columns of the contract that the node's name and attributes fill, beside its id and source. */
    Map<String, String> cells(String name, Map<String, String> values) {
        return switch (file) {
            case PHONES -> Map.of("number", value(values, List.of("number", "msisdn", "phone"), name));
            case ACCOUNTS ->
                Map.of("kind", word, "number", value(values, List.of("number", "account", "iban", "address"), name));
            case HANDLES -> Map.of("kind", word, "value", value(values, List.of("value", "email", "address"), name));
            case VEHICLES ->
                Map.of("kind", word, "registration", value(values, List.of("registration", "plate", "reg"), name));
            case ORGANIZATIONS, PLACES -> Map.of("kind", word, "name", name);
            default -> Map.of("name", name);
        };
    }

    private static String value(Map<String, String> values, List<String> names, String otherwise) {
        return names.stream()
                .flatMap(n -> Names.value(values, n).stream())
                .findFirst()
                .orElse(otherwise);
    }
}
