package org.jejak.ui.records;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jejak.ingest.Delivery;
import org.jejak.ingest.MadeIds;
import org.jejak.ingest.RowSource;
import org.jejak.ingest.UnreadableDelivery;
import org.jejak.ingest.bundle.BundleSource;
import org.jejak.ingest.format.Format;
import org.jejak.ingest.mapping.MappedSource;
import org.jejak.ingest.mapping.Mapping;

/**
 * A file that somebody handed over, and what it turned out to be.
 *
 * @param format empty for a table that only a mapping can read
 */
record Handed(Path file, Optional<Format> format) {

    /**
     * Looks into the file; its name decides nothing, but that a broken zip is not taken for a table.
     *
     * @throws UnreadableDelivery if it is called a zip and is none that can be read
     */
    static Handed of(Path file) {
        try {
            return new Handed(file, Optional.of(Format.recognise(file)));
        } catch (UnreadableDelivery none) {
            String name = String.valueOf(file.getFileName());
            if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
                throw new UnreadableDelivery(translate("loads.not-recognised", name), none);
            }
            return new Handed(file, Optional.empty());
        }
    }

    String name() {
        return String.valueOf(file.getFileName());
    }

    /**
     * What the bundle says of itself.
     *
     * @throws UnreadableDelivery if it is none
     */
    Delivery header() throws IOException {
        try (var bundle = BundleSource.open(file)) {
            return bundle.delivery();
        }
    }

    /** @param delivery used where the format says nothing of namespace and case itself */
    RowSource open(Delivery delivery, MadeIds ids) throws IOException {
        return Format.open(file, format, Format.Told.of(delivery), ids);
    }

    /** The same by a mapping. */
    RowSource open(Delivery delivery, Mapping mapping, MadeIds ids) throws IOException {
        return MappedSource.open(file, mapping, delivery.withTitle(name()), ids);
    }
}
