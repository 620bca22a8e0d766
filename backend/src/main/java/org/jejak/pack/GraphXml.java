package org.jejak.pack;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The graph for other programs: GraphML, and GEXF 1.3 with {@code kind} so that parallel links stay apart. */
final class GraphXml {

    private static final String GRAPHML = "http://graphml.graphdrawing.org/xmlns";
    private static final String GEXF = "http://gexf.net/1.3";

    private interface Body {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    private GraphXml() {}

    static byte[] graphml(PackContent content) {
        return document(xml -> {
            xml.writeStartElement("graphml");
            xml.writeDefaultNamespace(GRAPHML);
            for (String name : new String[] {"name", "kind", "roles"}) {
                key(xml, "node", name);
            }
            for (String name : new String[] {"relation", "file", "from", "to", "record"}) {
                key(xml, "edge", name);
            }
            xml.writeStartElement("graph");
            attributes(xml, "id", "G", "edgedefault", "directed");
            for (var entity : content.entities()) {
                xml.writeStartElement("node");
                attributes(xml, "id", entity.key().value());
                data(xml, "node-name", entity.name());
                data(xml, "node-kind", entity.kind().label());
                data(xml, "node-roles", String.join("|", entity.roles()));
                xml.writeEndElement();
            }
            int number = 0;
            for (var link : content.links()) {
                xml.writeStartElement("edge");
                attributes(
                        xml,
                        "id",
                        "L" + ++number,
                        "source",
                        link.a().value(),
                        "target",
                        link.b().value());
                data(xml, "edge-relation", link.relation());
                data(xml, "edge-file", link.file());
                data(xml, "edge-from", link.from());
                data(xml, "edge-to", link.to());
                data(xml, "edge-record", link.record().value());
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndElement();
        });
    }

    private static void key(XMLStreamWriter xml, String owner, String name) throws XMLStreamException {
        xml.writeEmptyElement("key");
        attributes(xml, "id", owner + "-" + name, "for", owner, "attr.name", name, "attr.type", "string");
    }

    private static void data(XMLStreamWriter xml, String key, String value) throws XMLStreamException {
        if (!value.isEmpty()) {
            xml.writeStartElement("data");
            attributes(xml, "key", key);
            xml.writeCharacters(clean(value));
            xml.writeEndElement();
        }
    }

    static byte[] gexf(PackContent content) {
        return document(xml -> {
            xml.writeStartElement("gexf");
            xml.writeDefaultNamespace(GEXF);
            attributes(xml, "version", "1.3");
            xml.writeStartElement("meta");
            attributes(
                    xml,
                    "lastmodifieddate",
                    LocalDate.ofInstant(content.when(), ZoneOffset.UTC).toString());
            element(xml, "creator", "Jejak");
            element(xml, "description", content.caseRef() + " " + content.exhibit());
            xml.writeEndElement();
            xml.writeStartElement("graph");
            attributes(xml, "defaultedgetype", "directed", "mode", "static");
            declare(xml, "node", "kind", "roles");
            declare(xml, "edge", "file", "from", "to", "record");
            xml.writeStartElement("nodes");
            for (var entity : content.entities()) {
                xml.writeStartElement("node");
                attributes(xml, "id", entity.key().value(), "label", entity.name());
                values(xml, "kind", entity.kind().label(), "roles", String.join("|", entity.roles()));
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeStartElement("edges");
            int number = 0;
            for (var link : content.links()) {
                xml.writeStartElement("edge");
                attributes(
                        xml,
                        "id",
                        "L" + ++number,
                        "source",
                        link.a().value(),
                        "target",
                        link.b().value(),
                        "label",
                        link.relation(),
                        "kind",
                        link.relation());
                values(
                        xml,
                        "file",
                        link.file(),
                        "from",
                        link.from(),
                        "to",
                        link.to(),
                        "record",
                        link.record().value());
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
        });
    }

    private static void declare(XMLStreamWriter xml, String owner, String... names) throws XMLStreamException {
        xml.writeStartElement("attributes");
        attributes(xml, "class", owner, "mode", "static");
        for (String name : names) {
            xml.writeEmptyElement("attribute");
            attributes(xml, "id", name, "title", name, "type", "string");
        }
        xml.writeEndElement();
    }

    private static void values(XMLStreamWriter xml, String... pairs) throws XMLStreamException {
        xml.writeStartElement("attvalues");
        for (int i = 0; i < pairs.length; i += 2) {
            if (!pairs[i + 1].isEmpty()) {
                xml.writeEmptyElement("attvalue");
                attributes(xml, "for", pairs[i], "value", pairs[i + 1]);
            }
        }
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    private static void attributes(XMLStreamWriter xml, String... pairs) throws XMLStreamException {
        for (int i = 0; i < pairs.length; i += 2) {
            xml.writeAttribute(pairs[i], clean(pairs[i + 1]));
        }
    }

    private static byte[] document(Body body) {
        var out = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            body.write(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML written into memory cannot fail", e);
        }
        return out.toByteArray();
    }

    /** XML 1.0 has no way to say most control characters, half surrogates and two non-characters. */
    private static String clean(String text) {
        return text.codePoints()
                .map(c -> c < 0x20 && c != '\t' && c != '\n' && c != '\r'
                                || c >= 0xD800 && c <= 0xDFFF
                                || c == 0xFFFE
                                || c == 0xFFFF
                        ? 0xFFFD
                        : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
