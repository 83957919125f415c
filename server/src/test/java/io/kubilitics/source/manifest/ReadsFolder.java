package io.kubilitics.source.manifest;

import java.nio.file.Path;

/// Reads a folder in a process of its own and prints what came of it, so that a test can give it as
/// little memory as it likes.
final class ReadsFolder {
  private ReadsFolder() {}

  static void main(String[] args) {
    Recorded recorded = Recorded.of(Path.of(args[0]));
    recorded.ids().forEach(id -> System.out.println("object " + id));
    recorded.rejected().forEach(reason -> System.out.println("rejected " + reason));
  }
}
