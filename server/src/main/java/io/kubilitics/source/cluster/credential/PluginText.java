package io.kubilitics.source.cluster.credential;

import io.kubilitics.catalogue.mask.SecretText;

/// What a program or a kubeconfig says, made fit for a message: one short line, with credentials
/// covered and nothing that a terminal obeys.
final class PluginText {
  private static final int LONGEST = 400;

  private PluginText() {}

  static String of(String foreign) {
    String line =
        SecretText.covered(foreign)
            .replaceAll("[\\p{Cf}]", "?")
            .replaceAll("[\\p{Cntrl}\\s]+", " ")
            .strip();
    return line.length() > LONGEST ? "…" + line.substring(line.length() - LONGEST) : line;
  }
}
