package org.jejak.ingest.ftm;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.MadeIds;
import org.jejak.ingest.Nobody;
import org.jejak.ingest.translation.FileRows;
import org.jejak.network.EntityKind;
import org.jejak.network.RecordFile;

/** Turns people, companies, addresses, vehicles, accounts and papers into entities of the contract. */
final class FtmThings {

    private static final Set<String> VEHICLES =
            Set.of("car", "van", "lorry", "bus", "motorcycle", "boat", "ship", "aircraft");

    private final FtmTranslator translator;
    private final MadeIds ids;

    FtmThings(FtmTranslator translator, MadeIds ids) {
        this.translator = translator;
        this.ids = ids;
    }

    boolean place(FtmEntity entity, EntityKind kind, FileRows rows) {
        var taking = new Taking(entity);
        taking.all("proof", id -> Optional.of(id).filter(p -> translator.isA(p, EntityKind.SOURCE)));
        var cells = translator.begin(entity, "");
        switch (kind) {
            case PERSON -> person(taking, entity, cells, rows);
            case ORGANIZATION -> organization(taking, entity, cells, rows);
            case PLACE -> place(taking, entity, cells);
            case VEHICLE -> vehicle(taking, entity, cells);
            case ACCOUNT -> account(taking, entity, cells);
            case HANDLE -> handle(taking, entity, cells);
            case DOCUMENT -> document(taking, entity, cells);
            case SOURCE -> source(taking, entity, cells);
            case PHONE, RAID, OPERATION -> throw new IllegalStateException("no schema is a " + kind);
        }
        references(taking, entity, rows);
        if (!DeliveredFile.id(entity.id()).equals(entity.id())) {
            cells.put(Taking.KEPT + "id", entity.id());
        }
        taking.keep(cells);
        Taking.keepWhole(entity, cells);
        rows.add(RecordFile.describing(kind).fileName(), entity.line(), cells);
        return true;
    }

    private void person(Taking taking, FtmEntity entity, Map<String, String> cells, FileRows rows) {
        names(taking, cells);
        if (!cells.containsKey("name")) {
            String composed = String.join(
                            " ",
                            entity.values("firstName").stream().findFirst().orElse(""),
                            entity.values("lastName").stream().findFirst().orElse(""))
                    .strip();
            put(cells, "name", Optional.of(composed).filter(n -> isName(n)));
        }
        put(
                cells,
                "sex",
                taking.one("gender", v -> Optional.of(v).filter(Set.of("male", "female", "other")::contains)));
        put(cells, "birth_date", taking.date("birthDate"));
        put(cells, "died", taking.date("deathDate"));
        var nationality = new LinkedHashSet<>(taking.all("nationality", Taking::country));
        nationality.addAll(taking.all("citizenship", Taking::country));
        cells.put("nationality", String.join("|", nationality));
        put(
                cells,
                "note",
                taking.text("notes").or(() -> taking.text("description")).or(() -> taking.text("summary")));
        reach(taking, entity, rows);
        int n = 0;
        for (String number : taking.all("passportNumber", Optional::of)) {
            var passport = translator.begin(entity, "#passport" + ++n);
            passport.put("kind", "passport");
            passport.put("number", number);
            passport.put("holder", DeliveredFile.id(entity.id()));
            Taking.keepOrigin(entity, passport);
            rows.add("documents", entity.line(), passport);
        }
    }

    private void organization(Taking taking, FtmEntity entity, Map<String, String> cells, FileRows rows) {
        names(taking, cells);
        cells.putIfAbsent("name", entity.id());
        var aliases = cells.remove("aliases");
        if (aliases != null) {
            cells.put(Taking.KEPT + "alias", aliases);
        }
        List<String> topics = entity.values("topics");
        boolean bank = topics.stream().anyMatch(t -> t.equals("fin.bank"));
        boolean crime = topics.stream().anyMatch(t -> t.startsWith("crime"));
        boolean state = entity.schema().equals("PublicBody") || topics.stream().anyMatch(t -> t.startsWith("gov"));
        cells.put(
                "kind",
                bank
                        ? "financial_institution"
                        : state ? "agency" : crime && !isCompany(entity) ? "syndicate" : "other");
        put(
                cells,
                "country",
                taking.one("jurisdiction", Taking::country).or(() -> taking.one("country", Taking::country)));
        put(cells, "registration", taking.text("registrationNumber"));
        reach(taking, entity, rows);
    }

