package io.kubilitics.source.manifest;

import io.kubilitics.catalogue.JsonTokens;
import io.kubilitics.catalogue.mask.ValueJson;
import io.kubilitics.catalogue.mask.ValueReader;
import io.kubilitics.model.Value;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// A body that was masked, compressed. Immutable.
final class PackedBody {
  private final byte[] bytes;

  private PackedBody(byte[] bytes) {
    this.bytes = bytes;
  }

  static PackedBody pack(Value.Fields root) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (OutputStream out = new DeflaterOutputStream(packed, deflater)) {
      ValueJson.write(root, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return new PackedBody(packed.toByteArray());
  }

  Value.Fields unpack() {
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes));
        JsonTokens tokens = JsonTokens.of(in)) {
      return (Value.Fields) ValueReader.read(tokens);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int size() {
    return bytes.length;
  }
}
