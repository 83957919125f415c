package io.kubilitics.cli;

import io.kubilitics.export.ExportFormat;
import io.kubilitics.export.svg.SheetOptions;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Theme;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// The options that say how a picture looks. They mean nothing to other formats.
///
/// @param level null for what can be read
record PictureOptions(
    @Nullable Level level, Arrangement arrangement, Theme theme, SheetOptions sheet) {
  static final String SELECT = "--select";

  private static final String LEVEL = "--level";
  private static final String GROUP = "--group";
  private static final String THEME = "--theme";
  private static final String NO_TITLE = "--no-title";
  private static final String NO_LEGEND = "--no-legend";
  private static final List<String> ALL = List.of(LEVEL, GROUP, SELECT, THEME, NO_TITLE, NO_LEGEND);
  private static final List<Level> LEVELS = List.of(Level.values());
  private static final List<Arrangement> ARRANGEMENTS = List.of(Arrangement.values());
  private static final List<Theme> THEMES = List.of(Theme.values());

  static void describe(CommandSpec spec) {
    spec.addOption(
        Options.value(
            "N",
            "How much is told: 0 namespaces, 1 apps, 2 objects, 3 every detail; what can still be"
                + " read when not given.",
            LEVELS.stream().map(PictureOptions::text).toList(),
            LEVEL));
    spec.addOption(
        Options.value(
            "GROUP",
            "What the frames stand for: namespace when not given, app, node or none.",
            ARRANGEMENTS.stream().map(Arrangement::text).toList(),
            GROUP));
    spec.addOption(
        Options.value(
            "ID",
            "Light up this object with everything it has relations with.",
            List.of(),
            SELECT));
    spec.addOption(
        Options.value(
            "THEME",
            "light when not given, or dark.",
            THEMES.stream().map(Theme::text).toList(),
            THEME));
    spec.addOption(Options.flag("Leave out the lines above the map.", NO_TITLE));
    spec.addOption(Options.flag("Leave out the legend.", NO_LEGEND));
  }

  /// Reads the options.
  ///
  /// @throws io.kubilitics.problem.ProblemException for a value that makes no sense, or an option
  ///   that means nothing to the format
  static PictureOptions of(ParseResult given, ExportFormat format) {
    if (!format.isPicture()) {
      ALL.stream()
          .filter(option -> Options.isGiven(given, option))
          .findFirst()
          .ifPresent(option -> {
            throw Options.bad(
                option, "has a meaning only for a picture, which " + format.text() + " is not");
          });
    }
    @Nullable String level = Options.one(given, LEVEL);
    @Nullable String group = Options.one(given, GROUP);
    @Nullable String theme = Options.one(given, THEME);
    return new PictureOptions(
        level == null ? null : Options.choice(LEVEL, level, LEVELS, PictureOptions::text),
        group == null
            ? Arrangement.NAMESPACE
            : Options.choice(GROUP, group, ARRANGEMENTS, Arrangement::text),
        theme == null ? Theme.LIGHT : Options.choice(THEME, theme, THEMES, Theme::text),
        new SheetOptions(!Options.isGiven(given, NO_TITLE), !Options.isGiven(given, NO_LEGEND)));
  }

  private static String text(Level level) {
    return String.valueOf(level.number());
  }
}
