/**
 * Which actors belong together: a partition of the network and how good it is. What lies between communities is under
 * {@code brokerage}.
 */
@NamedInterface("community")
@NullMarked
package org.jejak.analysis.community;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
