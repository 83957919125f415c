package io.kubilitics.export.svg;

import io.kubilitics.model.EdgeState;
import io.kubilitics.model.RelationType.Category;
import io.kubilitics.model.drawing.Route;
import io.kubilitics.model.drawing.Theme.Token;

/// What lines are told apart by: one for each category that has a colour of its own, and two for
/// lines whose end is not what it should be.
enum LineColour {
  OWNERSHIP(Token.EDGE_OWNS, Token.TEXT_SOFT),
  TRAFFIC(Token.EDGE_TRAFFIC, Token.NETWORK),
  CONFIGURATION(Token.EDGE_CONFIG, Token.CONFIG),
  IDENTITY(Token.EDGE_IDENTITY, Token.IDENTITY),
  STORAGE(Token.EDGE_STORAGE, Token.STORAGE),
  PLACEMENT(Token.EDGE_PLACEMENT, Token.SCHEDULING),
  POLICY(Token.EDGE_POLICY, Token.POLICY),
  OTHER(Token.EDGE_EXTENSION, Token.CUSTOM),
  MISSING(Token.MISSING, Token.MISSING),
  STALE(Token.LINE_STRONG, Token.TEXT_FAINT);

  private final Token resting;
  private final Token lit;

  LineColour(Token resting, Token lit) {
    this.resting = resting;
    this.lit = lit;
  }

  static LineColour of(Route route) {
    if (route.state() == EdgeState.MISSING) {
      return MISSING;
    }
    return route.state() == EdgeState.STALE ? STALE : of(route.category());
  }

  static LineColour of(Category category) {
    return switch (category) {
      case OWNERSHIP -> OWNERSHIP;
      case TRAFFIC -> TRAFFIC;
      case CONFIGURATION -> CONFIGURATION;
      case IDENTITY -> IDENTITY;
      case STORAGE -> STORAGE;
      case PLACEMENT -> PLACEMENT;
      case SCALING, POLICY, ADMISSION -> POLICY;
      case EXTENSION, GITOPS -> OTHER;
    };
  }

  Token resting() {
    return resting;
  }

  /// When it belongs to what is selected.
  Token lit() {
    return lit;
  }
}
