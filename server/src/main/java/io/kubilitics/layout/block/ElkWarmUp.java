package io.kubilitics.layout.block;

import io.kubilitics.layout.block.Layered.Effort;
import io.kubilitics.model.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.elk.alg.layered.options.EdgeStraighteningStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.util.BasicProgressMonitor;

/// ELK fills tables on first use, without regard to threads. So the first layout of the process
/// runs alone while all others wait; not before one is needed, because it takes a moment.
final class ElkWarmUp {
  private static final Size CARD = new Size(168, 40);
  private static final Shape SMALL =
      Shape.of(
          List.of(
              new Box(0, "", CARD, false),
              new Box(1, "", CARD, false),
              new Box(2, "", new Size(252, 108), true),
              new Box(3, "", CARD, false)),
          List.of(new Link(0, 1, 4), new Link(0, 3, 6), new Link(1, 2, 4), new Link(2, 3, 6)));

  private static final Object LOCK = new Object();
  private static volatile boolean done;

  private ElkWarmUp() {}

  static void once() {
    if (done) {
      return;
    }
    synchronized (LOCK) {
      if (!done) {
        prepare();
        done = true;
      }
    }
  }

  private static void prepare() {
    LayoutMetaDataService.initElkReflect();
    // One of ELK's assertions does not hold for candidates that it drops later. Without it a layout
    // is the same whether assertions are on or off.
    Objects.requireNonNull(ElkWarmUp.class.getClassLoader())
        .setPackageAssertionStatus("org.eclipse.elk", false);
    for (Ordering ordering : Ordering.values()) {
      for (EdgeStraighteningStrategy straightening : ElkLayered.STRAIGHTENING) {
        Placed placed =
            new ElkRun(SMALL, Effort.FULL, ordering, straightening).lay(new BasicProgressMonitor());
        if (!Clean.is(SMALL, placed)) {
          throw new IllegalStateException("four cards are not laid out cleanly: " + placed);
        }
      }
    }
  }
}
