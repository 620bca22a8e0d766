/**
 * Tables of IOM's Human Trafficking Case Data Standard (HTCDS) 2.0: CSV files whose columns carry the standard's full
 * field names, {@code prs_FirstName}, {@code vic_MethodsOfControl}. Turns them into rows of the contract and nothing
 * else. A value the contract says in the same words is placed; one it says more coarsely is placed and kept as given; one
 * it has no place for is kept under its field's name. {@code HtcdsSourceTest} holds that.
 *
 * <p>The standard is published under CC BY 4.0 by IOM, which does not endorse this product.
 */
@NullMarked
package org.jejak.ingest.htcds;

import org.jspecify.annotations.NullMarked;
