package org.jejak.ingest.ftm;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jejak.ingest.DeliveredFile;
import org.jejak.ingest.MadeIds;
import org.jejak.ingest.translation.FileRows;
import org.jejak.network.EntityKind;

/** Turns one entity into rows of the contract. Things are in {@link FtmThings}, ties and events here. */
final class FtmTranslator {

    private static final Set<EntityKind> PAYERS =
            Set.of(EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.ACCOUNT);

    private static final List<String> CAPTIONS = List.of(
            "name",
            "program",
            "title",
            "subject",
            "purpose",
            "role",
            "relationship",
            "reason",
            "summary",
            "description",
            "caseNumber",
            "status",
            "date",
            "startDate");

    private final FtmStream stream;
    private final String fileSource;
    private final FtmThings things;

    FtmTranslator(FtmStream stream, String fileSource, MadeIds ids) {
        this.stream = stream;
        this.fileSource = fileSource;
        this.things = new FtmThings(this, ids);
    }

    FileRows rows(FtmEntity entity) {
        var rows = new FileRows();
        var edge = Schemata.edge(entity.schema());
        Optional<EntityKind> kind = Schemata.kind(entity.schema());
        boolean placed = kind.isPresent() && things.place(entity, kind.get(), rows)
                || switch (entity.schema()) {
                    case "Payment" -> payment(entity, rows);
                    case "Call" -> call(entity, rows);
                    case "Message", "Email" -> message(entity, rows);
                    case "Trip" -> trip(entity, rows);
                    case "Occupancy" -> occupancy(entity, rows);
                    default -> false;
                }
                || edge.isPresent() && tie(entity, edge.get(), rows);
        if (!placed) {
            keepWithWhomItConcerns(entity, rows);
        }
        return rows;
    }

    /** The source of everything in the stream, and the documents that prove this entity. */
    String sources(FtmEntity entity) {
        var sources = new LinkedHashSet<String>();
        sources.add(fileSource);
        for (String proof : entity.values("proof")) {
            if (isA(proof, EntityKind.SOURCE)) {
                sources.add(DeliveredFile.id(proof));
            }
        }
        return String.join("|", sources);
    }

    LinkedHashMap<String, String> begin(FtmEntity entity, String suffix) {
        return FileRows.begun(DeliveredFile.fitted(DeliveredFile.id(entity.id()) + suffix), sources(entity));
    }

    boolean isA(String id, EntityKind kind) {
        return stream.kind(id).filter(kind::equals).isPresent();
    }

    /** Whether a row may refer to it: an entity of the contract, or one that has not come yet. */
    boolean isEntity(String id) {
        return !stream.has(id) || stream.kind(id).filter(EntityKind::isEntity).isPresent();
    }

    private void validity(Taking taking, Map<String, String> cells) {
        var from = taking.date("startDate").or(() -> taking.date("date"));
        var to = taking.date("endDate");
        if (from.isPresent() && to.isPresent() && Taking.isAfter(from.get(), to.get())) {
            cells.put(Taking.KEPT + "startDate", from.get());
            cells.put(Taking.KEPT + "endDate", to.get());
            return;
        }
        from.ifPresent(value -> cells.put("from", value));
        to.ifPresent(value -> cells.put("to", value));
    }

    /** Every source with every target; ends the contract cannot tie make it something that is kept instead. */
    private boolean tie(FtmEntity entity, Schemata.Edge edge, FileRows rows) {
        List<String> sources = entity.values(edge.source());
        List<String> targets = entity.values(edge.target());
        if (sources.isEmpty()
                || targets.isEmpty()
                || !sources.stream().allMatch(this::isEntity)
                || !targets.stream().allMatch(this::isEntity)) {
            return false;
        }
        boolean several = sources.size() * targets.size() > 1;
        int n = 0;
        for (String source : sources) {
            for (String target : targets) {
                var taking = new Taking(entity);
                taking.all(edge.source(), Optional::of);
                taking.all(edge.target(), Optional::of);
                var cells = begin(entity, several ? "#" + ++n : "");
                cells.put("subject", DeliveredFile.id(source));
                cells.put("relation", edge.relation());
                cells.put("object", DeliveredFile.id(target));
                validity(taking, cells);
                note(taking, cells, "relationship", "role");
                taking.keep(cells);
                keepOnce(entity, cells, n <= 1);
                rows.add("links", entity.line(), cells);
            }
        }
        return true;
    }

    /** Of the rows that one entity becomes the first keeps it as it came, the others say whose part they are. */
    private static void keepOnce(FtmEntity entity, Map<String, String> cells, boolean first) {
        if (first) {
            Taking.keepWhole(entity, cells);
        } else {
            Taking.keepOrigin(entity, cells);
        }
    }

    private static void note(Taking taking, Map<String, String> cells, String... properties) {
        for (String property : properties) {
            if (!cells.containsKey("note")) {
                taking.text(property).ifPresent(text -> cells.put("note", text));
            }
        }
    }

