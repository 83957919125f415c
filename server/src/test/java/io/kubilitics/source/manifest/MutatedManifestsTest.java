package io.kubilitics.source.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Manifests with bytes changed, cut out, doubled and moved. Whatever comes, the source ends in
/// good time without an exception, and a sound document behind the damage is read.
class MutatedManifestsTest {
  private static final byte[] NASTY =
      "{}[]:-&*!|>'\"%@`#,?\n\r\t \\<\0\u007f~0x.".getBytes(StandardCharsets.US_ASCII);

  private static final String SOUND =
      "\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: sound, namespace: x}\n";

  @ParameterizedTest
  @CsvSource({
    "web-shop/data/postgres.yaml, 1",
    "web-shop/data/nats.json, 2",
    "gateway/edge/gateway.yaml, 3",
    "monitoring/rules.yaml, 4",
    "cluster-dump/cluster-scoped.json, 5",
    "web-shop/apps/storefront.yaml, 6"
  })
  void neverThrowAndNeverHang(String file, long seed) throws IOException {
    byte[] original = Files.readAllBytes(FixturesTest.set(file));
    Random random = new Random(seed);
    Assertions.assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () -> {
          for (int round = 0; round < 150; round++) {
            byte[] mutated = mutated(original, random);
            Recorded recorded = read(mutated);
            assertThat(recorded.ids()).as("round %d", round).contains("ConfigMap/x/sound");
            assertThat(recorded.rejected()).noneMatch(reason -> reason.contains("\n"));
          }
        });
  }

  private static Recorded read(byte[] mutated) {
    byte[] sound = SOUND.getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(mutated, mutated.length + sound.length);
    System.arraycopy(sound, 0, all, mutated.length, sound.length);
    return Recorded.ofStdin(all);
  }

  private static byte[] mutated(byte[] original, Random random) {
    byte[] bytes = original.clone();
    int changes = 1 + random.nextInt(8);
    for (int change = 0; change < changes; change++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = NASTY[random.nextInt(NASTY.length)];
        case 2 -> bytes = without(bytes, at, 1 + random.nextInt(40));
        case 3 -> bytes = doubled(bytes, at, 1 + random.nextInt(200));
        case 4 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        default -> throw new IllegalStateException("five ways");
      }
    }
    // A byte order mark of another encoding at the begin would hide what follows.
    if (bytes[0] < 0 || bytes[0] == 0) {
      bytes[0] = '#';
    }
    return bytes;
  }

  private static byte[] without(byte[] bytes, int from, int count) {
    int end = Math.min(bytes.length, from + count);
    byte[] shorter = new byte[bytes.length - (end - from) + 1];
    System.arraycopy(bytes, 0, shorter, 0, from);
    System.arraycopy(bytes, end, shorter, from, bytes.length - end);
    shorter[shorter.length - 1] = '\n';
    return shorter;
  }

  private static byte[] doubled(byte[] bytes, int from, int count) {
    int end = Math.min(bytes.length, from + count);
    byte[] longer = new byte[bytes.length + end - from];
    System.arraycopy(bytes, 0, longer, 0, end);
    System.arraycopy(bytes, from, longer, end, bytes.length - from);
    return longer;
  }
}
