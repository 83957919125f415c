package io.kubilitics.export.svg;

import io.kubilitics.model.EdgeState;
import io.kubilitics.model.drawing.Theme;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// What a document makes use of, told by the first pass.
final class Ledger {
  private final BitSet rules = new BitSet(Rules.all().size());
  private final Set<String> symbols = new TreeSet<>();
  private final Set<EdgeState> states = EnumSet.noneOf(EdgeState.class);
  private boolean inferred;

  void use(Rule rule) {
    rules.set(rule.number());
  }

  void use(String symbol) {
    symbols.add(symbol);
  }

  void line(EdgeState state, boolean isInferred) {
    states.add(state);
    inferred |= isInferred;
  }

  boolean hasLine(EdgeState state) {
    return states.contains(state);
  }

  boolean hasInferredLine() {
    return inferred;
  }

  /// Ids, sorted.
  Set<String> symbols() {
    return symbols;
  }

  /// The rules in use, with the values of the theme, in one line.
  String styleSheet(Theme theme) {
    Map<String, Theme.Token> colours = new HashMap<>();
    for (Theme.Token token : Theme.Token.values()) {
      colours.put(token.text(), token);
    }
    StringBuilder css = new StringBuilder(4096);
    for (Rule rule : Rules.all()) {
      if (rules.get(rule.number())) {
        css.append('.').append(rule.name()).append('{');
        css.append(resolved(rule.declarations(), colours, theme)).append('}');
      }
    }
    return css.toString();
  }

  /// The declarations with the colours for their names.
  private static String resolved(
      String declarations, Map<String, Theme.Token> colours, Theme theme) {
    StringBuilder css = new StringBuilder(declarations.length() + 16);
    int from = 0;
    for (int open = declarations.indexOf('{'); open >= 0; open = declarations.indexOf('{', from)) {
      int close = declarations.indexOf('}', open);
      String name = declarations.substring(open + 1, close);
      css.append(declarations, from, open);
      css.append(theme.colour(Objects.requireNonNull(colours.get(name))));
      from = close + 1;
    }
    return css.append(declarations, from, declarations.length()).toString();
  }
}
