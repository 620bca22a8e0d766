package org.jejak.ingest.translation;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The sheets of a workbook, in its order.
 *
 * @param from1904 whether its days are counted from 1904, as on old Macintoshes
 */
record Sheets(List<Sheet> all, boolean from1904) {

    /** @param part what the package calls it */
    record Sheet(String name, String part, boolean hidden) {}

    static Sheets read(InputStream workbook) throws XMLStreamException {
        var sheets = new ArrayList<Sheet>();
        boolean from1904 = false;
        XMLStreamReader xml = SheetXml.reader(workbook);
        while (xml.hasNext()) {
            xml.next();
            if (SheetXml.begins(xml, "workbookPr")) {
                String from = xml.getAttributeValue(null, "date1904");
                from1904 = "1".equals(from) || "true".equals(from);
            } else if (SheetXml.begins(xml, "sheet")) {
                String name =
                        Optional.ofNullable(xml.getAttributeValue(null, "name")).orElse("");
                String state = xml.getAttributeValue(null, "state");
                sheets.add(new Sheet(name, part(xml), state != null && !state.equals("visible")));
            }
        }
        return new Sheets(List.copyOf(sheets), from1904);
    }

    /** The one attribute {@code id} that stands in a namespace, whichever of the two editions of the format it is of. */
    private static String part(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals("id") && namespace != null && !namespace.isEmpty()) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }
}
