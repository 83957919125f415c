package io.kubilitics.source.manifest;

import io.kubilitics.catalogue.MalformedDocumentException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads what stands before the elements of a large list. A broken head says nothing: its elements
/// are then read as if each stood alone.
final class ListHeads {
  private static final byte[] JSON_END = "]}".getBytes(StandardCharsets.US_ASCII);

  private ListHeads() {}

  static ListHead ofYaml(Bytes beforeItems, Limits limits) {
    TapeWriter writer = new TapeWriter(limits);
    try {
      YamlDocument.write(beforeItems.text(), 1, writer);
    } catch (MalformedDocumentException _) {
      return ListHead.SILENT;
    }
    return of(writer.finish());
  }

  static ListHead ofJson(Bytes beforeItems, Limits limits) {
    byte[] closed = Arrays.copyOf(beforeItems.array(), beforeItems.size() + JSON_END.length);
    System.arraycopy(JSON_END, 0, closed, beforeItems.size(), JSON_END.length);
    TapeWriter writer = new TapeWriter(limits);
    try {
      JsonDocument.write(new Bytes(closed), 1, writer);
    } catch (MalformedDocumentException _) {
      return ListHead.SILENT;
    }
    return of(writer.finish());
  }

  private static ListHead of(Tape tape) {
    return new ListHead(tape.text("apiVersion"), tape.text("kind"));
  }
}
