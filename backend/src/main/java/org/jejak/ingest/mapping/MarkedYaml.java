package org.jejak.ingest.mapping;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jejak.ingest.UnreadableDelivery;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML mapping whose every part knows its line and column. Only text, lists and maps are read; no type of the
 * language, no object, is ever made of it.
 */
final class MarkedYaml {

    private static final int LONGEST = 1 << 20;
    private static final int DEEPEST = 12;

    private final String file;
    private final MappingNode node;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private MarkedYaml(String file, Node node) {
        this.file = file;
        if (!(node instanceof MappingNode map)) {
            throw wrong(file, node.getStartMark(), "here stand names with values behind them, like file: contacts");
        }
        this.node = map;
        for (NodeTuple tuple : map.getValue()) {
            String key = scalar(tuple.getKeyNode());
            if (values.put(key, tuple.getValueNode()) != null) {
                throw wrong(file, tuple.getKeyNode().getStartMark(), key + " stands here twice");
            }
        }
    }

    /** @throws UnreadableDelivery if it is no YAML, or does not begin with a map */
    static MarkedYaml read(Path path) throws IOException {
        String name = String.valueOf(path.getFileName());
        if (!Files.isRegularFile(path)) {
            throw new UnreadableDelivery("there is no mapping at " + path);
        }
        if (Files.size(path) > LONGEST) {
            throw new UnreadableDelivery(name + " is no mapping: it is over 1 MiB");
        }
        try {
            String text = Files.readString(path, StandardCharsets.UTF_8);
            return of(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException otherEncoding) {
            throw new UnreadableDelivery(name + " is no text in UTF-8; save the mapping as UTF-8", otherEncoding);
        }
    }

    static MarkedYaml of(String name, String text) {
        var options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(LONGEST);
        Node root;
        try {
            root = new Yaml(new SafeConstructor(options)).compose(new java.io.StringReader(text));
        } catch (MarkedYAMLException broken) {
            String problem = Optional.ofNullable(broken.getProblem()).orElse("it is not YAML");
            throw wrong(name, broken.getProblemMark(), "this is not YAML: " + problem);
        } catch (YAMLException broken) {
            throw new UnreadableDelivery(name + " is no YAML: " + broken.getMessage(), broken);
        }
        if (root == null) {
            throw new UnreadableDelivery(name + " is empty; a mapping begins with format: jejak-mapping/1");
        }
        return new MarkedYaml(name, root);
    }

    private static UnreadableDelivery wrong(String file, @Nullable Mark mark, String reason) {
        String where = mark == null ? "" : ", line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
        return new UnreadableDelivery(file + where + ": " + reason);
    }

    UnreadableDelivery wrong(String reason) {
        return wrong(file, node.getStartMark(), reason);
    }

    /** Something is wrong with the value of this key. */
    UnreadableDelivery wrong(String key, String reason) {
        Node value = values.get(key);
        return wrong(file, value == null ? node.getStartMark() : value.getStartMark(), reason);
    }

    Mapping.Where where() {
        return where(node);
    }

    private static Mapping.Where where(Node node) {
        return new Mapping.Where(
                node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1);
    }

    Mapping.Where where(String key) {
        Node value = values.get(key);
        return value == null ? where() : where(value);
    }

    Set<String> keys() {
        return values.keySet();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Refuses what nobody would read, with what might have been meant. */
    void only(Set<String> known) {
        for (NodeTuple tuple : node.getValue()) {
            String key = scalar(tuple.getKeyNode());
            if (!known.contains(key)) {
                throw wrong(
                        file,
                        tuple.getKeyNode().getStartMark(),
                        "nothing here is called " + key + Suggestion.among(known, key));
            }
        }
    }

    boolean isMap(String key) {
        return values.get(key) instanceof MappingNode;
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(this::scalar);
    }

    /** One text, or a list of them. */
    List<String> texts(String key) {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof SequenceNode list) {
            return list.getValue().stream().map(this::scalar).toList();
        }
        return List.of(scalar(value));
    }

    Optional<MarkedYaml> map(String key) {
        return Optional.ofNullable(values.get(key)).map(value -> new MarkedYaml(file, value));
    }

    /** A list of maps. */
    List<MarkedYaml> maps(String key) {
        Node value = values.get(key);
        if (!(value instanceof SequenceNode list)) {
            throw wrong(key, key + " is a list; begin each of its parts with a dash");
        }
        var maps = new ArrayList<MarkedYaml>();
        list.getValue().forEach(part -> maps.add(new MarkedYaml(file, part)));
        return maps;
    }

    private String scalar(Node value) {
        if (!(value instanceof ScalarNode text)) {
            throw wrong(file, value.getStartMark(), "here stands a single text");
        }
        return text.getValue().strip();
    }
}
