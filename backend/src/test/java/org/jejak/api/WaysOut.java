package org.jejak.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every way out: how each endpoint and each command is asked, and what its answer says of a person. */
final class WaysOut {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern KEY = Pattern.compile("TEST:wy[0-9]{3}q");

    /**
     * @param all everything that came
     * @param body without what stands around it
     * @param listed the keys in it, but for those that are only {@link #SPOKEN_OF}
     */
    record Answer(int status, String all, String body, Set<String> listed) {

        static Answer of(int status, String around, String body) {
            var listed = new TreeSet<String>();
            if (body.startsWith("{")) {
                collect(JSON.readTree(body), listed);
            } else {
                KEY.matcher(body.replaceAll("(?m)^.* the records state no role: .*$", ""))
                        .results()
                        .forEach(found -> listed.add(found.group()));
            }
            return new Answer(status, around + body, body, listed);
        }

        private static void collect(JsonNode node, Set<String> listed) {
            if (node.isObject()) {
                node.properties().forEach(field -> {
                    if (!SPOKEN_OF.contains(field.getKey())) {
                        collect(field.getValue(), listed);
                    }
                });
            } else if (node.isArray()) {
                node.forEach(one -> collect(one, listed));
            } else {
                KEY.matcher(node.asString()).results().forEach(found -> listed.add(found.group()));
            }
        }

        boolean names(String key) {
            return body.contains(key);
        }
    }

    /** What an answer must say of a person. */
    interface Check {
        void check(WaysOutTable table, Named who, String out, Answer answer);
    }

    /** It may say what it likes, as long as it tells nothing. */
    static final Check TELLS_NOTHING = (table, who, out, answer) -> {};

    /** It answers, and never with a fault of ours. */
    static final Check ANSWERS =
            (table, who, out, answer) -> table.expect(who, out, answer.status() == 200, "answers " + answer.status());

    /**
     * What speaks of protected people without ranking, flagging or proposing them, by their keys alone: who was left out and
     * why, whom a removal would leave alone, ways, and what everybody stands in, the groups and the bridges.
     */
    private static final Set<String> SPOKEN_OF = Set.of(
            "coercedRole",
            "roleMissing",
            "protectedOfficials",
            "atRisk",
            "leftAlone",
            "bridges",
            "members",
            "paths",
            "ways",
            "communities");

    /** Ranks and removals: who is protected is none of those listed. */
    static final Check LISTED_TO_NOBODY = (table, who, out, answer) -> {
        if (who.isProtected()) {
            table.expect(who, out, !answer.listed().contains(who.key()), "is listed");
        }
    };

    /** And everybody else is. */
    static final Check LISTED = (table, who, out, answer) -> {
        LISTED_TO_NOBODY.check(table, who, out, answer);
        if (!who.isProtected()) {
            table.expect(who, out, answer.names(who.key()), "is not listed");
        }
    };

    static final Check LISTED_BY_NAME = (table, who, out, answer) -> {
        LISTED.check(table, who, out, answer);
        if (!who.isProtected()) {
            table.expect(who, out, answer.names(who.name()), "is not named");
        }
    };

    /** Of those who carry others the cut takes whoever is not protected. */
    static final Check TAKEN = (table, who, out, answer) -> {
        LISTED_TO_NOBODY.check(table, who, out, answer);
        if (!who.isProtected() && who.carries()) {
            table.expect(who, out, answer.names(who.key()), "is not taken");
        }
    };

    /** To ask it of somebody protected is refused. */
    static final Check REFUSED = (table, who, out, answer) -> table.expect(
            who,
            out,
            who.isProtected() ? answer.status() == 400 || answer.status() == 404 : answer.status() == 200,
            "answers " + answer.status());

    /** Present, whoever they are: under their name or a pseudonym. */
    static final Check PRESENT = (table, who, out, answer) -> {
        ANSWERS.check(table, who, out, answer);
        table.expect(who, out, answer.names(who.key()), "is not there");
    };

    static final Check PRESENT_BY_NAME = (table, who, out, answer) -> {
        PRESENT.check(table, who, out, answer);
        if (!who.isProtected()) {
            table.expect(who, out, answer.names(who.name()), "is not named");
        }
    };

    /**
     * Nobody who types a name, a number or a paper learns whose it is, but for who may open identities, who learns under
     * which pseudonym they stand.
     */
    static final Check FOUND = (table, who, out, answer) -> {
        ANSWERS.check(table, who, out, answer);
        boolean found = answer.names(who.key()) || answer.names("TEST:" + who.phone() + "\"");
        boolean opensIdentities = out.endsWith(" (prosecutor)");
        if (!who.isProtected() || !opensIdentities) {
            table.expect(who, out, found != who.isProtected(), found ? "is found" : "is not found");
        }
    };

