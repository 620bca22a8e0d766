/** The start of the web application, and nothing else: what it does lives in the features beneath. */
@NullMarked
package org.jejak;

import org.jspecify.annotations.NullMarked;