    private boolean payment(FtmEntity entity, FileRows rows) {
        var payers = parties(entity, "payer", "payerAccount");
        var payees = parties(entity, "beneficiary", "beneficiaryAccount");
        if (payers.isEmpty() || payees.isEmpty()) {
            return false;
        }
        boolean several = payers.size() * payees.size() > 1;
        int n = 0;
        for (String payer : payers) {
            for (String payee : payees) {
                var taking = new Taking(entity);
                var cells = begin(entity, several ? "#" + ++n : "");
                if (!amount(taking, cells)) {
                    return false;
                }
                for (String property : List.of("payer", "payerAccount", "beneficiary", "beneficiaryAccount")) {
                    boolean placed = payers == entity.values(property) || payees == entity.values(property);
                    if (placed) {
                        taking.all(property, Optional::of);
                    }
                }
                cells.put("payer", DeliveredFile.id(payer));
                cells.put("payee", DeliveredFile.id(payee));
                taking.date("date").or(() -> taking.date("startDate")).ifPresent(time -> cells.put("time", time));
                taking.text("purpose").ifPresent(purpose -> cells.put("purpose", purpose));
                taking.keep(cells);
                keepOnce(entity, cells, n <= 1);
                rows.add("payments", entity.line(), cells);
            }
        }
        return true;
    }

    /** Who pays or is paid: the party itself where it is named, else its account. */
    private List<String> parties(FtmEntity entity, String party, String account) {
        for (String property : List.of(party, account)) {
            List<String> ids = entity.values(property);
            if (!ids.isEmpty()
                    && ids.stream()
                            .allMatch(id -> !stream.has(id)
                                    || stream.kind(id).filter(PAYERS::contains).isPresent())) {
                return ids;
            }
        }
        return List.of();
    }

    /** The amount in its own currency, else in euro or dollars; {@code XXX} is ISO 4217 for no currency. */
    private static boolean amount(Taking taking, Map<String, String> cells) {
        var own = taking.one("amount", Taking::amount);
        if (own.isPresent()) {
            cells.put("amount", own.get());
            cells.put(
                    "currency", taking.one("currency", FtmTranslator::currency).orElse("XXX"));
            return true;
        }
        for (String currency : List.of("EUR", "USD")) {
            var amount = taking.one(currency.equals("EUR") ? "amountEur" : "amountUsd", Taking::amount);
            if (amount.isPresent()) {
                cells.put("amount", amount.get());
                cells.put("currency", currency);
                return true;
            }
        }
        return false;
    }

