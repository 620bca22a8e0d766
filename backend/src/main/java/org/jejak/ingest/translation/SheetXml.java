package org.jejak.ingest.translation;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A part of a workbook as XML, with nothing of it followed. */
final class SheetXml {

    /** In characters; Excel itself holds 32,767 in a cell. */
    private static final int LONGEST_TEXT = 1 << 21;

    private SheetXml() {}

    static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory.createXMLStreamReader(in);
    }

    static boolean begins(XMLStreamReader xml, String element) {
        return xml.getEventType() == XMLStreamConstants.START_ELEMENT
                && xml.getLocalName().equals(element);
    }

    static boolean ends(XMLStreamReader xml, String element) {
        return xml.getEventType() == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals(element);
    }

    /** The text of the element that begins here, without what only says how it is pronounced. */
    static String text(XMLStreamReader xml, String element) throws XMLStreamException {
        var text = new StringBuilder();
        boolean pronounced = false;
        while (xml.hasNext() && !ends(xml, element)) {
            int event = xml.next();
            pronounced = begins(xml, "rPh") || pronounced && !ends(xml, "rPh");
            if (!pronounced && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)) {
                int room = LONGEST_TEXT - text.length();
                text.append(xml.getTextCharacters(), xml.getTextStart(), Math.min(room, xml.getTextLength()));
            }
        }
        return text.toString();
    }
}
