/// A client of the stream that believes nothing, and the truth it is held against: what it folds is
/// compared with what the channels had at that revision, and that with the world behind them.
@NullMarked
package io.kubilitics.testbed.stream;

import org.jspecify.annotations.NullMarked;
