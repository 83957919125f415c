/// Failures a reader can act on: values that become one line on stderr with an exit code, or an
/// `application/problem+json`. Everything else is a bug.
@NullMarked
package io.kubilitics.problem;

import org.jspecify.annotations.NullMarked;
