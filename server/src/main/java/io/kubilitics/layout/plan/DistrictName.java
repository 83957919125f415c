package io.kubilitics.layout.plan;

import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Network;
import java.util.HashMap;
import java.util.Map;

/// What districts are called before a viewer. A plan names each after a frame that not everybody
/// may know of: to others it is known by the first frame in it of which they see anything.
public final class DistrictName {
  private DistrictName() {}

  /// The names of the districts of which the viewer sees anything, by their keys in the plan.
  ///
  /// @param network as far as the viewer may see it
  public static Map<String, String> of(Plan plan, Network network) {
    Map<String, String> names = new HashMap<>();
    if (plan.districts().isEmpty()) {
      return names;
    }
    Map<String, FramePlan> frames = new HashMap<>();
    plan.frames().forEach(frame -> frames.put(frame.key(), frame));
    for (Plan.District district : plan.districts()) {
      for (String key : district.frames()) {
        FramePlan frame = frames.get(key);
        if (frame != null && isSeen(frame, network)) {
          String name = Plan.District.key(key);
          names.putIfAbsent(district.key(), name);
          if (name.equals(district.key())) {
            names.put(name, name);
            break;
          }
        }
      }
    }
    return names;
  }

  private static boolean isSeen(FramePlan frame, Network network) {
    return frame.blocks().stream()
        .flatMap(block -> block.cards().stream())
        .flatMap(CardPlan::objects)
        .anyMatch(id -> isThere(id, network));
  }

  private static boolean isThere(ResourceId id, Network network) {
    return network.find(id) != Network.NOBODY;
  }
}