    private static boolean isCompany(FtmEntity entity) {
        return Schemata.isA(entity.schema(), "Company");
    }

    /** Names beyond the first are aliases; a value with the list's own separator in it stays apart. */
    private static void names(Taking taking, Map<String, String> cells) {
        put(cells, "name", taking.one("name", v -> Optional.of(v).filter(FtmThings::isName)));
        var aliases = new ArrayList<String>();
        for (String property : List.of("name", "alias", "previousName", "weakAlias")) {
            aliases.addAll(taking.all(
                    property, v -> Optional.of(v).filter(FtmThings::isName).filter(n -> n.indexOf('|') < 0)));
        }
        if (!aliases.isEmpty()) {
            cells.put("aliases", String.join("|", new LinkedHashSet<>(aliases)));
        }
    }

    private static boolean isName(String value) {
        return !Nobody.is(value);
    }

    /** Telephone numbers and mail addresses are things of their own, so that who shares one is seen to share it. */
    private void reach(Taking taking, FtmEntity entity, FileRows rows) {
        int n = 0;
        for (String number :
                taking.all("phone", v -> Optional.of(v).filter(p -> !digits(p).isEmpty()))) {
            uses(entity, phone(number, entity, rows), "#phone" + ++n, rows);
        }
        n = 0;
        for (String address : taking.all("email", v -> Optional.of(v).filter(e -> !e.isBlank()))) {
            String value = address.strip().toLowerCase(Locale.ROOT);
            String id = ids.of("handles", List.of(value));
            var cells = FileRows.begun(id, translator.sources(entity));
            cells.put("kind", "email");
            cells.put("value", value);
            Taking.keepOrigin(entity, cells);
            rows.add("handles", entity.line(), cells);
            uses(entity, id, "#email" + ++n, rows);
        }
    }

    private void uses(FtmEntity entity, String object, String suffix, FileRows rows) {
        link(entity, suffix, DeliveredFile.id(entity.id()), "uses", object, rows);
    }

    private void link(FtmEntity entity, String suffix, String subject, String relation, String object, FileRows rows) {
        var cells = translator.begin(entity, suffix);
        cells.put("subject", subject);
        cells.put("relation", relation);
        cells.put("object", object);
        Taking.keepOrigin(entity, cells);
        rows.add("links", entity.line(), cells);
    }

    /** Adds the telephone of this number and gives its id, the same for the same number however it is written. */
    String phone(String number, FtmEntity entity, FileRows rows) {
        String digits = digits(number);
        String normal = digits.isEmpty() ? number.strip() : (number.strip().startsWith("+") ? "+" : "") + digits;
        String id = ids.of("phones", List.of(normal));
        var cells = FileRows.begun(id, translator.sources(entity));
        cells.put("number", normal);
        Taking.keepOrigin(entity, cells);
        rows.add("phones", entity.line(), cells);
        return id;
    }

    private static String digits(String number) {
        return number.replaceAll("[^0-9]", "");
    }

    private static void place(Taking taking, FtmEntity entity, Map<String, String> cells) {
        put(
                cells,
                "name",
                taking.text("full")
                        .or(() -> taking.text("name"))
                        .or(() -> taking.text("address"))
                        .or(() -> entity.values("city").stream().findFirst())
                        .or(() -> taking.text("summary")));
        cells.putIfAbsent("name", entity.id());
        cells.put("kind", "other");
        put(cells, "country", taking.one("country", Taking::country));
        put(cells, "lat", taking.one("latitude", FtmThings::degrees));
        put(cells, "lon", taking.one("longitude", FtmThings::degrees));
    }

    private static Optional<String> degrees(String value) {
        return Optional.of(value.strip()).filter(v -> v.matches("-?\\d{1,3}(\\.\\d+)?"));
    }

