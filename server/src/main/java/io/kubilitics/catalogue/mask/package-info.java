/// What may leave the program of an object. Secret values become their length and a keyed hash
/// before a body is handed on; texts the extractor keeps lose what looks like a credential.
@NullMarked
package io.kubilitics.catalogue.mask;

import org.jspecify.annotations.NullMarked;
