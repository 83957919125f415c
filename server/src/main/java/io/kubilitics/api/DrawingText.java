package io.kubilitics.api;

import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.model.Rect;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.map.Arrange;
import io.kubilitics.session.map.MapQuery;
import io.kubilitics.session.map.MapView;
import io.kubilitics.topology.Focus;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Turns the words of a request into what is to be drawn.
final class DrawingText {
  static final String GROUP = "group";

  static final String LEVEL = "level";
  private static final String VIEWPORT = "viewport";
  private static final String ARRANGE = "arrange";
  private static final String SELECTION = "selection";
  private static final String FOCUS = "focus";
  private static final String[] OF_FOCUS = {"hops", "direction"};

  /// Whole numbers of at most nine digits: their sums are numbers, too.
  private static final Pattern RECT =
      Pattern.compile("(-?[0-9]{1,9}),(-?[0-9]{1,9}),([0-9]{1,9}),([0-9]{1,9})");

  /// Of a picture of one cluster or of several.
  static final String[] PARAMETERS = joined(TopologyText.FILTERS, LEVEL, VIEWPORT, GROUP, ARRANGE);

  /// Of a picture of one.
  static final String[] OF_ONE = joined(PARAMETERS, SELECTION, FOCUS, "hops", "direction");

  private DrawingText() {}

  static String[] joined(String[] some, String... more) {
    return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
  }

  static MapQuery query(QueryText query, KindWords words) {
    Optional<Focus> focus =
        query.one(FOCUS, ResourceId::parse).map(id -> TopologyText.focus(query, id));
    if (focus.isEmpty()) {
      checkUnfocused(query);
    }
    return new MapQuery(arrangement(query), TopologyText.filters(query, words, focus));
  }

  private static void checkUnfocused(QueryText query) {
    for (String name : OF_FOCUS) {
      query.one(
          name,
          _ -> {
            throw new IllegalArgumentException("has a meaning only with focus");
          });
    }
  }

  static Arrangement arrangement(QueryText query) {
    return query
        .one(
            GROUP, text -> QueryText.choice(text, List.of(Arrangement.values()), Arrangement::text))
        .orElse(Arrangement.NAMESPACE);
  }

  static Arrange arrange(QueryText query) {
    return query
        .one(ARRANGE, text -> QueryText.choice(text, List.of(Arrange.values()), Arrange::text))
        .orElse(Arrange.KEEP);
  }

  /// What is in the focus is selected, too, unless something else is.
  static MapView view(QueryText query) {
    return new MapView(
        level(query).orElse(null),
        query.one(VIEWPORT, DrawingText::rect).orElse(null),
        query
            .one(SELECTION, ResourceId::parse)
            .or(() -> query.one(FOCUS, ResourceId::parse))
            .orElse(null),
        true);
  }

  static Optional<Level> level(QueryText query) {
    return query.one(LEVEL, DrawingText::level);
  }

  private static Level level(String text) {
    return QueryText.choice(text, List.of(Level.values()), level -> String.valueOf(level.number()));
  }

  private static Rect rect(String text) {
    Matcher parts = RECT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no x,y,width,height: whole map units of at most nine digits");
    }
    Rect rect =
        new Rect(
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)),
            Integer.parseInt(parts.group(4)));
    if (rect.width() == 0 || rect.height() == 0) {
      throw new IllegalArgumentException("'" + text + "' is empty");
    }
    return rect;
  }

  /// A parameter that the route would take with another one.
  static ProblemException meaningless(String name, String reason) {
    return new ProblemException(new Problem.BadInput("query parameter '" + name + "'", reason));
  }
}
