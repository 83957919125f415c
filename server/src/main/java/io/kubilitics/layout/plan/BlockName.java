package io.kubilitics.layout.plan;

import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Network;

/// What a block is called before a viewer. A plan names it after objects that not everybody may
/// see: to others it is known by the first object in it that they see, and has no title.
public final class BlockName {
  private BlockName() {}

  /// Unique in its frame.
  ///
  /// @param network as far as the viewer may see it
  public static String key(BlockPlan block, Network network) {
    return isOpen(block, network) ? block.key() : "block " + first(block, network);
  }

  /// The name of the app, or `""`.
  ///
  /// @param network as far as the viewer may see it
  public static String title(BlockPlan block, Network network) {
    return isOpen(block, network) ? block.title() : "";
  }

  private static boolean isOpen(BlockPlan block, Network network) {
    return switch (block.type()) {
      case SHARED, LOOSE, KIND -> true;
      case APP -> block.roots().stream().allMatch(root -> isThere(root, network));
      // Named after one of its cards.
      case ISLAND ->
          block.cards().stream()
              .map(CardPlan::id)
              .filter(id -> !isThere(id, network))
              .noneMatch(id -> block.key().equals(id.toString()));
    };
  }

  private static String first(BlockPlan block, Network network) {
    return block.cards().stream()
        .flatMap(CardPlan::objects)
        .filter(id -> isThere(id, network))
        .findFirst()
        .map(ResourceId::toString)
        .orElse("");
  }

  private static boolean isThere(ResourceId id, Network network) {
    return network.find(id) != Network.NOBODY;
  }
}
