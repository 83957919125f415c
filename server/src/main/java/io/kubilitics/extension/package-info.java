/// Plugins: finds what they bring and adds it to the catalogue. Nothing else of the server knows
/// which plugins there are.
@NullMarked
package io.kubilitics.extension;

import org.jspecify.annotations.NullMarked;
