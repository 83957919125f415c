package io.kubilitics.testbed.stream;

import java.util.Optional;

/// What clients are held against. Any thread.
public interface Truth {
  /// All that a channel had at a revision.
  ///
  /// @param epoch the name that the server gave the channel
  /// @throws AssertionError when it never had such a revision, or was wrong then
  FoldedItems at(String epoch, long revision);

  /// All that a channel has now that the world stands still; empty until it has caught up.
  Optional<FoldedItems> last(String epoch);

  /// What keeps it from having caught up, for the reader.
  String lag(String epoch);
}
