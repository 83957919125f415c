package io.kubilitics.catalogue.health;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An amount as Kubernetes writes it: `500m`, `1.5Gi`, `2e3`.
record Quantity(BigDecimal amount) implements Comparable<Quantity> {
  private static final Map<String, BigDecimal> SUFFIXES =
      Map.ofEntries(
          Map.entry("n", ten(-9)),
          Map.entry("u", ten(-6)),
          Map.entry("m", ten(-3)),
          Map.entry("", BigDecimal.ONE),
          Map.entry("k", ten(3)),
          Map.entry("M", ten(6)),
          Map.entry("G", ten(9)),
          Map.entry("T", ten(12)),
          Map.entry("P", ten(15)),
          Map.entry("E", ten(18)),
          Map.entry("Ki", two(10)),
          Map.entry("Mi", two(20)),
          Map.entry("Gi", two(30)),
          Map.entry("Ti", two(40)),
          Map.entry("Pi", two(50)),
          Map.entry("Ei", two(60)));

  private static final int LONGEST = 40;
  private static final int LARGEST_EXPONENT = 30;

  private static BigDecimal ten(int exponent) {
    return BigDecimal.ONE.scaleByPowerOfTen(exponent);
  }

  private static BigDecimal two(int exponent) {
    return new BigDecimal(BigInteger.TWO.pow(exponent));
  }

  /// The quantity a text means, or null when it is none.
  static @Nullable Quantity parse(@Nullable String text) {
    if (text == null || text.length() > LONGEST) {
      return null;
    }
    int end = 0;
    while (end < text.length() && "+-.0123456789".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    BigDecimal number = decimal(text.substring(0, end));
    BigDecimal factor = factor(text.substring(end));
    return number == null || factor == null ? null : new Quantity(number.multiply(factor));
  }

  private static @Nullable BigDecimal factor(String suffix) {
    BigDecimal factor = SUFFIXES.get(suffix);
    if (factor != null || suffix.length() < 2 || "eE".indexOf(suffix.charAt(0)) < 0) {
      return factor;
    }
    String written = suffix.charAt(1) == '+' ? suffix.substring(2) : suffix.substring(1);
    long exponent = Values.number(written, Long.MAX_VALUE);
    return exponent > LARGEST_EXPONENT || exponent < -LARGEST_EXPONENT ? null : ten((int) exponent);
  }

  private static @Nullable BigDecimal decimal(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  boolean isZero() {
    return amount.signum() == 0;
  }

  @Override
  public int compareTo(Quantity other) {
    return amount.compareTo(other.amount);
  }
}
