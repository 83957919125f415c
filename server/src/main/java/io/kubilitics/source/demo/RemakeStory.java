package io.kubilitics.source.demo;

import java.util.List;

/// Somebody deletes an object, and makes it again under the same name a little later; what hangs on
/// it goes and comes with it.
final class RemakeStory implements Story {
  private final App app;
  private final List<Part> parts;
  private boolean begun;

  /// @param parts in the order in which they come again
  RemakeStory(App app, List<Part> parts) {
    this.app = app;
    this.parts = parts;
  }

  @Override
  public int tell(World world, Journal journal, Dice dice) {
    if (begun) {
      for (Part part : parts) {
        part.madeAnew(world.births());
        journal.put(part);
      }
      app.busy(false);
      return ENDED;
    }
    begun = true;
    app.busy(true);
    for (Part part : parts) {
      part.delete();
      journal.gone(part);
    }
    return dice.between(3, 12);
  }
}
