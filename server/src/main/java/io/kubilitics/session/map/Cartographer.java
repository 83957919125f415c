package io.kubilitics.session.map;

import io.kubilitics.layout.drawing.Composer;
import io.kubilitics.layout.drawing.Shown;
import io.kubilitics.layout.drawing.SideBySide;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Drawing;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Lit;
import io.kubilitics.model.drawing.Region;
import io.kubilitics.model.drawing.Street;
import io.kubilitics.session.KindAppearance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Draws clusters: places, texts and streets for one viewer. Stateless; any thread.
public final class Cartographer {
  private Cartographer() {}

  /// One picture of all, side by side in the order given.
  ///
  /// @throws io.kubilitics.problem.ProblemException `TooLarge`; `NotFound` when what is selected is
  ///   nowhere
  public static Drawing draw(List<Subject> subjects, MapView view) {
    List<Point> offsets =
        SideBySide.offsets(
            subjects.stream().map(subject -> subject.sheet().plan().bounds()).toList());
    LevelChoice choice = LevelChoice.NOTHING;
    for (int at = 0; at < subjects.size(); at++) {
      choice = choice.plus(subjects.get(at).sheet().plan(), window(view, offsets.get(at)));
    }
    Level level = view.level() == null ? choice.level() : view.level();
    if (view.bounded()) {
      choice.checkSize(level);
    }
    Lit lit = Selected.lit(subjects, offsets, view.selected(), level);
    List<Region> regions = new ArrayList<>();
    for (int at = 0; at < subjects.size(); at++) {
      regions.add(region(subjects.get(at), level, window(view, offsets.get(at))));
    }
    return SideBySide.drawing(level, regions, view.window(), lit);
  }

  /// The finest level at which all of a plan can be read.
  public static Level finest(Plan plan) {
    return LevelChoice.NOTHING.plus(plan, null).level();
  }

  /// The window in the coordinates of a plan.
  private static @Nullable Rect window(MapView view, Point offset) {
    return view.window() == null ? null : view.window().plus(-offset.x(), -offset.y());
  }

  private static Region region(Subject subject, Level level, @Nullable Rect window) {
    Sheet sheet = subject.sheet();
    Shown shown =
        new Shown(
            subject.cluster(),
            subject.asOf(),
            level,
            window,
            sheet.filter(),
            subject.filters(),
            sheet.gaps(),
            new KindAppearance(subject.catalogue()));
    Region region = Composer.compose(sheet.count().inventory(shown), shown, streets(sheet, shown));
    return sheet.beyond() == 0 ? region : noted(region, sheet.beyond());
  }

  private static List<Street> streets(Sheet sheet, Shown shown) {
    return switch (shown.level()) {
      case NAMESPACES, APPS -> sheet.count().streets(shown).in(shown.window());
      case CARDS, DETAIL -> List.of();
    };
  }

  private static Region noted(Region region, int beyond) {
    List<String> notes = new ArrayList<>(region.notes());
    notes.add(
        String.format(
            Locale.ROOT,
            beyond == 1 ? "%,d more is one relation away." : "%,d more are one relation away.",
            beyond));
    return new Region(
        region.cluster(),
        region.revision(),
        region.epoch(),
        region.asOf(),
        region.arrangement(),
        region.bounds(),
        region.filters(),
        notes,
        region.complete(),
        region.tally(),
        region.relations(),
        region.frames(),
        region.streets());
  }
}
