package io.kubilitics.model.drawing;

import io.kubilitics.model.ResourceId;
import java.util.List;

/// One slot of the strip in a workload's card: a ReplicaSet, a Job, a ControllerRevision; the last
/// slot may stand for all older ones.
///
/// @param ids one, or all older ones, newest first
/// @param name `r14`, `8 h`, `+ 7`
/// @param count ready of wanted, or `""`
/// @param live whether it has Pods
public record Generation(List<ResourceId> ids, String name, String count, Look look, boolean live) {
  public Generation {
    ids = List.copyOf(ids);
  }
}
