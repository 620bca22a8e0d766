/**
 * The vocabulary every other package speaks: ids of rows and actors, time with its precision, handling codes, the
 * record files of the contract, and the viewer on whose behalf anything is read. JDK only: nothing here knows a
 * database, a framework or an algorithm. {@code ArchitectureTest} holds that.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package org.jejak.network;

import org.jspecify.annotations.NullMarked;
