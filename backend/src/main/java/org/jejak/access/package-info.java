/**
 * Who may come in and which cases they see: users, their roles and passwords, cases and who is assigned to them, and
 * the turning of a signed-in user into the {@link org.jejak.network.Viewer} on whose behalf everything is read.
 *
 * <p>Not here: what a viewer may see of a record (that is {@code safeguard}), and any page or command. Users and cases
 * are aggregates and the only things, with saved views, that Spring Data maps; their {@code @Node} classes do not leave
 * this package. {@code ArchitectureTest} holds that.
 */
@NullMarked
package org.jejak.access;

import org.jspecify.annotations.NullMarked;
