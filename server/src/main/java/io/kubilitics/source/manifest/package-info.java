/// Objects from files: a file, a folder or standard input, in YAML or JSON. A file is cut into
/// pieces that stand on their own (documents, and the elements of large lists); pieces are read on
/// all cores and arrive in their order, so that the result never depends on how they were read.
/// What a scalar means follows kubectl, see SCALARS.md beside the sources.
@NullMarked
package io.kubilitics.source.manifest;

import org.jspecify.annotations.NullMarked;