    /**
     * @param requests with {@code @} for the person's key, {@code ~} for whom they stand before, {@code !…!} for a word of
     *     theirs
     * @param asks what the answer about a person must say of them
     * @param lists what an answer about nobody must say of each
     * @param onceOnly where the answer is the same for everybody in the case, and takes long
     */
    record Endpoint(String path, Check lists, Check asks, boolean onceOnly, List<String> requests) {

        List<String> once(Collection<String> kept, List<Named> everybody) {
            return requests.stream()
                    .filter(request -> !personal(request))
                    .flatMap(request -> path.contains("{id}")
                            ? kept.stream().map(id -> at(request, id))
                            : Stream.of(at(request, "")))
                    .map(path -> path.replace("&key=*", joined("&key=", everybody, Named::key))
                            .replace("&to=-", joined("&to=", everybody, one -> "TEST:" + one.beyond())))
                    .toList();
        }

        private static String joined(String before, List<Named> everybody, Function<Named, String> key) {
            return everybody.stream().map(one -> before + key.apply(one)).collect(Collectors.joining());
        }

        private String at(String request, String id) {
            return path.replace("{id}", id) + (request.isEmpty() ? "" : "?" + request);
        }

        List<String> about(Named who) {
            return requests.stream()
                    .filter(Endpoint::personal)
                    .map(request -> at(request, "")
                            .replace("@", encoded(who.key()))
                            .replace("~", encoded("TEST:" + who.beyond()))
                            .replace("!name!", encoded(who.name()))
                            .replace("!alias!", encoded(who.alias()))
                            .replace("!number!", encoded(who.dialled()))
                            .replace("!passport!", encoded(who.passport()))
                            .replace("#", "%03d".formatted(who.number())))
                    .toList();
        }

