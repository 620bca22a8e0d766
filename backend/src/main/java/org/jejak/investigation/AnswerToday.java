package org.jejak.investigation;

/**
 * A kept answer as one viewer may be shown it today. What was kept stays as it is; whoever became protected since is in no
 * list of it, and who may not be seen any more is not in it at all.
 */
public record AnswerToday(KeptInvestigation investigation, KeptResult result) {}
