/// The objects of one kind: listed, watched, and after every fault compared with what is known, so
/// that nobody above sees more than real changes.
@NullMarked
package io.kubilitics.source.cluster.feed;

import org.jspecify.annotations.NullMarked;
