package io.kubilitics.model;

/// The two halves of a uid that is written as a lower-case UUID, as API servers do.
record Uid(long high, long low) {
  private static final int LENGTH = 36;

  /// Whether the text can be kept as two numbers and written back to the letter.
  static boolean isCanonical(String text) {
    if (text.length() != LENGTH) {
      return false;
    }
    for (int at = 0; at < LENGTH; at++) {
      char c = text.charAt(at);
      boolean dash = at == 8 || at == 13 || at == 18 || at == 23;
      if (dash ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
        return false;
      }
    }
    return true;
  }

  static Uid parse(String text) {
    java.util.UUID uuid = java.util.UUID.fromString(text);
    return new Uid(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
  }

  @Override
  public String toString() {
    return new java.util.UUID(high, low).toString();
  }
}
