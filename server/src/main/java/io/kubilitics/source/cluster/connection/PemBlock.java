package io.kubilitics.source.cluster.connection;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// One `-----BEGIN …-----` of a PEM text (RFC 7468). Shows nothing of its content, which may be a
/// key.
final class PemBlock {
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";
  private static final int LONGEST_LABEL = 40;

  private final String label;
  private final byte[] content;

  private PemBlock(String label, byte[] content) {
    this.label = label;
    this.content = content;
  }

  /// The blocks of a text in their order; what stands between them is comment.
  ///
  /// @throws IllegalArgumentException when a block is not Base64
  static List<PemBlock> of(String text) {
    List<PemBlock> blocks = new ArrayList<>();
    for (int at = text.indexOf(BEGIN); at >= 0; at = text.indexOf(BEGIN, at + 1)) {
      int from = at + BEGIN.length();
      int dashes = text.indexOf(DASHES, from);
      if (dashes < 0 || dashes - from > LONGEST_LABEL) {
        continue;
      }
      String label = text.substring(from, dashes);
      int end = text.indexOf(END + label + DASHES, dashes);
      if (end >= 0) {
        String base64 = text.substring(dashes + DASHES.length(), end);
        blocks.add(new PemBlock(label, decoded(base64)));
        at = end;
      }
    }
    return blocks;
  }

  /// Headers of an encrypted key (`Proc-Type: 4,ENCRYPTED`) are no Base64, so such a one is
  /// refused.
  private static byte[] decoded(String base64) {
    String dense = base64.replaceAll("\\s++", "");
    if (dense.startsWith("Proc-Type:")) {
      throw new IllegalArgumentException("it is encrypted");
    }
    try {
      return Base64.getDecoder().decode(dense);
    } catch (IllegalArgumentException _) {
      throw new IllegalArgumentException("it is not Base64");
    }
  }

  String label() {
    return label;
  }

  byte[] content() {
    return content.clone();
  }

  @Override
  public String toString() {
    return label;
  }
}
