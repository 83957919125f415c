/// Makes the product's runtime: merges all jars into one module, links it with the JDK, trains the
/// AOT cache and packs the archive. Runs at build time only; nothing of it is in the product.
@NullMarked
package io.kubilitics.jlink;

import org.jspecify.annotations.NullMarked;
