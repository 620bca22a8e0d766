package org.jejak.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Ways to damage a bundle, and which of its rows each one may touch: all others must come through. */
final class Mutations {

    /** Texts that have broken readers, spreadsheets or databases before. */
    private static final List<String> NASTY = List.of(
            "=cmd|' /C calc'!A0",
            "@SUM(1+1)*cmd",
            "+60,12",
            "\"\"\"\"",
            "\"\"nested \"\"\"\"quotes\"\"",
            "'; DROP TABLE persons; --",
            "${jndi:ldap://127.0.0.1/a}",
            "}) DETACH DELETE n //",
            "\u202Eetar\u202C",
            "\u0000",
            "\uFEFF",
            "a\u200Bb",
            "\uD83D\uDE00",
            "\u0E2A\u0E21\u0E0A\u0E32\u0E22",
            "|||",
            "::",
            "TEST:",
            ":p1",
            "../../etc/passwd",
            "open",
            "NaN",
            "1e999",
            "-0",
            "99999999999999999999");

    private static final List<String> TIMES = List.of(
            "2015-02-30",
            "2015-13",
            "2015-3-7",
            "0000",
            "-0001",
            "99999",
            "+1000000000-12-31",
            "2015-03-07T25:61",
            "2015-03-07T21:10:05.",
            "2015-03-07T21:10+99:00",
            "2015-W10-6",
            "20150307",
            "07/03/2015",
            "tomorrow",
            "2015-03-07T24:00",
            "2015-06-30T23:59:60Z");

    private final Random random;
    private final Map<String, byte[]> files;
    private final Set<String> touched = new HashSet<>();
    private final Set<String> broken = new HashSet<>();
    private final List<String> done = new ArrayList<>();

    Mutations(Random random, Map<String, byte[]> files) {
        this.random = random;
        this.files = new TreeMap<>(files);
    }

    Map<String, byte[]> files() {
        return files;
    }

    /** Whether the row of this file and line number may have been touched. */
    boolean mayTouch(String file, String id) {
        return broken.contains(file) || touched.contains(file + "/" + id);
    }

    @Override
    public String toString() {
        return done.toString();
    }

