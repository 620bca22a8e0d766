/**
 * FollowTheMoney entity streams of both generations (3.x, 4.x) and of 4.x statements, one JSON object a line. Turns them
 * into rows of the contract and nothing else. What the contract has no column for stays with its row under
 * {@code ftm.…}; what it has no file for becomes a statement on the entity it speaks of, else a row of the file
 * {@code ftm}. Only what is not FollowTheMoney at all is refused. {@code FtmSourceTest} holds that.
 *
 * <p>No library: the format's own Java binding is not published to a repository and validates nothing; the few facts of
 * its model that matter here are the table in {@code Schemata}.
 */
@NullMarked
package org.jejak.ingest.ftm;

import org.jspecify.annotations.NullMarked;
