package org.jejak.cypher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every query of the product by its name: {@code safeguard/read-records} is
 * {@code cypher/queries/safeguard/read-records.cypher}.
 */
@Component
public final class CypherLibrary {

    private static final String ROOT = "cypher/queries/";

    private final SortedMap<String, String> texts = new TreeMap<>();

    /** @throws IllegalStateException if a file is empty or a name stands twice on the class path */
    public CypherLibrary() {
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOT + "**/*.cypher")) {
                String url = file.getURL().toString();
                String name = url.substring(url.lastIndexOf(ROOT) + ROOT.length(), url.length() - ".cypher".length());
                String text = file.getContentAsString(StandardCharsets.UTF_8);
                if (text.isBlank()) {
                    throw new IllegalStateException("the query " + name + " is empty");
                }
                if (texts.put(name, text) != null) {
                    throw new IllegalStateException("the query " + name + " stands twice on the class path");
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @throws NoSuchElementException if there is no such file */
    public String text(String name) {
        String text = texts.get(name);
        if (text == null) {
            throw new NoSuchElementException("there is no query cypher/queries/" + name + ".cypher");
        }
        return text;
    }

    /** All of them, by name. */
    public Map<String, String> all() {
        return Map.copyOf(texts);
    }
}
