/// The command line: text in, calls of the domain, text out. Data goes to stdout, everything else
/// to stderr. Commands are described to picocli by hand, without annotations, and build only what
/// they need, so that the program starts fast.
@NullMarked
package io.kubilitics.cli;

import org.jspecify.annotations.NullMarked;