    /** A vehicle whose type says nothing we know is taken for the commonest, a car; what it said stays beside it. */
    private static void vehicle(Taking taking, FtmEntity entity, Map<String, String> cells) {
        String kind = Schemata.isA(entity.schema(), "Vessel")
                ? "ship"
                : Schemata.isA(entity.schema(), "Airplane") ? "aircraft" : "car";
        cells.put(
                "kind",
                taking.one(
                                "type",
                                v -> Optional.of(v.strip().toLowerCase(Locale.ROOT))
                                        .filter(VEHICLES::contains))
                        .orElse(kind));
        put(cells, "registration", taking.text("registrationNumber"));
        put(cells, "country", taking.one("country", Taking::country));
        put(cells, "imo", taking.text("imoNumber"));
        put(cells, "mmsi", taking.text("mmsi"));
        put(cells, "flag", taking.one("flag", Taking::country));
        put(cells, "model", taking.text("model"));
        put(cells, "make", taking.text("manufacturer"));
    }

    private static void account(Taking taking, FtmEntity entity, Map<String, String> cells) {
        boolean wallet = Schemata.isA(entity.schema(), "CryptoWallet");
        cells.put("kind", wallet ? "crypto" : "bank");
        put(cells, "number", taking.text(wallet ? "publicKey" : "accountNumber"));
        put(cells, "institution", taking.text(wallet ? "mangingExchange" : "bankName"));
        put(cells, "iban", taking.text("iban"));
        put(cells, "country", taking.one("country", Taking::country));
    }

    private static void handle(Taking taking, FtmEntity entity, Map<String, String> cells) {
        Optional<String> user = taking.text("username");
        Optional<String> mail = user.isPresent() ? Optional.empty() : taking.text("email");
        cells.put("kind", mail.isPresent() ? "email" : "social");
        cells.put(
                "value",
                user.or(() -> mail)
                        .or(() -> taking.text("number"))
                        .or(() -> taking.text("name"))
                        .orElse(entity.id()));
        put(cells, "platform", taking.text("service"));
    }

    private void document(Taking taking, FtmEntity entity, Map<String, String> cells) {
        String type = String.join(" ", entity.values("type")).toLowerCase(Locale.ROOT);
        boolean passport = entity.schema().equals("Passport") || type.contains("passport");
        cells.put("kind", passport ? "passport" : type.contains("identity") ? "identity_card" : "other");
        put(cells, "number", taking.text("number").or(() -> taking.text("passportNumber")));
        put(cells, "country", taking.one("country", Taking::country));
        put(
                cells,
                "holder",
                taking.one("holder", id -> Optional.of(id).filter(h -> translator.isA(h, EntityKind.PERSON)))
                        .map(DeliveredFile::id));
        put(cells, "issued", taking.date("startDate"));
        put(cells, "expires", taking.date("endDate"));
    }

    private static void source(Taking taking, FtmEntity entity, Map<String, String> cells) {
        cells.remove("source");
        cells.put("kind", "other");
        put(
                cells,
                "title",
                taking.text("title").or(() -> taking.text("fileName")).or(() -> taking.text("name")));
        put(
                cells,
                "date",
                taking.date("date").or(() -> taking.date("publishedAt")).or(() -> taking.date("authoredAt")));
        put(cells, "origin", taking.text("publisher").or(() -> taking.text("author")));
        put(cells, "text", taking.text("bodyText"));
        cells.put("reliability", "F");
        cells.put("credibility", "6");
    }

    /** References that are properties, not edges: each a tie from this entity, named after the property. */
    private void references(Taking taking, FtmEntity entity, FileRows rows) {
        boolean paper =
                Schemata.kind(entity.schema()).filter(EntityKind.SOURCE::equals).isPresent();
        if (paper) {
            return;
        }
        Schemata.references().forEach((property, reference) -> {
            int n = 0;
            String own = DeliveredFile.id(entity.id());
            for (String id : taking.all(property, v -> Optional.of(v).filter(translator::isEntity))) {
                String other = DeliveredFile.id(id);
                link(
                        entity,
                        "#" + property + ++n,
                        reference.backwards() ? other : own,
                        reference.relation(),
                        reference.backwards() ? own : other,
                        rows);
            }
        });
    }

    private static void put(Map<String, String> cells, String column, Optional<String> value) {
        value.filter(v -> !v.isBlank()).ifPresent(v -> cells.put(column, v));
    }
}
