/// The catalogue's YAML files as values: what stands in them, with lines, and nothing of what it
/// means for an object.
@NullMarked
package io.kubilitics.catalogue.file;

import org.jspecify.annotations.NullMarked;
