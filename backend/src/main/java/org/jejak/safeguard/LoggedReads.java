package org.jejak.safeguard;

import java.util.List;
import org.jejak.network.Viewer;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads in the application's log. */
@Component
final class LoggedReads implements ReadLog {

    @Override
    public void passed(Viewer viewer, String action, List<String> objects, long count) {
        LoggerFactory.getLogger(LoggedReads.class).debug("{} {} {} ({})", viewer.user(), action, objects, count);
    }
}
