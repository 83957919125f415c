package io.kubilitics.api;

import io.kubilitics.export.ExportFormat;
import io.kubilitics.export.svg.SheetOptions;
import io.kubilitics.model.drawing.Theme;
import java.util.List;

/// Turns the words of a request into what a file looks like.
final class ExportText {
  private static final String FORMAT = "format";
  private static final String THEME = "theme";
  private static final String TITLE = "title";
  private static final String LEGEND = "legend";

  /// What means nothing to data.
  private static final List<String> OF_PICTURES =
      List.of("level", "viewport", "group", "arrange", "selection", THEME, TITLE, LEGEND);

  static final String[] PARAMETERS =
      DrawingText.joined(DrawingText.OF_ONE, FORMAT, THEME, TITLE, LEGEND);

  private ExportText() {}

  static ExportFormat format(QueryText query) {
    ExportFormat format =
        query
            .one(
                FORMAT,
                text -> QueryText.choice(text, List.of(ExportFormat.values()), ExportFormat::text))
            .orElse(ExportFormat.SVG);
    if (!format.isPicture()) {
      for (String name : OF_PICTURES) {
        query.one(
            name,
            _ -> {
              throw new IllegalArgumentException(
                  "has a meaning only for a picture, which " + format.text() + " is not");
            });
      }
    }
    return format;
  }

  static Theme theme(QueryText query) {
    return query
        .one(THEME, text -> QueryText.choice(text, List.of(Theme.values()), Theme::text))
        .orElse(Theme.LIGHT);
  }

  static SheetOptions sheet(QueryText query) {
    return new SheetOptions(isWanted(query, TITLE), isWanted(query, LEGEND));
  }

  private static boolean isWanted(QueryText query, String name) {
    return query
        .one(name, text -> QueryText.choice(text, List.of("true", "false"), word -> word))
        .map("true"::equals)
        .orElse(true);
  }
}