    /** Damages it once more. {@code huge} allows what takes tens of megabytes. */
    void mutate(boolean huge) {
        var names = files.keySet().stream().filter(n -> n.endsWith(".csv")).toList();
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(huge ? 19 : 18)) {
            case 0 -> bytes(name, "flips bytes of", Mutations::flip);
            case 1 -> bytes(name, "cuts bytes out of", Mutations::cut);
            case 2 -> bytes(name, "puts bytes into", Mutations::insert);
            case 3 -> bytes(name, "cuts the end off", (b, r) -> java.util.Arrays.copyOf(b, r.nextInt(b.length + 1)));
            case 4 -> whole(name, "drops", new byte[0]);
            case 5 -> recode(name);
            case 6 ->
                same(name, "ends lines otherwise in", text -> text.replace("\n", random.nextBoolean() ? "\r\n" : "\r"));
            case 7 -> same(name, "marks the order of bytes of", Mutations::marked);
            case 8 -> shuffleRows(name);
            case 9 -> cell(name, "puts a nasty text into", quoted(NASTY.get(random.nextInt(NASTY.size()))));
            case 10 -> cell(name, "puts an impossible time into", TIMES.get(random.nextInt(TIMES.size())));
            case 11 -> cell(name, "lets a cell be over a mebibyte in", "x".repeat((1 << 20) + 1 + random.nextInt(9)));
            case 12 -> cell(name, "opens a quote in", "\"never closed");
            case 13 -> rowCells(name, random.nextBoolean());
            case 14 -> duplicate(name, random.nextBoolean());
            case 15 -> header(name);
            case 16 -> columns(name);
            case 17 -> cell(name, "lets a row name itself in", "");
            default -> cell(name, "puts ten million characters into", "n".repeat(10_000_000));
        }
    }

    private interface OnBytes {
        byte[] of(byte[] bytes, Random random);
    }

    private void bytes(String name, String what, OnBytes change) {
        broken.add(name);
        done.add(what + " " + name);
        byte[] before = files.get(name);
        files.put(name, before.length == 0 ? before : change.of(before, random));
    }

    private void whole(String name, String what, byte[] bytes) {
        broken.add(name);
        done.add(what + " " + name);
        files.put(name, bytes);
    }

    private static byte[] flip(byte[] bytes, Random random) {
        byte[] flipped = bytes.clone();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private static byte[] cut(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + random.nextInt(40));
        var left = new ByteArrayOutputStream();
        left.write(bytes, 0, from);
        left.write(bytes, to, bytes.length - to);
        return left.toByteArray();
    }

    private static byte[] insert(byte[] bytes, Random random) {
        byte[] some = new byte[1 + random.nextInt(30)];
        random.nextBytes(some);
        byte[] favourites = {0, '"', ',', '\r', '\n', (byte) 0xFF, (byte) 0xC3, (byte) 0xED};
        for (int i = 0; i < some.length; i++) {
            some[i] = random.nextBoolean() ? favourites[random.nextInt(favourites.length)] : some[i];
        }
        int at = random.nextInt(bytes.length + 1);
        var more = new ByteArrayOutputStream();
        more.write(bytes, 0, at);
        more.writeBytes(some);
        more.write(bytes, at, bytes.length - at);
        return more.toByteArray();
    }

    private void recode(String name) {
        Charset charset = List.of(
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE,
                        StandardCharsets.UTF_16,
                        StandardCharsets.ISO_8859_1,
                        Charset.forName("windows-874"))
                .get(random.nextInt(5));
        whole(name, "writes in " + charset, text(name).getBytes(charset));
    }

    private static String marked(String text) {
        return text.startsWith("\uFEFF") ? text : "\uFEFF" + text;
    }

    private interface OnText {
        String of(String text);
    }

    /** What must not make any difference, as long as no cell holds a line end. */
    private void same(String name, String what, OnText change) {
        done.add(what + " " + name);
        if (text(name).contains("\"")) {
            broken.add(name);
        }
        files.put(name, change.of(text(name)).getBytes(StandardCharsets.UTF_8));
    }

    private String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    /** The lines of a file whose cells hold no line ends; the others are damaged as bytes only. */
    private List<String> lines(String name) {
        String text = text(name);
        boolean damaged = broken.contains(name) || text.contains("\"") || text.isBlank() || text.contains("\r");
        return damaged ? List.of() : new ArrayList<>(List.of(text.split("\n", -1)));
    }

    private void put(String name, List<String> lines) {
        files.put(name, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private int row(List<String> lines) {
        return 1 + random.nextInt(Math.max(1, lines.size() - 2));
    }

    private void touch(String name, String line) {
        touched.add(name + "/" + line.split(",", -1)[0]);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private void shuffleRows(String name) {
        var lines = lines(name);
        if (lines.size() > 3) {
            done.add("shuffles the rows of " + name);
            Collections.shuffle(lines.subList(1, lines.size() - 1), random);
            put(name, lines);
        }
    }

    private void cell(String name, String what, String cell) {
        var lines = lines(name);
        if (lines.size() < 3) {
            return;
        }
        int at = row(lines);
        String[] cells = lines.get(at).split(",", -1);
        int column = random.nextInt(cells.length);
        touch(name, lines.get(at));
        cells[column] = cell.isEmpty() ? cells[0] : cell;
        done.add(what + " " + name + " line " + (at + 1));
        lines.set(at, String.join(",", cells));
        touch(name, lines.get(at));
        put(name, lines);
        // a quote that is never closed, or a NUL, which only binary files have, damages the file and not the row
        if (cell.startsWith("\"never") || cell.indexOf(0) >= 0) {
            broken.add(name);
        }
    }

    private void rowCells(String name, boolean more) {
        var lines = lines(name);
        if (lines.size() < 3) {
            return;
        }
        int at = row(lines);
        String line = lines.get(at);
        touch(name, line);
        done.add((more ? "adds a cell to " : "takes a cell from ") + name + " line " + (at + 1));
        lines.set(at, more || !line.contains(",") ? line + ",more" : line.substring(0, line.lastIndexOf(',')));
        put(name, lines);
    }

    private void duplicate(String name, boolean changed) {
        var lines = lines(name);
        if (lines.size() < 3) {
            return;
        }
        int at = row(lines);
        done.add("repeats " + name + " line " + (at + 1) + (changed ? " with a change" : ""));
        touch(name, lines.get(at));
        String[] cells = lines.get(at).split(",", -1);
        if (changed && cells.length > 1) {
            cells[1 + random.nextInt(cells.length - 1)] += "x";
        }
        lines.add(1 + random.nextInt(lines.size() - 1), String.join(",", cells));
        put(name, lines);
    }

    private void header(String name) {
        var lines = lines(name);
        if (lines.size() < 2) {
            return;
        }
        String[] columns = lines.get(0).split(",", -1);
        columns[random.nextInt(columns.length)] = List.of("", "id", "unheard of", "_hidden", "\u0E0A\u0E37\u0E48\u0E2D")
                .get(random.nextInt(5));
        lines.set(0, String.join(",", columns));
        broken.add(name);
        done.add("renames a column of " + name);
        put(name, lines);
    }

    /** Columns in another order: the same rows. */
    private void columns(String name) {
        var lines = lines(name);
        if (lines.size() < 2
                || lines.stream()
                        .anyMatch(l -> !l.isEmpty()
                                && l.split(",", -1).length != lines.get(0).split(",", -1).length)) {
            return;
        }
        done.add("shuffles the columns of " + name);
        var order = new ArrayList<Integer>();
        for (int i = 0; i < lines.get(0).split(",", -1).length; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        var shuffled = new ArrayList<String>();
        for (String line : lines) {
            String[] cells = line.split(",", -1);
            shuffled.add(
                    line.isEmpty()
                            ? line
                            : String.join(",", order.stream().map(i -> cells[i]).toList()));
        }
        put(name, shuffled);
        // what is done to a line of it from here on is no longer known by its first cell
        if (order.get(0) != 0) {
            shuffledColumns.add(name);
        }
    }

    private final Set<String> shuffledColumns = new HashSet<>();

    /** Files in which a later change is only known to be somewhere. */
    Set<String> shuffledColumns() {
        return shuffledColumns;
    }
}
