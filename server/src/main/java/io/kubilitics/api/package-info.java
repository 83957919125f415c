/// The HTTP API and the server that carries it. A handler is three steps: text to query, query to
/// domain, domain to view. Every request has passed the door of `io.kubilitics.access` before it
/// gets here. Javalin and Jetty are known to this package only.
@NullMarked
package io.kubilitics.api;

import org.jspecify.annotations.NullMarked;
