package org.jejak.investigation;

import org.jejak.analysis.community.Partition;
import org.jejak.projection.ActorNetwork;

/** The groups a network falls into. */
public record CommunitiesAnswer(ActorNetwork network, Partition partition) {}
