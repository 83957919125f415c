package io.kubilitics.source.cluster.credential;

import io.kubilitics.source.cluster.kubeconfig.Authorization;
import io.kubilitics.source.cluster.kubeconfig.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// A number for one exact way to run a program: SHA-256 over its path, its content, each argument,
/// and each variable with its value. Nothing of that can change and the number stay.
final class PluginFingerprint {
  private static final int BUFFER = 64 * 1024;

  private PluginFingerprint() {}

  static String of(Path program, Authorization.Plugin plugin) throws IOException {
    MessageDigest all = sha256();
    add(all, program.toString());
    all.update(content(program));
    addLength(all, plugin.arguments().size());
    plugin.arguments().forEach(argument -> add(all, argument));
    Map<String, Hidden> environment = new TreeMap<>(plugin.environment());
    addLength(all, environment.size());
    environment.forEach((name, value) -> {
      add(all, name);
      add(all, value.reveal());
    });
    all.update((byte) (plugin.provideClusterInfo() ? 1 : 0));
    return HexFormat.of().formatHex(all.digest());
  }

  private static byte[] content(Path program) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(program)) {
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        digest.update(buffer, 0, length);
      }
    }
    return digest.digest();
  }

  /// With its length, so that no two lists of texts look the same.
  private static void add(MessageDigest digest, String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    addLength(digest, octets.length);
    digest.update(octets);
  }

  private static void addLength(MessageDigest digest, int length) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
