package io.kubilitics.source.cluster.connection;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One `-----BEGIN …-----` of a PEM text (RFC 7468). Shows nothing of its content, which may be a
/// key.
final class PemBlock {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([^-]*+)-----END \\1-----");

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
    Matcher matcher = BLOCK.matcher(text);
    while (matcher.find()) {
      blocks.add(new PemBlock(matcher.group(1), decoded(matcher.group(2))));
    }
    return blocks;
  }

  /// Headers of an encrypted key (`Proc-Type: 4,ENCRYPTED`) are no Base64, so such a one is refused.
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
