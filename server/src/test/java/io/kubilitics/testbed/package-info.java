/// Test beds: objects, clusters and clients that tests and benchmarks share.
@NullMarked
package io.kubilitics.testbed;

import org.jspecify.annotations.NullMarked;
