/// Where plugins extend the product: more kinds, more rules. A plugin compiles against this jar
/// alone.
@NullMarked
package io.kubilitics.plugin;

import org.jspecify.annotations.NullMarked;
