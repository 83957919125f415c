/// Requests to one API server over fabric8's HTTP client: enough connections that no watch waits
/// for another one, streams of octets, and an end to what has died silently.
@NullMarked
package io.kubilitics.source.cluster.connection;

import org.jspecify.annotations.NullMarked;
