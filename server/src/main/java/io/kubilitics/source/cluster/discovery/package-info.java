/// Which kinds an API server serves, and under which paths.
@NullMarked
package io.kubilitics.source.cluster.discovery;

import org.jspecify.annotations.NullMarked;