    private static Optional<String> currency(String value) {
        try {
            return Optional.of(java.util.Currency.getInstance(value.strip()).getCurrencyCode());
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** A call is no edge in this format, and yet a contact: between people where they are named, else their numbers. */
    private boolean call(FtmEntity entity, FileRows rows) {
        var taking = new Taking(entity);
        var cells = begin(entity, "");
        Optional<String> time = taking.date("date").or(() -> taking.date("startDate"));
        Optional<String> a = party(taking, entity, "caller", "callerNumber", rows);
        Optional<String> b = party(taking, entity, "receiver", "receiverNumber", rows);
        if (time.isEmpty() || a.isEmpty() || b.isEmpty()) {
            return false;
        }
        cells.put("a", a.get());
        cells.put("b", b.get());
        cells.put("time", time.get());
        cells.put("channel", "call");
        taking.one("duration", Taking::amount).ifPresent(seconds -> cells.put("duration_s", seconds));
        taking.keep(cells);
        Taking.keepWhole(entity, cells);
        rows.add("contacts", entity.line(), cells);
        return true;
    }

    private Optional<String> party(Taking taking, FtmEntity entity, String person, String number, FileRows rows) {
        List<String> people = entity.values(person);
        List<String> numbers = entity.values(number);
        if (people.size() == 1 && isA(people.getFirst(), EntityKind.PERSON)) {
            return taking.text(person).map(DeliveredFile::id);
        }
        if (people.size() <= 1 && numbers.size() == 1) {
            return taking.text(number).map(text -> things.phone(text, entity, rows));
        }
        return Optional.empty();
    }

    /** A message is a contact between people where they are named, else between their accounts. */
    private boolean message(FtmEntity entity, FileRows rows) {
        String sender = entity.schema().equals("Email") ? "emitters" : "sender";
        List<String> from = ends(entity, sender, "senderAccount");
        List<String> to = ends(entity, "recipients", "recipientAccount");
        var times = new Taking(entity);
        Optional<String> time =
                times.date("date").or(() -> times.date("authoredAt")).or(() -> times.date("publishedAt"));
        if (from.size() != 1 || to.isEmpty() || time.isEmpty()) {
            return false;
        }
        int n = 0;
        for (String recipient : to) {
            var taking = new Taking(entity);
            for (String property : List.of(sender, "senderAccount", "recipients", "recipientAccount")) {
                boolean placed = from == entity.values(property) || to == entity.values(property);
                if (placed) {
                    taking.all(property, Optional::of);
                }
            }
            var cells = begin(entity, to.size() > 1 ? "#" + ++n : "");
            cells.put("a", DeliveredFile.id(from.getFirst()));
            cells.put("b", DeliveredFile.id(recipient));
            cells.put("time", time.get());
            cells.put("channel", "message");
            taking.keep(cells);
            keepOnce(entity, cells, n <= 1);
            rows.add("contacts", entity.line(), cells);
        }
        return true;
    }

    private List<String> ends(FtmEntity entity, String people, String accounts) {
        List<String> named = entity.values(people);
        if (!named.isEmpty() && named.stream().allMatch(id -> isA(id, EntityKind.PERSON))) {
            return named;
        }
        List<String> used = entity.values(accounts);
        return used.stream().allMatch(id -> isA(id, EntityKind.HANDLE)) ? used : List.of();
    }

    private boolean trip(FtmEntity entity, FileRows rows) {
        List<String> from = entity.values("startLocation");
        List<String> to = entity.values("endLocation");
        if (from.size() != 1
                || to.size() != 1
                || !isA(from.getFirst(), EntityKind.PLACE)
                || !isA(to.getFirst(), EntityKind.PLACE)) {
            return false;
        }
        var taking = new Taking(entity);
        var cells = begin(entity, "");
        taking.text("startLocation").ifPresent(id -> cells.put("origin", DeliveredFile.id(id)));
        taking.text("endLocation").ifPresent(id -> cells.put("destination", DeliveredFile.id(id)));
        taking.one("vehicle", id -> Optional.of(id).filter(v -> isA(v, EntityKind.VEHICLE)))
                .ifPresent(id -> cells.put("vehicle", DeliveredFile.id(id)));
        var people = taking.all("involved", id -> Optional.of(id).filter(p -> isA(p, EntityKind.PERSON)));
        if (!people.isEmpty()) {
            cells.put(
                    "persons",
                    String.join("|", people.stream().map(DeliveredFile::id).toList()));
        }
        taking.date("startDate").or(() -> taking.date("date")).ifPresent(time -> cells.put("departed", time));
        taking.date("endDate").ifPresent(time -> cells.put("arrived", time));
        taking.keep(cells);
        Taking.keepWhole(entity, cells);
        rows.add("movements", entity.line(), cells);
        return true;
    }

    /** A post is no thing of the contract: who holds one keeps it, by its name, as a statement of their own. */
    private boolean occupancy(FtmEntity entity, FileRows rows) {
        List<String> holders = entity.values("holder");
        if (holders.isEmpty() || !holders.stream().allMatch(this::isEntity)) {
            return false;
        }
        String post = entity.values("post").stream()
                .flatMap(id -> stream.postName(id).stream())
                .findFirst()
                .orElseGet(() -> caption(entity));
        int n = 0;
        for (String holder : holders) {
            var taking = new Taking(entity);
            taking.all("holder", Optional::of);
            var cells = begin(entity, "#" + ++n);
            cells.put("entity", DeliveredFile.id(holder));
            cells.put("property", entity.schema());
            cells.put("value", post);
            validity(taking, cells);
            taking.keep(cells);
            keepOnce(entity, cells, n <= 1);
            rows.add("statements", entity.line(), cells);
        }
        return true;
    }

    /** A sanction, an event, a note, a debt to a court case: stays with each entity it names, else in a file of its own. */
    private void keepWithWhomItConcerns(FtmEntity entity, FileRows rows) {
        var concerned = new LinkedHashSet<String>();
        entity.properties()
                .values()
                .forEach(values -> values.stream()
                        .filter(id ->
                                stream.kind(id).filter(EntityKind::isEntity).isPresent())
                        .forEach(concerned::add));
        int n = 0;
        for (String id : concerned) {
            var taking = new Taking(entity);
            var cells = begin(entity, concerned.size() > 1 ? "#" + ++n : "");
            cells.put("entity", DeliveredFile.id(id));
            cells.put("property", entity.schema());
            cells.put("value", caption(entity));
            validity(taking, cells);
            taking.keep(cells);
            keepOnce(entity, cells, n <= 1);
            rows.add("statements", entity.line(), cells);
        }
        if (concerned.isEmpty() || Schemata.isA(entity.schema(), "Thing")) {
            var cells = begin(entity, "");
            new Taking(entity).keep(cells);
            keepOnce(entity, cells, concerned.isEmpty());
            rows.add(FtmSource.KEPT_FILE, entity.line(), cells);
        }
    }

    /** What a person reads first of it; everything else stands beside it in columns of its own. */
    private static String caption(FtmEntity entity) {
        return CAPTIONS.stream()
                .flatMap(property -> entity.values(property).stream())
                .findFirst()
                .orElse(entity.schema());
    }
}
