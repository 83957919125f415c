package io.kubilitics.cli;

/// The colours of a terminal, as its own theme defines them.
enum Colour {
  BOLD("1"),
  DIM("2"),
  RED("31"),
  BOLD_RED("1;31"),
  GREEN("32"),
  YELLOW("33"),
  CYAN("36");

  private final String code;

  Colour(String code) {
    this.code = code;
  }

  /// The text in this colour, or as it is.
  String paint(String text, boolean coloured) {
    return coloured ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
