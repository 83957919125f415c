/// Targets for a fuzzer: each takes any bytes and throws when a promise is broken. `server/fuzz`
/// runs one of them for some time; what was found stays as a file under `fuzz` in the test
/// resources, which every build tries again.
@NullMarked
package io.kubilitics.fuzz;

import org.jspecify.annotations.NullMarked;
