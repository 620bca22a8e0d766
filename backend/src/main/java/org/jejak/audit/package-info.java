/**
 * The log of who read, searched, exported and changed what: one line an entry, each carrying the digest of the line
 * before, so that a change, a gap or another order shows, and the last digest is also kept in the database, so that a cut
 * tail shows. It holds ids and file names, never a name, a number or what was searched for. It knows no feature; every
 * feature writes to it before it answers. {@code AuditLogTest} tampers with it in each of these ways.
 */
@NullMarked
package org.jejak.audit;

import org.jspecify.annotations.NullMarked;
