/// One object as the rules see it: a tree of the fields they asked for, and the trie of paths that
/// says which those are.
@NullMarked
package io.kubilitics.catalogue.field;

import org.jspecify.annotations.NullMarked;
