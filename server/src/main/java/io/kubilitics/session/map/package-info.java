/// The maps of open clusters: living ones that follow their cluster and keep their places, fresh
/// ones that are made for one answer, and the drawings composed of either.
@NullMarked
package io.kubilitics.session.map;

import org.jspecify.annotations.NullMarked;