        private static boolean personal(String request) {
            return request.matches(".*[@~!#].*");
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    private static Endpoint out(String path, Check lists, Check asks, String... requests) {
        return new Endpoint(path, lists, asks, false, requests.length == 0 ? List.of("") : List.of(requests));
    }

    private static Endpoint slow(String path, Check lists, Check asks, String... requests) {
        return new Endpoint(path, lists, asks, true, requests.length == 0 ? List.of("") : List.of(requests));
    }

    private static final String FROM_HUB = "from=" + WaysOfNaming.HUB + "&to=~";

    static final List<Endpoint> ENDPOINTS = List.of(
            out("/api/me", TELLS_NOTHING, ANSWERS),
            out("/api/cases", TELLS_NOTHING, ANSWERS),
            out("/api/loads", TELLS_NOTHING, ANSWERS),
            out("/api/records/counts", TELLS_NOTHING, ANSWERS),
            out(
                    "/api/search",
                    TELLS_NOTHING,
                    FOUND,
                    "q=Trading&limit=500",
                    "q=House&limit=500",
                    "q=Luar&limit=500",
                    "q=Zaqabamir"),
            slow("/api/search", TELLS_NOTHING, FOUND, "q=!name!", "q=!alias!", "q=!number!&kind=person,phone"),
            out("/api/thing", TELLS_NOTHING, PRESENT_BY_NAME, "key=@"),
            out("/api/thing/counts", TELLS_NOTHING, ANSWERS, "key=" + WaysOfNaming.HUB),
            out("/api/thing/neighbours", PRESENT_BY_NAME, ANSWERS, "limit=500&key=" + WaysOfNaming.HUB),
            slow("/api/record", TELLS_NOTHING, ANSWERS, "key=~"),
            slow("/api/records", TELLS_NOTHING, PRESENT, "naming=@"),
            out("/api/rows-between", PRESENT, ANSWERS, "key=" + WaysOfNaming.HUB + "&key=*"),
            out("/api/brokers", LISTED_BY_NAME, ANSWERS, "case=CASE-1"),
            slow(
                    "/api/brokers",
                    LISTED_BY_NAME,
                    ANSWERS,
                    "measures=all&roles-over=countries&reach=1",
                    "fold=multigraph&ties=shared_identifier",
                    "weights=newman&explained=kept&measures=strength"),
            slow("/api/brokers/why", TELLS_NOTHING, REFUSED, "id=@"),
            slow("/api/disrupt", LISTED_TO_NOBODY, REFUSED, "greedy=40", "remove=@"),
            out("/api/communities", PRESENT, ANSWERS),
            slow("/api/paths", TELLS_NOTHING, PRESENT, FROM_HUB),
            slow(
                    "/api/paths/in-time",
                    TELLS_NOTHING,
                    ANSWERS,
                    "from=" + WaysOfNaming.HUB + "&to=TEST:b000",
                    "from=" + WaysOfNaming.HUB + "&to=TEST:b001&inferred=true"),
            out("/api/paths/flow", PRESENT, ANSWERS, "from=" + WaysOfNaming.HUB + "&to=-"),
            out("/api/cut", TAKEN, ANSWERS, "", "taking=ties"),
            out("/api/officials", TELLS_NOTHING, ANSWERS, "case=CASE-1"),
            out("/api/investigations", LISTED_TO_NOBODY, ANSWERS),
            out("/api/investigations/{id}", LISTED_TO_NOBODY, ANSWERS),
            slow("/api/investigations/{id}/repeat", LISTED_TO_NOBODY, ANSWERS),
            slow("/api/investigations/{id}/changes", LISTED_TO_NOBODY, ANSWERS));

    static Set<String> endpoints() {
        var paths = new TreeSet<String>();
        ENDPOINTS.forEach(endpoint -> paths.add(endpoint.path()));
        return paths;
    }

    /**
     * @param lines as typed, without where the home lies; {@code {id}} is each kept answer, {@code @} somebody protected,
     *     {@code ~} whom they stand before, {@code OUT} a path to write to
     * @param code it ends with
     */
    record Command(String name, Check lists, int code, List<String> lines) {

        List<String> lines(List<String> kept, Named who, Path folder) {
            // what is kept is asked again, which takes long: all are shown, one is repeated and compared
            var some = name.endsWith("show") ? kept : kept.subList(0, 1);
            return lines.stream()
                    .map(line -> (name + " " + line).strip())
                    .flatMap(line ->
                            line.contains("{id}") ? some.stream().map(id -> line.replace("{id}", id)) : Stream.of(line))
                    .map(line -> line.replace("@", who.key())
                            .replace("~", "TEST:" + who.beyond())
                            .replace(
                                    "OUT",
                                    folder.resolve("typed-" + Integer.toHexString(line.hashCode()))
                                            .toString()))
                    .toList();
        }
    }

    private static Command typed(String name, Check lists, String... lines) {
        return new Command(name, lists, 0, lines.length == 0 ? List.of("", "--json") : List.of(lines));
    }

    private static final String BETWEEN = "--from " + WaysOfNaming.HUB + " --to ~";

    static final List<Command> COMMANDS = List.of(
            typed("loads", TELLS_NOTHING, ""),
            typed("cases", TELLS_NOTHING, ""),
            typed("status", TELLS_NOTHING, "--json"),
            typed("brokers", LISTED_BY_NAME, "--top 500", "--json"),
            typed("communities", PRESENT, ""),
            typed("disrupt", LISTED_TO_NOBODY, "--greedy 10 --json"),
            typed("disrupt", TELLS_NOTHING, "--greedy 10"),
            new Command("disrupt", TELLS_NOTHING, 4, List.of("--remove @")),
            typed("paths", TELLS_NOTHING, BETWEEN, BETWEEN + " --in-time money", BETWEEN + " --in-time money --flow"),
            typed("cut", TAKEN, ""),
            typed("officials", LISTED_TO_NOBODY, "--case CASE-1"),
            typed("investigations", LISTED_TO_NOBODY, ""),
            typed("investigations show", LISTED_TO_NOBODY, "{id} --json"),
            typed("investigations show", TELLS_NOTHING, "{id}"),
            typed("investigations repeat", LISTED_TO_NOBODY, "{id}"),
            typed("investigations compare", LISTED_TO_NOBODY, "{id}"),
            typed(
                    "export",
                    TELLS_NOTHING,
                    "--case CASE-1 --ids @,~ --exhibit E-2 --why trial --out OUT",
                    "--case CASE-1 --format bundle --why trial --out OUT",
                    "--case CASE-1 --format ftm --why trial --out OUT --json"));

    /** They print nothing of what records say: users, keys, the log's state, and counts of what was read or written. */
    private static final Set<String> WITHOUT_CASE_DATA = Set.of(
            "run",
            "new-bundle",
            "load",
            "undo",
            "cases assign",
            "users",
            "users add",
            "users change",
            "reset-admin",
            "keys",
            "investigations remove",
            "verify",
            "audit",
            "audit verify",
            "generate",
            "bench");

    static Set<String> commands() {
        var names = new TreeSet<>(WITHOUT_CASE_DATA);
        COMMANDS.forEach(command -> names.add(command.name()));
        return names;
    }

    private WaysOut() {}
}
