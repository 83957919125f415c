/// The newest state of every object and the one writer thread through which all changes go.
@NullMarked
package io.kubilitics.store;

import org.jspecify.annotations.NullMarked;
