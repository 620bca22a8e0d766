package org.jejak.investigation;

/** Between groups of which kind brokerage roles are counted. */
public enum RoleGroups {
    /** The communities of the same report. */
    COMMUNITIES,
    /** The one nationality somebody is recorded with; whoever has none or several belongs nowhere. */
    COUNTRIES
}
