package org.jejak.ingest.edges;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jejak.ingest.UnreadableDelivery;

/**
 * An XML file, element by element, with nothing of it followed: no document type, no entity of its own, no address
 * outside. Where it breaks, the line and column are said.
 */
final class XmlPull implements Closeable {

    /** In characters; the loader refuses cells well below that, so nothing readable is cut. */
    private static final int LONGEST_TEXT = 1 << 21;

    private final String name;
    private final InputStream in;
    private final XMLStreamReader xml;

    /** @throws UnreadableDelivery if it does not begin like XML */
    XmlPull(String name, InputStream in) throws IOException {
        this.name = name;
        this.in = new BufferedInputStream(in);
        if (!beginsLikeXml(this.in)) {
            in.close();
            throw new UnreadableDelivery(name + ": this does not begin like XML. Nothing of it was loaded.");
        }
        try {
            this.xml = factory().createXMLStreamReader(this.in);
        } catch (XMLStreamException broken) {
            in.close();
            throw broken(broken);
        }
    }

    /** Asked before the parser is, which says what it thinks of any other bytes on standard error. */
    private static boolean beginsLikeXml(InputStream in) throws IOException {
        in.mark(1);
        int first = in.read();
        in.reset();
        boolean markOfByteOrder = first == 0xEF || first == 0xFE || first == 0xFF || first == 0;
        return first == '<' || Character.isWhitespace(first) || markOfByteOrder;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }

    /** Goes on to the next beginning or end of an element; false behind the last. */
    boolean advance() {
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException broken) {
            throw broken(broken);
        }
    }

    boolean isStart() {
        return xml.getEventType() == XMLStreamConstants.START_ELEMENT;
    }

    /** The name of the element, without its prefix. */
    String element() {
        return xml.getLocalName();
    }

    /** Whether the element stands in the namespace of drawings of GEXF. */
    boolean isDrawing() {
        String namespace = xml.getNamespaceURI();
        return "viz".equals(xml.getPrefix()) || namespace != null && namespace.endsWith("/viz");
    }

    long line() {
        return Math.max(1, xml.getLocation().getLineNumber());
    }

    /** The attribute, or the empty string. */
    String attribute(String attribute) {
        String value = xml.getAttributeValue(null, attribute);
        return value == null ? "" : value.strip();
    }

    /** All attributes, in the order of the file. */
    Map<String, String> attributes() {
        var all = new LinkedHashMap<String, String>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String value = xml.getAttributeValue(i).strip();
            if (!value.isEmpty()) {
                all.put(xml.getAttributeLocalName(i), value);
            }
        }
        return all;
    }

    /** The text of the element that begins here and of all elements in it, up to its end. */
    String text() {
        return content(Set.of()).text();
    }

    /**
     * What stands in an element.
     *
     * @param text of it and of all elements in it
     * @param found the texts of those elements in it that were asked for, without blanks around and without the empty ones
     */
    record Content(String text, List<String> found) {}

    /** Reads the element that begins here up to its end; {@code asked} are the names of elements in it that are told apart. */
    Content content(Set<String> asked) {
        var text = new StringBuilder();
        var found = new ArrayList<String>();
        int depth = 1;
        int within = 0;
        int begun = 0;
        try {
            while (depth > 0 && xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        depth++;
                        if (within == 0 && asked.contains(xml.getLocalName())) {
                            within = depth;
                            begun = text.length();
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (within == depth) {
                            String one = text.substring(begun).strip();
                            if (!one.isEmpty()) {
                                found.add(one);
                            }
                            within = 0;
                        }
                        depth--;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        int room = LONGEST_TEXT - text.length();
                        text.append(xml.getTextCharacters(), xml.getTextStart(), Math.min(room, xml.getTextLength()));
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException broken) {
            throw broken(broken);
        }
        return new Content(text.toString().strip(), found);
    }

    /** Passes over the element that begins here. */
    void skip() {
        text();
    }

    private UnreadableDelivery broken(XMLStreamException broken) {
        Location where = broken.getLocation();
        String said = String.valueOf(broken.getMessage()).replaceFirst("(?s)^ParseError at .*?Message: ", "");
        String place = where == null || where.getLineNumber() < 1
                ? ""
                : ", line " + where.getLineNumber() + ", column " + where.getColumnNumber();
        return new UnreadableDelivery(
                name + place + ": this is not well-formed XML (" + said.strip()
                        + "). Export it again, or mend it there; nothing of it was loaded.",
                broken);
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException alreadyBroken) {
            throw new IOException(alreadyBroken);
        } finally {
            in.close();
        }
    }
}
