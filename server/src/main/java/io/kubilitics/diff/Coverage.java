package io.kubilitics.diff;

import io.kubilitics.model.ResourceId;
import java.util.List;

/// How much of what was asked could be answered.
///
/// @param asked how many objects count: those of either side, or of the one that sets what is
///   compared
/// @param unanswered those of them that one side has and of whose kind the other may have some that
///   nobody saw there, by id: of them nothing can be said
public record Coverage(int asked, List<ResourceId> unanswered) {
  public Coverage {
    unanswered = List.copyOf(unanswered);
  }
}
