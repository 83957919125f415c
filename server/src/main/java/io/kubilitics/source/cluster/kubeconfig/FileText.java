package io.kubilitics.source.cluster.kubeconfig;

import io.kubilitics.catalogue.MalformedDocumentException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// The text of a file in UTF-8, or in UTF-16 with a byte order mark, which is what PowerShell
/// writes.
final class FileText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private FileText() {}

  /// @throws MalformedDocumentException when it is in neither
  static String of(byte[] octets) {
    try {
      String text = charset(octets).newDecoder().decode(ByteBuffer.wrap(octets)).toString();
      return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    } catch (CharacterCodingException _) {
      throw new MalformedDocumentException(0, "the file is no text in UTF-8");
    }
  }

  private static Charset charset(byte[] octets) {
    boolean marked = octets.length >= 2 && (octets[0] ^ octets[1]) == 1;
    if (marked && octets[0] == (byte) 0xFE) {
      return StandardCharsets.UTF_16BE;
    }
    if (marked && octets[0] == (byte) 0xFF) {
      return StandardCharsets.UTF_16LE;
    }
    return StandardCharsets.UTF_8;
  }
}
