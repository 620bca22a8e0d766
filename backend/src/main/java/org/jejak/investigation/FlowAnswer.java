package org.jejak.investigation;

import java.util.Map;
import org.jejak.analysis.flow.GreatestFlow;
import org.jejak.analysis.flow.TimedFlow;
import org.jejak.network.Key;
import org.jejak.projection.Eyes;
import org.jejak.projection.NetworkQuestion;
import org.jejak.safeguard.Names;

/**
 * How much money, or how many people, can at most have got from some to others in time.
 *
 * @param what passed
 * @param inferring whether payments nobody recorded were inferred, and within which share two amounts are alike
 * @param digest of the records asked
 * @param ends how many people, accounts or places the records name
 * @param steps how many steps they make
 * @param undated records that may belong to the flow but do not say when they happened
 * @param names how everybody and every place on the way is shown to the viewer
 */
public record FlowAnswer(
        NetworkQuestion question,
        Eyes eyes,
        InTime what,
        GreatestFlow asked,
        Inferring inferring,
        TimedFlow flow,
        String digest,
        int ends,
        int steps,
        int undated,
        Map<Key, Names.Shown> names) {}
