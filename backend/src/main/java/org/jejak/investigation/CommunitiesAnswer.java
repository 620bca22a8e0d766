package org.jejak.investigation;

import java.util.Map;
import org.jejak.analysis.community.Partition;
import org.jejak.network.Key;
import org.jejak.projection.ActorNetwork;
import org.jejak.safeguard.Names;

/**
 * The groups a network falls into.
 *
 * @param names how the members are shown to the viewer; protected persons by pseudonym
 */
public record CommunitiesAnswer(ActorNetwork network, Partition partition, Map<Key, Names.Shown> names) {}
