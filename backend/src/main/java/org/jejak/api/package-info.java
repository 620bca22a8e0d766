/**
 * The same reads as the pages and commands, as JSON: over HTTP under {@code /api}, errors as problem+json (RFC 9457),
 * described by OpenAPI; and the shapes of that JSON, which {@code command} prints too, so that the two cannot differ.
 *
 * <p>Not here: any answer of its own. Every endpoint takes its viewer from the sign-in and hands it to a service.
 */
@NullMarked
package org.jejak.api;

import org.jspecify.annotations.NullMarked;
