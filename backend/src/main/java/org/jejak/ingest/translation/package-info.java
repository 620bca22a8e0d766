/**
 * What all translators share: the rows one item of a foreign file becomes, the row source made of them, and the reading
 * of CSV tables. No format is known here; each is a package beside this one.
 */
@NullMarked
package org.jejak.ingest.translation;

import org.jspecify.annotations.NullMarked;
